// What a line of the log of use says somebody did, in plain words; an act that nobody wrote words for is shown as it is.

import type { Language } from "@posthorn/domain";
import { accessLog as de } from "./de/access-log.ts";
import { accessLog as en } from "./en/access-log.ts";
import { accessLog as fr } from "./fr/access-log.ts";
import { accessLog as nl } from "./nl/access-log.ts";

const logTexts = { de, en, fr, nl };

/** `act` as logged: a verb (`member_invited`), or method and route pattern (`GET /compose/:draft`). */
export function actInWords(language: Language, act: string): string {
  const words = logTexts[language];
  if (act.startsWith("confirmed by ")) return words.confirmed;
  if (act.startsWith("identification_asked_")) return words.identification;
  const [method = "", path = ""] = act.split(" ");
  if (!path.startsWith("/")) return own(words.acts, act) ?? act;
  if (path.startsWith("/v1/")) {
    const done = own(words.api, act);
    return done === undefined ? act : words.program(done);
  }
  const page = own(words.pages, path.split("/")[1] ?? "");
  if (page === undefined) return act;
  return method === "GET" ? words.page(page) : words.form(page);
}

function own(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

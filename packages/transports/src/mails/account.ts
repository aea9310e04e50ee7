// What an account holder is told about his means of sign-in: what, when, from where, and what to do if it was not he.

import type { Language } from "@posthorn/domain";
import { dateTimeInWords, type Texts, textsFor } from "@posthorn/texts";
import { type RenderedMail, renderMail } from "./layout.ts";

type Words = Texts["accountMails"];
export type AccountMailKind = keyof Words["kinds"];

export interface AccountMailFacts {
  readonly language: Language;
  readonly service: string;
  readonly kind: AccountMailKind;
  readonly at: Temporal.Instant;
  /** `browser` and `os` as the browser says, `?` where unknown; others by the names of `facts` in the words. Never a secret. */
  readonly facts: Readonly<Record<string, string>>;
  /** The portal's host, to be typed: there is no link that could be imitated. */
  readonly host: string;
}

export function accountMail({ language, service, kind, at, facts, host }: AccountMailFacts): RenderedMail {
  const words = textsFor(language).accountMails;
  const { subject, happened } = words.kinds[kind];
  return renderMail({
    language,
    service,
    subject,
    heading: subject,
    blocks: [
      { kind: "text", text: happened },
      {
        kind: "facts",
        rows: [
          { label: words.when, value: dateTimeInWords(language, at) },
          ...browserRow(words, facts),
          ...factRows(words, facts),
        ],
      },
      { kind: "text", text: words.notYou, strong: true },
      { kind: "text", text: words.whatToDo(host) },
      { kind: "small", text: words.noLink },
    ],
  });
}

function browserRow(words: Words, { browser, os }: Readonly<Record<string, string>>) {
  if (browser === undefined) return [];
  const known = browser !== "?";
  const withSystem = known && os !== undefined && os !== "?" ? words.on(browser, os) : browser;
  return [{ label: words.browser, value: known ? withSystem : words.unknownBrowser }];
}

function factRows(words: Words, facts: Readonly<Record<string, string>>) {
  const methods: Readonly<Record<string, string>> = words.methods;
  return Object.entries(words.facts).flatMap(([name, label]) => {
    const value = facts[name];
    if (value === undefined) return [];
    return [{ label, value: name === "method" ? (methods[value] ?? value) : value }];
  });
}

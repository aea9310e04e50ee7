// A contact of an address book: an addressee without what belongs to one delivery, and the key under which he is kept once.

import { foldName } from "../identification/fold-name.ts";
import { failed, type Parsed, type RawFields } from "../input/parse-line.ts";
import type { Language } from "../language.ts";
import type { Addressee } from "../party/addressee.ts";
import { parseAddressee } from "../party/parse-addressee.ts";

export type Contact = Omit<Addressee, "consent" | "identification">;

/** Longer keys would not fit an index; no two people differ only beyond it. */
const KEY_MAX = 240;

/**
 * Reads the fields of `parseAddressee`; data for identification is refused by nobody and kept by nobody. Errors: those of
 * `parseAddressee`.
 */
export function parseContact(
  raw: RawFields,
  rules: { readonly defaultLanguage: Language; readonly path?: string },
): Parsed<Contact> {
  const { identification: _, addressee_consent: __, ...fields } = raw;
  const parsed = parseAddressee(fields, { ...rules, requiredIdentification: null });
  if (!parsed.ok) return parsed;
  const { consent: _consent, identification: _identification, ...value } = parsed.value;
  if (contactKey(value) === "") return failed("name", "required");
  return { ok: true, value };
}

/**
 * Folded name, a space, folded first names: contacts are ordered and searched by it, and the same address under the same key
 * is the same contact.
 */
export function contactKey({ name, firstNames }: Pick<Contact, "name" | "firstNames">): string {
  const key = [name, firstNames ?? ""].map(foldPart).join(" ").trim();
  return Array.from(key).slice(0, KEY_MAX).join("");
}

/** Whatever folds to nothing, a name of symbols say, stands for itself. */
function foldPart(part: string): string {
  return foldName(part) || part.normalize("NFKC").toLowerCase().replaceAll(/\s+/gu, "");
}

const MOST_WORDS = 5;

/**
 * Beginnings of keys that somebody may mean who typed these words: "De Vos An" and "an de vos" both find An De Vos. None
 * where nothing is left to compare.
 */
export function keyBeginnings(typed: string): readonly string[] {
  const words = typed
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== "")
    .slice(0, MOST_WORDS);
  const fold = (some: readonly string[]) => foldPart(some.join(" "));
  const beginnings = new Set<string>([fold(words)]);
  for (let cut = 1; cut < words.length; cut += 1) {
    const [head, tail] = [fold(words.slice(0, cut)), fold(words.slice(cut))];
    beginnings.add(`${head} ${tail}`);
    beginnings.add(`${tail} ${head}`);
  }
  return [...beginnings].filter((beginning) => beginning.trim() !== "");
}

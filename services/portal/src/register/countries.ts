// Countries by name in a language, Belgium and its neighbours first.

import { type Language, parsePostalAddress } from "@posthorn/domain";

interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly value: string;
  readonly label: string;
}

const NEAR = ["BE", "NL", "LU", "FR", "DE"];
const LETTERS = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
const listed = new Map<Language, readonly Country[]>();
let codes: readonly string[] | undefined;

export function countriesIn(language: Language): readonly Country[] {
  const known = listed.get(language);
  if (known) return known;
  const names = new Intl.DisplayNames(language, { type: "region" });
  const named = (code: string): Country => ({ value: code, label: names.of(code) ?? code });
  const far = allCodes().filter((code) => !NEAR.includes(code));
  const byName = new Intl.Collator(language);
  const list = [...NEAR.map(named), ...far.map(named).toSorted((a, b) => byName.compare(a.label, b.label))];
  listed.set(language, list);
  return list;
}

/** What an address may name, found once. */
function allCodes(): readonly string[] {
  codes ??= LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(isTaken);
  return codes;
}

function isTaken(country: string): boolean {
  return parsePostalAddress("", { street: "x", number: "1", postcode: "1000", town: "x", country }).ok;
}

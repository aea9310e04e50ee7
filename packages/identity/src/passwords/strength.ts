// The least a password must be: long, not one of the first that anybody tries, not made of the person's own name, not guessed soon.

import { withstandsGuesses } from "./guess-password.ts";

export const PASSWORD_SHORTEST = 12;
export const PASSWORD_LONGEST = 256;

export type PasswordWeakness = "too_short" | "too_long" | "too_common" | "too_simple" | "contains_own_data";

// What remains of the usual lists at this length, without the digits and signs that people add to them.
const COMMON = [
  "password",
  "passwort",
  "wachtwoord",
  "motdepasse",
  "welkom",
  "welcome",
  "bienvenue",
  "willkommen",
  "qwerty",
  "qwertyuiop",
  "azerty",
  "azertyuiop",
  "qwertz",
  "letmein",
  "iloveyou",
  "administrator",
  "admin",
  "geheim",
  "posthorn",
  "changeme",
] as const;
const ROWS = [
  "abcdefghijklmnopqrstuvwxyz",
  "012345678901234567890123456789",
  "qwertyuiopasdfghjklzxcvbnm",
  "azertyuiopqsdfghjklmwxcvbn",
];

/** What is wrong with a new password, or null. `ownData`: e-mail address, names, company; parts of four letters and more count. */
export async function findPasswordWeakness(
  password: string,
  ownData: readonly string[] = [],
): Promise<PasswordWeakness | null> {
  const own = ownData
    .flatMap((item) => item.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((part) => part.length >= 4);
  const weakness = findPlainWeakness(password, own);
  if (weakness) return weakness;
  const text = password.normalize("NFKC");
  if (await withstandsGuesses(text, own)) return null;
  const folded = text.toLowerCase();
  return own.some((part) => folded.includes(part)) ? "contains_own_data" : "too_simple";
}

/** What needs no word lists to be seen, and can be said more exactly. */
function findPlainWeakness(password: string, own: readonly string[]): PasswordWeakness | null {
  const text = password.normalize("NFKC");
  const length = [...text].length;
  if (length < PASSWORD_SHORTEST) return "too_short";
  if (password.length > PASSWORD_LONGEST) return "too_long";
  const folded = text.toLowerCase();
  const letters = plainLetters(folded);
  if (COMMON.some((word) => letters === word || letters === word + word)) return "too_common";
  if (new Set(folded).size < 5 || isRow(folded)) return "too_simple";
  const rest = own
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, part) => left.replaceAll(part, ""), folded);
  return [...rest].length < PASSWORD_SHORTEST - 4 ? "contains_own_data" : null;
}

/** Letters alone, with the signs that stand for one taken back: `P@ssw0rd2026!` is `password`. */
function plainLetters(folded: string): string {
  const core = folded.replace(/[\d\W_]+$/u, "").replace(/^[\d\W_]+/u, "");
  const stands: Readonly<Record<string, string>> = {
    "@": "a",
    "0": "o",
    "1": "l",
    "3": "e",
    $: "s",
    "5": "s",
  };
  return core.replaceAll(/[@013$5]/g, (sign) => stands[sign] ?? sign).replaceAll(/[\d\W_]/gu, "");
}

function isRow(folded: string): boolean {
  return ROWS.some((row) => row.includes(folded) || row.split("").toReversed().join("").includes(folded));
}

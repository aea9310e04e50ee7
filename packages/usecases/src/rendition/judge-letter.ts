// How long the letter of a message becomes, and what it costs each addressee's country; or why there can be none.

import {
  countriesOf,
  EVERY_COUNTRY,
  type FieldError,
  LETTER_PAGES_MAX,
  lengthOfLetter,
  postageOf,
  tooThickFor,
} from "@posthorn/domain";
import type { LetterTerms } from "../context.ts";

/** Letters to one country. */
export interface PostageLine {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly letters: number;
  /** Credits a letter. */
  readonly each: number;
}

export interface Postage {
  readonly lines: readonly PostageLine[];
  /** Credits of all. */
  readonly total: number;
}

export type LetterJudged =
  | { readonly ok: true; readonly pages: number; readonly sheets: number; readonly postage: Postage }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** The country that postage is reserved for where the address can still be given. */
export const UNTIL_GIVEN = "BE";
/** Tariffs count sheets printed on both sides. */
const DUPLEX = true;

/**
 * `parts`: pages of each part's rendition. `countries`: of each addressee, null where no address is given yet. Errors:
 * `not_offered`, `letter_too_long` {pages, max} and, where no printer's envelope takes it, `letter_too_thick` {sheets, max} at
 * `postal_fallback`; `letter_too_heavy` {sheets} at `addressees.N`.
 */
export function judgeLetter(
  letters: LetterTerms | null,
  parts: readonly number[],
  countries: readonly (string | null)[],
): LetterJudged {
  const path = "postal_fallback";
  if (letters === null) return { ok: false, errors: [{ path, code: "not_offered" }] };
  const { pages, sheets, tooLong } = lengthOfLetter({ parts, duplex: DUPLEX });
  if (tooLong) {
    const params = { pages, max: LETTER_PAGES_MAX };
    return { ok: false, errors: [{ path, code: "letter_too_long", params }] };
  }
  const params = tooThickFor(parts, letters.printers);
  if (params !== null) return { ok: false, errors: [{ path, code: "letter_too_thick", params }] };
  const errors: FieldError[] = [];
  const lines = new Map<string, PostageLine>();
  for (const [row, given] of countries.entries()) {
    const country = given ?? UNTIL_GIVEN;
    const each = postageOf(letters.tariff, { country, sheets });
    if (each === null)
      errors.push({ path: `addressees.${row}`, code: "letter_too_heavy", params: { sheets } });
    else lines.set(country, { country, each, letters: (lines.get(country)?.letters ?? 0) + 1 });
  }
  if (errors.length > 0) return { ok: false, errors };
  const shown = [...lines.values()];
  const total = shown.reduce((sum, line) => sum + line.letters * line.each, 0);
  return { ok: true, pages, sheets, postage: { lines: shown, total } };
}

/** Whether letters go to a country by these terms. */
export function servedBy(letters: LetterTerms | null): (country: string) => boolean {
  const countries = letters === null ? [] : countriesOf(letters.tariff);
  return (country) => countries.includes(country) || countries.includes(EVERY_COUNTRY);
}

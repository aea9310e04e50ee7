// How long a letter is: its own pages, those of its parts, the blank ones between, and the sheets they take.

import type { PrinterProfile } from "./printer.ts";
import { LETTER_PAGES_MAX } from "./rendition.ts";

/** Parts that are listed on the first page of digests, and on each that follows. */
const DIGESTS_ON_FIRST_PAGE = 6;
const DIGESTS_ON_NEXT_PAGE = 7;

/** One side of a sheet; numbers count from 0. */
export type LetterPage =
  | { readonly kind: "address" }
  /** Page `page` of the rendition of part `part`. */
  | { readonly kind: "part"; readonly part: number; readonly page: number }
  /** The back of a front on which a part ends, or of the address. */
  | { readonly kind: "blank" }
  /** Lists the parts from `from` up to `to`, exclusive. */
  | { readonly kind: "digests"; readonly from: number; readonly to: number };

export interface LetterShape {
  /** Pages of each part's rendition, in the order of the message. */
  readonly parts: readonly number[];
  /** Printed on both sides: then each part begins on a front. */
  readonly duplex: boolean;
}

export interface LetterLength {
  /** With blank ones. */
  readonly pages: number;
  readonly sheets: number;
  /** No letter has more than `LETTER_PAGES_MAX` pages. */
  readonly tooLong: boolean;
}

/** The letter page by page: address, parts, digests. A back that stays white at the very end is no page. */
export function planPages({ parts, duplex }: LetterShape): readonly LetterPage[] {
  const plan: LetterPage[] = [{ kind: "address" }];
  for (const [part, pages] of parts.entries()) {
    if (duplex && plan.length % 2 === 1) plan.push({ kind: "blank" });
    for (let page = 0; page < pages; page += 1) plan.push({ kind: "part", part, page });
  }
  for (let from = 0; from < parts.length;) {
    const to = Math.min(parts.length, from + (from === 0 ? DIGESTS_ON_FIRST_PAGE : DIGESTS_ON_NEXT_PAGE));
    plan.push({ kind: "digests", from, to });
    from = to;
  }
  return plan;
}

export function lengthOfLetter(shape: LetterShape): LetterLength {
  const pages = planPages(shape).length;
  return { pages, sheets: sheetsOf(pages, shape.duplex), tooLong: pages > LETTER_PAGES_MAX };
}

export function sheetsOf(pages: number, duplex: boolean): number {
  return duplex ? Math.ceil(pages / 2) : pages;
}

/** What one envelope of a printer takes. */
export type Envelope = Pick<PrinterProfile, "duplex" | "sheets">;

/** Null where one of the envelopes takes the letter; otherwise its sheets in the roomiest, and how many that takes. */
export function tooThickFor(
  parts: readonly number[],
  envelopes: readonly Envelope[],
): { readonly sheets: number; readonly max: number } | null {
  const filled = envelopes.map(({ duplex, sheets: max }) => ({
    sheets: lengthOfLetter({ parts, duplex }).sheets,
    max,
    sides: duplex ? max * 2 : max,
  }));
  if (filled.some(({ sheets, max }) => sheets <= max)) return null;
  const [roomiest] = filled.toSorted((a, b) => b.sides - a.sides);
  return roomiest ? { sheets: roomiest.sheets, max: roomiest.max } : null;
}

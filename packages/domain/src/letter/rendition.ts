// How a part looks on paper: a PDF made from it before it is sent, or why there can be none.

/** Pages of a whole letter at most: address page, parts, list of digests, blank ones included. */
export const LETTER_PAGES_MAX = 200;

export const RENDITION_REFUSALS = [
  /** No kind of file that has pages: an archive, sound, a mail. */
  "not_printable",
  "encrypted",
  "unreadable",
  /** Its pages are made by a program in it, so nobody can say how they look. */
  "dynamic_form",
  /** A PDF that is a cover for files within it. */
  "portfolio",
  /** Ticks or notes on its pages that do not say how they look: each reader draws them another way, or not at all. */
  "marks_not_drawn",
  /** Params: `fonts`, names joined by commas. */
  "fonts_missing",
  /** Of a text. Params: `characters` that are not set as they were written, joined by commas. */
  "characters_not_set",
  /** Params: `pages`, `max`. */
  "too_many_pages",
  /** Params: `max` in bytes. */
  "too_large",
  /** No converter for office documents is installed here. */
  "no_converter",
  "converter_failed",
  "too_slow",
] as const;
export type RenditionRefusal = (typeof RENDITION_REFUSALS)[number];

/** Of this place or this moment rather than of the file: the same part may be put on paper another time. */
const PASSING: ReadonlySet<string> = new Set<RenditionRefusal>([
  "no_converter",
  "converter_failed",
  "too_slow",
]);

/** How long a part that was refused for such a reason is left alone. */
export const RENDITION_RETRY_SECONDS = 60;

export function refusalMayPass(reason: string): boolean {
  return PASSING.has(reason);
}

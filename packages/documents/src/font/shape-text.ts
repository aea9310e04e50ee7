// Cuts a text into runs of one face each, falling back per character, so that no name vanishes or breaks a page.

import { openFace, type AnyFace, type Face } from "./open-face.ts";

/** Characters of one face in a row; `advance` in thousandths of the type size. */
export interface Run {
  readonly face: AnyFace;
  readonly text: string;
  readonly advance: number;
}

/** Stands, visibly, where no font of ours has a glyph. */
export const REPLACEMENT = "\ufffd";

const PICTURE = /^[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]$/u;
// A skin tone has no shade in one colour.
const TONED = /(\p{Emoji_Modifier_Base})\ufe0f?\p{Emoji_Modifier}/gu;
// Joiners, variation selectors, soft hyphen and tag characters carry no ink of their own.
const INKLESS =
  /^[\u00ad\u034f\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff\u{e0000}-\u{e007f}\u{e0100}-\u{e01ef}]$/u;
const BLANK = /^[\t\n\r\u2000-\u200a\u202f\u205f\u3000\u2028\u2029]$/u;

/**
 * Runs in logical order. Directional overrides are never obeyed and print as the replacement: a file name cannot
 * disguise itself. Right-to-left scripts stand in logical order too.
 */
export function shapeText(text: string, face: Face): readonly Run[] {
  const runs: { face: AnyFace; text: string; advance: number }[] = [];
  for (const character of text.normalize("NFC").replaceAll(TONED, "$1")) {
    const drawn = chooseFace(character, face);
    if (!drawn) continue;
    const last = runs.at(-1);
    if (last?.face === drawn.face) {
      last.text += drawn.text;
      last.advance += drawn.advance;
    } else {
      runs.push(drawn);
    }
  }
  return runs;
}

/** Width in points of a text set in one line at `size` points. */
export function widthOf(text: string, face: Face, size: number): number {
  return (shapeText(text, face).reduce((sum, run) => sum + run.advance, 0) * size) / 1000;
}

/** Whether any character of the text can only be shown as the replacement. */
export function hasUnprintable(text: string): boolean {
  return shapeText(text, "sans").some((run) => run.text.includes(REPLACEMENT));
}

function chooseFace(character: string, face: Face): { face: AnyFace; text: string; advance: number } | null {
  if (INKLESS.test(character)) return null;
  const shown = BLANK.test(character) ? " " : character;
  const codePoint = shown.codePointAt(0) ?? 0xfffd;
  for (const candidate of candidates(shown, face)) {
    const glyph = openFace(candidate).glyph(codePoint);
    // A glyph of no width and no ink would make the character vanish.
    if (glyph && (glyph.advance > 0 || /\p{Mark}/u.test(shown)))
      return { face: candidate, text: shown, advance: glyph.advance };
  }
  const advance = openFace("symbols").glyph(0xfffd)?.advance ?? 0;
  return { face: "symbols", text: REPLACEMENT, advance };
}

function candidates(character: string, face: Face): readonly AnyFace[] {
  return PICTURE.test(character) ? [face, "emoji", "symbols"] : [face, "symbols", "emoji"];
}

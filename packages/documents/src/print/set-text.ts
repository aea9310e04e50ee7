// Sets texts for paper: the message itself as a letter, text files in a face of one width with their lines numbered.

import { createHash } from "node:crypto";
import { PDFDocument } from "pdf-lib";
import { LETTER_PAGES_MAX, parseBodyBlocks, type BodyInline } from "@posthorn/domain";
import { REPLACEMENT, shapeText } from "../font/shape-text.ts";
import type { Face } from "../font/open-face.ts";
import { type Block, lineBlock, moveInks, paragraph, type Ink } from "../layout/block.ts";
import { paginate } from "../layout/paginate.ts";
import { A4, drawPage, MM } from "../pdf/draw-page.ts";
import { embedFaces } from "../pdf/embed-faces.ts";
import { identifyFile } from "../pdf/identify-file.ts";
import { UNTAGGED } from "../pdf/mark-structure.ts";
import type { Span, Style } from "../text/style.ts";
import { wrapText } from "../text/wrap-text.ts";
import { orRefusal, PrintRefusal, type Printable, type Unprintable } from "./print-outcome.ts";

/** Wider than any printer's own: a letter is read, and filed. */
const LETTER = { side: 25 * MM, top: 25 * MM, bottom: 22 * MM } as const;
const FILE = { side: 18 * MM, top: 16 * MM, bottom: 16 * MM } as const;
const BLACK: Style["color"] = [0, 0, 0];
const GREY: Style["color"] = [0.45, 0.45, 0.45];
const STYLE = {
  subject: { face: "serif", size: 15, color: BLACK, leading: 1.25 },
  body: { face: "sans", size: 11, color: BLACK, leading: 1.4 },
  code: { face: "mono", size: 8, color: BLACK, leading: 1.3 },
  number: { face: "mono", size: 6.5, color: GREY, leading: 1.3 },
} as const satisfies Record<string, Style>;
const PARAGRAPH_GAP = 9;
const ITEM_GAP = 4;
const INDENT = 14;

/** The message as a letter: its subject as the heading, its body as paragraphs and lists. */
export function renderMessage(subject: string, body: string): Promise<Printable | Unprintable> {
  return setMessage(withoutHints(subject), withoutHints(body));
}

function setMessage(subject: string, body: string): Promise<Printable | Unprintable> {
  const width = A4.width - 2 * LETTER.side;
  const height = A4.height - LETTER.top - LETTER.bottom;
  return orRefusal(async () => {
    refuseUnset(`${subject}${body}`, [STYLE.subject.face, STYLE.body.face]);
    const heading = paragraph([{ text: subject, style: STYLE.subject }], width).map((block) => ({
      ...block,
      keepWithNext: true,
    }));
    const blocks = [...heading, ...bodyBlocks(body, width)];
    return writePages(paginate(blocks, height), LETTER);
  });
}

function bodyBlocks(body: string, width: number): readonly Block[] {
  return parseBodyBlocks(body).flatMap((block) => {
    if (block.kind === "paragraph") return paragraph(spansOf(block.inline), width, PARAGRAPH_GAP);
    return block.items.flatMap((item, index) =>
      listItem(item, width, index === 0 ? PARAGRAPH_GAP : ITEM_GAP),
    );
  });
}

/** Its dash hangs before the text, as on the pages. */
function listItem(item: readonly BodyInline[], width: number, gap: number): readonly Block[] {
  const dash = wrapText([{ text: "–", style: STYLE.body }], INDENT).map((line) => lineBlock(line));
  return paragraph(spansOf(item), width - INDENT, gap).map((line, index) => ({
    ...line,
    inks: [...(index === 0 ? dash.flatMap((block) => block.inks) : []), ...moveInks(line.inks, INDENT, 0)],
  }));
}

function spansOf(inline: readonly BodyInline[]): readonly Span[] {
  const text = inline.map((piece) => (piece.kind === "break" ? "\n" : piece.text)).join("");
  return [{ text, style: STYLE.body }];
}

/** A text file line by line, each by its number; a line too long for the page goes on below. */
export function renderPlainText(text: string): Promise<Printable | Unprintable> {
  return orRefusal(async () => {
    const lines = withoutHints(text.endsWith(DOS_END) ? text.slice(0, -1) : text)
      .replaceAll(/\r\n?/g, "\n")
      .replace(/\n$/, "")
      .split(/[\n\v\f]/);
    const height = A4.height - FILE.top - FILE.bottom;
    const indent = 2 + String(lines.length).length;
    const width = A4.width - 2 * FILE.side;
    const columns = Math.floor(width / CELL) - indent;
    refuseTooMany(lines, columns, Math.floor(height / (STYLE.code.size * STYLE.code.leading)));
    refuseUnset(lines.join("\n"), [STYLE.code.face]);
    const blocks = lines.flatMap((line, index) => codeLine(line, index + 1, indent * CELL, width));
    return writePages(paginate(blocks, height), FILE);
  });
}

/**
 * Marks in the place of words would not be what was written, nor are words set from the wrong end, letters that should join
 * and do not, or accents beside their letter. What leaves no ink in any script is let pass.
 */
function refuseUnset(text: string, faces: readonly Face[]): void {
  const unset = [...new Set(text.normalize("NFC"))].filter(
    (character) => !LET_PASS.test(character) && !isSet(character, faces),
  );
  if (unset.length > 0) {
    const named = unset.slice(0, NAMED_CHARACTERS).map(nameOf).join(", ");
    throw new PrintRefusal("characters_not_set", { characters: named });
  }
}

/** Line ends, tabs, the mark itself where it was written, and what shapes or hints but has no ink of its own. */
const LET_PASS =
  /[\t\n\r\u00ad\u034f\u200b-\u200d\u2028\u2029\u2060\ufe00-\ufe0f\ufeff\ufffd\u{e0000}-\u{e007f}\u{e0100}-\u{e01ef}]/u;
/** Scripts that stand from left to right, each letter as it is beside the next. */
const ONE_AFTER_ANOTHER =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Common}\p{Script=Braille}]/u;

function isSet(character: string, faces: readonly Face[]): boolean {
  if (!ONE_AFTER_ANOTHER.test(character) || /[\p{C}\p{M}]/u.test(character)) return false;
  return faces.every((face) => shapeText(character, face).every(({ text }) => !text.includes(REPLACEMENT)));
}

/** As it is where it can be seen, a lone accent on a circle, and by its number where there is nothing to see. */
function nameOf(character: string): string {
  if (/\p{M}/u.test(character)) return `\u25cc${character}`;
  if (!/[\p{C}\p{Z}]/u.test(character)) return character;
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Hints at a direction, which programs leave in what is pasted; an override is no hint, and is shown. */
function withoutHints(text: string): string {
  return text.replaceAll(/[\u061c\u200e\u200f\u202a-\u202c\u2066-\u2069]/gu, "");
}

/** Old programs end a file with it. */
const DOS_END = "\u001a";
/** Enough to see which script it is. */
const NAMED_CHARACTERS = 10;

/** DejaVu Sans Mono is 0.602 of its size wide. */
const CELL = 0.602 * STYLE.code.size;
const TAB = "    ";

/** Before anything is set: a file of a million lines is refused as fast as it is read. */
function refuseTooMany(lines: readonly string[], columns: number, rows: number): void {
  const needed = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / columns)), 0);
  const pages = Math.ceil(needed / rows);
  // What is counted in code units may take less room; twice as much it never does.
  if (pages > 2 * LETTER_PAGES_MAX)
    throw new PrintRefusal("too_many_pages", { pages, max: LETTER_PAGES_MAX });
}

function codeLine(text: string, number: number, indent: number, width: number): readonly Block[] {
  // Blanks at the start of a line are how it is ordered; a paragraph would drop them.
  const shown = text.replaceAll("\t", TAB).replace(/^ +/, (blanks) => "\u00a0".repeat(blanks.length));
  const [count] = wrapText([{ text: String(number), style: STYLE.number }], width);
  const mark = count ? lineBlock(count, indent - 1.5 * CELL - count.width).inks : [];
  return wrapText([{ text: shown, style: STYLE.code }], width - indent).map((line, index) => {
    const block = lineBlock(line, indent);
    return index === 0 ? { ...block, inks: [...mark, ...block.inks] } : block;
  });
}

async function writePages(
  pages: readonly (readonly Ink[])[],
  margin: { readonly side: number; readonly top: number },
): Promise<Printable> {
  if (pages.length > LETTER_PAGES_MAX) {
    throw new PrintRefusal("too_many_pages", { pages: pages.length, max: LETTER_PAGES_MAX });
  }
  const document = await PDFDocument.create({ updateMetadata: false });
  const placed = pages.map((inks) => moveInks(inks, margin.side, margin.top));
  const fonts = embedFaces(document, placed.flat());
  for (const inks of placed) drawPage(document.addPage([A4.width, A4.height]), inks, fonts, UNTAGGED);
  identifyFile(document, createHash("sha256").update(JSON.stringify(placed)).digest("hex"));
  const pdf = await document.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
  });
  return { ok: true, pdf, pages: pages.length, colour: false };
}

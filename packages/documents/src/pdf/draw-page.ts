// Draws ink on a page, and marks what stands in which element.

import {
  beginText,
  endText,
  LineCapStyle,
  LineJoinStyle,
  PDFContentStream,
  PDFRef,
  popGraphicsState,
  pushGraphicsState,
  rgb,
  setFillingRgbColor,
  setFontAndSize,
  setLineJoin,
  setTextMatrix,
  showText,
  type PDFPage,
} from "pdf-lib";
import type { AnyFace } from "../font/open-face.ts";
import type { Ink } from "../layout/block.ts";
import type { Color } from "../text/style.ts";
import { compressedStream } from "./compressed-stream.ts";
import type { EmbeddedFace } from "./embed-faces.ts";
import { endMark, type Structure } from "./mark-structure.ts";

/** A4 in points. */
export const A4 = { width: 595.28, height: 841.89 } as const;
/** Points in a millimetre. */
export const MM = 72 / 25.4;

const PROSE: ReadonlySet<AnyFace> = new Set(["sans", "sansBold", "serif"]);

/** Ink from first to last; neighbours of one element are marked together. */
export function drawPage(
  page: PDFPage,
  inks: readonly Ink[],
  fonts: ReadonlyMap<AnyFace, EmbeddedFace>,
  structure: Structure,
): void {
  page.pushOperators(setLineJoin(LineJoinStyle.Round));
  const names = new Map<EmbeddedFace, ReturnType<PDFPage["node"]["newFontDictionary"]>>();
  for (const [index, ink] of inks.entries()) {
    const before = inks[index - 1];
    if (!before || before.tag !== ink.tag) {
      if (before) page.pushOperators(endMark());
      page.pushOperators(structure.beginMark(page, ink.tag));
    }
    if (ink.kind === "path") {
      drawPath(page, ink);
      continue;
    }
    const font = fonts.get(ink.face);
    if (!font) continue;
    const name = names.get(font) ?? page.node.newFontDictionary(font.face, font.ref);
    names.set(font, name);
    page.pushOperators(
      pushGraphicsState(),
      beginText(),
      setFillingRgbColor(...ink.color),
      setFontAndSize(name, ink.size),
      setTextMatrix(1, 0, 0, 1, ink.x, A4.height - ink.y),
      showText(font.encode(ink.text + blankAfter(ink, inks[index + 1]))),
      endText(),
      popGraphicsState(),
    );
  }
  if (inks.length > 0) page.pushOperators(endMark());
  compressContent(page);
}

function compressContent({ node, doc: { context } }: PDFPage): void {
  for (const ref of node.normalizedEntries().Contents?.asArray() ?? []) {
    const content = context.lookup(ref);
    if (!(ref instanceof PDFRef) || !(content instanceof PDFContentStream)) continue;
    context.assign(ref, compressedStream(context, content.getUnencodedContents(), {}));
  }
}

/** Where a line of an element ends, a word does: else the last would be read as one with the first of the next line. */
function blankAfter(ink: Ink & { kind: "text" }, next: Ink | undefined): string {
  const goesOn = next?.kind === "text" && next.tag !== undefined && next.tag === ink.tag && next.y !== ink.y;
  // Digits of a digest are set on two lines and are one word.
  return goesOn && PROSE.has(ink.face) ? " " : "";
}

function drawPath(page: PDFPage, ink: Extract<Ink, { kind: "path" }>): void {
  const color = ([r, g, b]: Color) => rgb(r, g, b);
  page.drawSvgPath(ink.path, {
    x: ink.x,
    y: A4.height - ink.y,
    scale: ink.scale ?? 1,
    borderWidth: ink.strokeWidth ?? (ink.stroke ? 1 : 0),
    borderLineCap: LineCapStyle.Round,
    ...(ink.fill ? { color: color(ink.fill) } : {}),
    ...(ink.stroke ? { borderColor: color(ink.stroke) } : {}),
    ...(ink.dash ? { borderDashArray: [...ink.dash] } : {}),
  });
}

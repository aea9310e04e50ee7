// What every page of a letter bears in the strip at its left edge: which page it is, for people and for machines that fill envelopes.

import type { PDFPage } from "pdf-lib";
import { dataMatrix } from "../drawing/draw-barcode.ts";
import type { AnyFace } from "../font/open-face.ts";
import { widthOf } from "../font/shape-text.ts";
import type { Ink } from "../layout/block.ts";
import { compressedStream } from "../pdf/compressed-stream.ts";
import type { EmbeddedFace } from "../pdf/embed-faces.ts";
import { BLACK } from "./letter-styles.ts";
import { mm } from "./measure.ts";

export interface PageMark {
  readonly jobId: string;
  readonly page: number;
  readonly pages: number;
}

/** Wide enough for the matrix: in millimetres, right of what the printer cannot reach. */
export const STRIP = 7;
const MODULE = mm(0.4);
const COUNTER_SIZE = 7.5;
/** Between matrix and counter. */
const GAP = mm(1.5);

/** All that the counter is written with. */
export const COUNTER_ALPHABET: Ink = {
  kind: "text",
  x: 0,
  y: 0,
  text: "0123456789/",
  face: "sans",
  size: COUNTER_SIZE,
  color: BLACK,
};

/** Over whatever stands on the page. `margin` in millimetres: what the printer cannot reach. */
export function drawMark(
  sheet: PDFPage,
  mark: PageMark,
  margin: number,
  fonts: ReadonlyMap<AnyFace, EmbeddedFace>,
): void {
  const { context } = sheet.doc;
  const content = [...matrixOperators(mark, margin), ...counterOperators(sheet, mark, margin, fonts)];
  const stream = compressedStream(context, Buffer.from(`q 0 g\n${content.join("\n")}\nQ\n`), {});
  sheet.node.addContentStream(context.register(stream));
}

/** Above the counter. */
function matrixOperators({ jobId, page, pages }: PageMark, margin: number): readonly string[] {
  const { width, height, bars } = dataMatrix(`PH1 ${jobId} ${page}/${pages}`);
  const left = mm(margin) + (mm(STRIP) - width * MODULE) / 2;
  const top = mm(margin) + COUNTER_SIZE + GAP + height * MODULE;
  const toModules = `${[MODULE, 0, 0, -MODULE, left, top].map(decimal).join(" ")} cm`;
  return ["q", toModules, ...bars.map((bar) => `${bar.x} ${bar.y} ${bar.width} ${bar.height} re`), "f Q"];
}

function counterOperators(
  sheet: PDFPage,
  { page, pages }: PageMark,
  margin: number,
  fonts: ReadonlyMap<AnyFace, EmbeddedFace>,
): readonly string[] {
  const font = fonts.get("sans");
  if (!font) throw new Error("the counter's face is not embedded");
  const name = sheet.node.newFontDictionary(font.face, font.ref).toString();
  const text = `${page}/${pages}`;
  const size = Math.min(COUNTER_SIZE, (COUNTER_SIZE * mm(STRIP)) / widthOf(text, "sans", COUNTER_SIZE));
  const at = `1 0 0 1 ${decimal(mm(margin))} ${decimal(mm(margin) + 1)} Tm`;
  return [`BT ${name} ${decimal(size)} Tf ${at} ${font.encode(text).toString()} Tj ET`];
}

/** As PDF writes numbers: no exponents. */
export function decimal(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

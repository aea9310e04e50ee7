// How far a font of a PDF moves for each code and how high it stands: near enough to know where its ink falls.

import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject } from "pdf-lib";
import { readMatrix } from "./page-geometry.ts";
import { readEncoding } from "./simple-encoding.ts";
import { glyphOf, standardFace } from "./standard-face.ts";

export interface FontMetrics {
  /** Per code: 1 or 2. */
  readonly octets: number;
  /** Parts of the type size. */
  advance(code: number): number;
  readonly ascent: number;
  readonly descent: number;
}

/** Where a font says nothing of itself. */
const USUAL_ADVANCE = 0.6;
const USUAL = { ascent: 0.95, descent: -0.3 } as const;

export function readFontMetrics(font: PDFDict): FontMetrics {
  const subtype = nameOf(font.lookup(PDFName.of("Subtype")));
  if (subtype === "Type0") return readComposite(font);
  const first = numberOf(font.lookup(PDFName.of("FirstChar"))) ?? 0;
  const widths = readWidths(font.lookup(PDFName.of("Widths")));
  // Glyphs of Type 3 fonts are drawn in a space of their own.
  const unit = subtype === "Type3" ? Math.abs(readMatrix(font.lookup(PDFName.of("FontMatrix")))[0]) : 0.001;
  const missing = subtype === "Type3" || widths.length > 0 ? () => 0 : standardAdvance(font);
  const advance = (code: number): number => {
    const width = widths[code - first];
    return width === undefined ? missing(code) : width * unit;
  };
  return { octets: 1, advance, ...heightOf(font) };
}

/** A font that everybody has need not say how wide it is. */
function standardAdvance(font: PDFDict): (code: number) => number {
  const face = standardFace(nameOf(font.lookup(PDFName.of("BaseFont"))) ?? "");
  if (!face) return () => USUAL_ADVANCE;
  const meaning = readEncoding(font, face.builtIn);
  return (code) => {
    const meant = meaning(code);
    const glyph = meant && glyphOf(face, meant);
    return glyph ? glyph.advanceWidth / face.parsed.unitsPerEm : USUAL_ADVANCE;
  };
}

function readComposite(font: PDFDict): FontMetrics {
  const descendants = font.lookup(PDFName.of("DescendantFonts"));
  const descendant = descendants instanceof PDFArray ? descendants.lookup(0) : undefined;
  if (!(descendant instanceof PDFDict)) return { octets: 2, advance: () => 1, ...USUAL };
  const usual = numberOf(descendant.lookup(PDFName.of("DW"))) ?? 1000;
  const widths = readCidWidths(descendant.lookup(PDFName.of("W")));
  return { octets: 2, advance: (code) => (widths.get(code) ?? usual) / 1000, ...heightOf(descendant) };
}

/** §9.7.4.3: a first code and its list of widths, or a range and the one width of all. */
function readCidWidths(value: PDFObject | undefined): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  if (!(value instanceof PDFArray)) return widths;
  for (let at = 0; at + 1 < value.size();) {
    const first = numberOf(value.lookup(at)) ?? 0;
    const second = value.lookup(at + 1);
    if (second instanceof PDFArray) {
      for (const [index, width] of readWidths(second).entries()) widths.set(first + index, width);
      at += 2;
    } else {
      const last = Math.min(numberOf(second) ?? first, 0xffff);
      const width = numberOf(value.lookup(at + 2)) ?? 0;
      for (let code = first; code <= last; code += 1) widths.set(code, width);
      at += 3;
    }
  }
  return widths;
}

/** Of what the descriptor says as much as type can be; some say nothing, or the height of a page. */
function heightOf(font: PDFDict): Pick<FontMetrics, "ascent" | "descent"> {
  const descriptor = font.lookup(PDFName.of("FontDescriptor"));
  const said = (name: string): number =>
    descriptor instanceof PDFDict ? (numberOf(descriptor.lookup(PDFName.of(name))) ?? 0) / 1000 : 0;
  return {
    ascent: Math.min(1.2, said("Ascent") || USUAL.ascent),
    descent: Math.max(-0.5, -Math.abs(said("Descent") || USUAL.descent)),
  };
}

function readWidths(value: PDFObject | undefined): readonly number[] {
  if (!(value instanceof PDFArray)) return [];
  return value.asArray().map((_, index) => numberOf(value.lookup(index)) ?? 0);
}

function numberOf(value: PDFObject | undefined): number | undefined {
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

function nameOf(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFName ? value.decodeText() : undefined;
}

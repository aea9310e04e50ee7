// Puts the fonts into a file that it counts on the printer to have, so that it prints the same everywhere.

import { PDFArray, PDFDict, PDFName } from "pdf-lib";
import { PrintRefusal } from "./print-outcome.ts";
import { readEncoding } from "./simple-encoding.ts";
import { glyphOf, standardFace, type StandardFace } from "./standard-face.ts";
import { writeOneOctetFont } from "./write-one-octet-font.ts";

/**
 * Changes the fonts in place. `used` says which codes each is asked for. Throws PrintRefusal `fonts_missing` with the
 * names of those that nothing stands in for.
 */
export function embedMissingFonts(used: ReadonlyMap<PDFDict, ReadonlySet<number>>): void {
  const missing = new Set<string>();
  for (const [font, codes] of used) {
    if (isEmbedded(font)) continue;
    const name = nameOf(font);
    const face = subtypeOf(font) === "Type0" ? null : standardFace(name);
    if (!face || !embed(font, face, codes)) missing.add(name.replace(/^[A-Z]{6}\+/, ""));
  }
  if (missing.size > 0)
    throw new PrintRefusal("fonts_missing", { fonts: [...missing].toSorted().join(", ") });
}

function nameOf(font: PDFDict): string {
  const name = font.lookup(PDFName.of("BaseFont"));
  return name instanceof PDFName ? name.decodeText() : "?";
}

function subtypeOf(font: PDFDict): string {
  const subtype = font.lookup(PDFName.of("Subtype"));
  return subtype instanceof PDFName ? subtype.decodeText() : "";
}

function isEmbedded(font: PDFDict): boolean {
  const subtype = subtypeOf(font);
  if (subtype === "Type3") return true;
  const descendants = font.lookup(PDFName.of("DescendantFonts"));
  const described = subtype === "Type0" && descendants instanceof PDFArray ? descendants.lookup(0) : font;
  const descriptor =
    described instanceof PDFDict ? described.lookup(PDFName.of("FontDescriptor")) : undefined;
  return (
    descriptor instanceof PDFDict &&
    ["FontFile", "FontFile2", "FontFile3"].some((key) => descriptor.lookup(PDFName.of(key)) !== undefined)
  );
}

/** The same codes go on to mean the same: a font of one-octet codes over the glyphs that are used. False where one is missing. */
function embed(font: PDFDict, face: StandardFace, codes: ReadonlySet<number>): boolean {
  const { parsed } = face;
  const meaning = readEncoding(font, face.builtIn);
  const subset = parsed.createSubset();
  const glyphs = Buffer.alloc(2 * 256);
  const meanings = new Map<number, string>();
  const widths = new Map<number, number>();
  for (const code of [...codes].toSorted((a, b) => a - b)) {
    const meant = meaning(code);
    // A code without a meaning shows nothing anywhere.
    if (!meant) continue;
    const glyph = glyphOf(face, meant);
    if (glyph === null) return false;
    glyphs.writeUInt16BE(subset.includeGlyph(glyph.id), 2 * code);
    widths.set(code, (glyph.advanceWidth * 1000) / parsed.unitsPerEm);
    if ("character" in meant) meanings.set(code, meant.character);
  }
  writeOneOctetFont(font, face, { program: subset.encode(), glyphs, widths, meanings });
  return true;
}

// A font of one-octet codes whose glyphs stand in the file, written over one whose glyphs did not (ISO 32000-1 §9.7).

import { createHash } from "node:crypto";
import { PDFArray, PDFName, PDFNumber, PDFString, type PDFDict, type PDFRef } from "pdf-lib";
import { characterMap, textMappings } from "../pdf/character-map.ts";
import { compressedStream } from "../pdf/compressed-stream.ts";
import type { StandardFace } from "./standard-face.ts";

export interface CodedGlyphs {
  readonly program: Uint8Array;
  /** Of all 256 codes two octets each: the glyph. */
  readonly glyphs: Uint8Array;
  /** In thousandths of the type size. */
  readonly widths: ReadonlyMap<number, number>;
  /** What is copied out. */
  readonly meanings: ReadonlyMap<number, string>;
}

/**
 * Makes of `font`, in place, a font of codes of one octet each over the glyphs given (§9.7): texts that are set in it stay
 * as they are. Widths that it declares itself are kept.
 */
export function writeOneOctetFont(font: PDFDict, face: StandardFace, coded: CodedGlyphs): void {
  const { program, glyphs, widths, meanings } = coded;
  const { context } = font;
  const stream = (octets: Uint8Array, more: Record<string, string | number | PDFDict> = {}): PDFRef =>
    context.register(compressedStream(context, octets, more));
  const system = (ordering: string): PDFDict =>
    context.obj({ Registry: PDFString.of("Adobe"), Ordering: PDFString.of(ordering), Supplement: 0 });
  const name = `${tagOf(glyphs)}+${face.parsed.postscriptName ?? "Standard"}`;
  const own = declaredWidths(font);
  const descendant = context.obj({
    Type: "Font",
    Subtype: "CIDFontType2",
    BaseFont: name,
    CIDSystemInfo: system("Identity"),
    CIDToGIDMap: stream(glyphs),
    FontDescriptor: context.register(
      describe(font, face, name, stream(program, { Length1: program.length })),
    ),
    W: [...widths].flatMap(([code, width]) => [code, [own(code) ?? width]]),
    DW: 0,
  });
  if (!font.has(PDFName.of("ToUnicode")))
    font.set(PDFName.of("ToUnicode"), stream(Buffer.from(unicodeMap(meanings))));
  for (const key of ["FirstChar", "LastChar", "Widths", "FontDescriptor", "Name"])
    font.delete(PDFName.of(key));
  font.set(PDFName.of("Subtype"), PDFName.of("Type0"));
  font.set(PDFName.of("BaseFont"), PDFName.of(name));
  font.set(PDFName.of("DescendantFonts"), context.obj([context.register(descendant)]));
  const codes = { Type: "CMap", CMapName: "OneOctet", CIDSystemInfo: system("Identity") };
  font.set(PDFName.of("Encoding"), stream(Buffer.from(CODES), codes));
}

function describe(
  { context }: PDFDict,
  { parsed, italic, bold }: StandardFace,
  name: string,
  file: PDFRef,
): PDFDict {
  const scale = 1000 / parsed.unitsPerEm;
  const { minX, minY, maxX, maxY } = parsed.bbox;
  return context.obj({
    Type: "FontDescriptor",
    FontName: name,
    // Glyphs stand by number; and slanted where they are.
    Flags: italic ? 68 : 4,
    FontBBox: [minX, minY, maxX, maxY].map((value) => value * scale),
    ItalicAngle: parsed.italicAngle,
    Ascent: parsed.ascent * scale,
    Descent: parsed.descent * scale,
    CapHeight: (parsed.capHeight || parsed.ascent) * scale,
    StemV: bold ? 140 : 80,
    FontFile2: file,
  });
}

function declaredWidths(font: PDFDict): (code: number) => number | undefined {
  const first = font.lookup(PDFName.of("FirstChar"));
  const widths = font.lookup(PDFName.of("Widths"));
  return (code) => {
    if (!(first instanceof PDFNumber) || !(widths instanceof PDFArray)) return undefined;
    const at = code - first.asNumber();
    const width = at >= 0 && at < widths.size() ? widths.lookup(at) : undefined;
    return width instanceof PDFNumber ? width.asNumber() : undefined;
  };
}

function tagOf(glyphs: Uint8Array): string {
  const digest = createHash("sha256").update(glyphs).digest();
  return [...digest.subarray(0, 6)].map((octet) => String.fromCharCode(65 + (octet % 26))).join("");
}

/** The code is the number of the character, and the map of the descendant leads to its glyph. */
const CODES = octetMap("OneOctet", ["1 begincidrange\n<00> <ff> 0\nendcidrange"]);

function unicodeMap(meanings: ReadonlyMap<number, string>): string {
  return octetMap("Meanings", textMappings([...meanings].map(([code, meaning]) => [hex(code), meaning])));
}

function octetMap(name: string, mappings: readonly string[]): string {
  return characterMap({ name, ordering: "Identity", type: 1, codes: ["00", "ff"], mappings });
}

function hex(code: number): string {
  return code.toString(16).padStart(2, "0");
}

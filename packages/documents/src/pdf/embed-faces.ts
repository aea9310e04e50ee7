// Embeds the faces a document uses as subsets: one character is one glyph, so what was measured is what is drawn.

import { PDFHexString, PDFRawStream, PDFString, type PDFDict, type PDFDocument, type PDFRef } from "pdf-lib";
import { openFace, type AnyFace } from "../font/open-face.ts";
import type { Ink } from "../layout/block.ts";
import { hex, subsetFor, type FaceSubset } from "./subset-face.ts";

export interface EmbeddedFace {
  readonly face: AnyFace;
  readonly ref: PDFRef;
  /** The text as glyphs of this face; it must consist of what was embedded. */
  encode(text: string): PDFHexString;
}

/** The fonts by face. Text can be copied out as it went in. */
export function embedFaces(document: PDFDocument, inks: readonly Ink[]): ReadonlyMap<AnyFace, EmbeddedFace> {
  const used = new Map<AnyFace, Set<string>>();
  for (const ink of inks) {
    if (ink.kind !== "text") continue;
    // A blank may follow the end of a line.
    const characters = used.get(ink.face) ?? new Set(" ");
    for (const character of ink.text) characters.add(character);
    used.set(ink.face, characters);
  }
  const fonts = new Map<AnyFace, EmbeddedFace>();
  for (const [face, characters] of used) {
    const subset = subsetFor(face, characters);
    const encode = (text: string) =>
      PDFHexString.of(Array.from(text, (character) => hex(subset.glyphs.get(character) ?? 0)).join(""));
    fonts.set(face, { face, ref: embed(document, face, subset), encode });
  }
  return fonts;
}

function embed({ context }: PDFDocument, face: AnyFace, subset: FaceSubset): PDFRef {
  const { name, widths, program, programLength, toUnicode } = subset;
  const stream = (content: Uint8Array, more: Record<string, number> = {}): PDFRef => {
    const entries: PDFDict = context.obj({ Filter: "FlateDecode", Length: content.length, ...more });
    return context.register(PDFRawStream.of(entries, content));
  };
  const descendant = context.obj({
    Type: "Font",
    Subtype: "CIDFontType2",
    CIDToGIDMap: "Identity",
    BaseFont: name,
    CIDSystemInfo: { Registry: PDFString.of("Adobe"), Ordering: PDFString.of("Identity"), Supplement: 0 },
    FontDescriptor: context.register(
      context.obj({ ...describe(face, name), FontFile2: stream(program, { Length1: programLength }) }),
    ),
    W: [1, [...widths]],
  });
  return context.register(
    context.obj({
      Type: "Font",
      Subtype: "Type0",
      BaseFont: name,
      Encoding: "Identity-H",
      DescendantFonts: [context.register(descendant)],
      ToUnicode: stream(toUnicode),
    }),
  );
}

/** Flags: glyphs stand by number, not by a standard encoding; and of one width where they are. */
function describe(face: AnyFace, name: string) {
  const { parsed } = openFace(face);
  const scale = 1000 / parsed.unitsPerEm;
  const { minX, minY, maxX, maxY } = parsed.bbox;
  return {
    Type: "FontDescriptor",
    FontName: name,
    Flags: face === "mono" ? 5 : 4,
    FontBBox: [minX * scale, minY * scale, maxX * scale, maxY * scale],
    ItalicAngle: parsed.italicAngle,
    Ascent: parsed.ascent * scale,
    Descent: parsed.descent * scale,
    CapHeight: (parsed.capHeight || parsed.ascent) * scale,
    XHeight: parsed.xHeight * scale,
    StemV: 0,
  };
}

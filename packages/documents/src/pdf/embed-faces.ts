// Embeds the faces a document uses as subsets, through a font of our own that maps one character to one glyph.

import { createHash } from "node:crypto";
import type { PDFDocument, PDFFont } from "pdf-lib";
import { openFace, type AnyFace, type OpenFace } from "../font/open-face.ts";
import type { Ink } from "../layout/block.ts";

/** The fonts by face. Shaping is switched off: what was measured is what is drawn, and text can be copied out as it went in. */
export async function embedFaces(
  document: PDFDocument,
  inks: readonly Ink[],
): Promise<ReadonlyMap<AnyFace, PDFFont>> {
  const used = new Map<AnyFace, Set<string>>();
  for (const ink of inks) {
    if (ink.kind !== "text") continue;
    const characters = used.get(ink.face) ?? new Set();
    for (const character of ink.text) characters.add(character);
    used.set(ink.face, characters);
  }
  const fonts = new Map<AnyFace, PDFFont>();
  for (const [face, characters] of used) {
    const open = openFace(face);
    document.registerFontkit({ create: () => plainFont(open) });
    const customName = `${subsetTag(characters)}+${open.parsed.postscriptName}`;
    fonts.set(face, await document.embedFont(open.bytes, { subset: true, customName }));
  }
  return fonts;
}

/** Six capitals that differ with the characters taken (ISO 32000-1 §9.6.4). */
function subsetTag(characters: ReadonlySet<string>): string {
  const digest = createHash("sha256")
    .update([...characters].toSorted().join(""))
    .digest();
  return [...digest.subarray(0, 6)].map((byte) => String.fromCharCode(65 + (byte % 26))).join("");
}

/** Only what the embedder asks of a font; parsed tables are shared by all documents, code points are not. */
function plainFont(open: OpenFace) {
  const { parsed } = open;
  return {
    postscriptName: parsed.postscriptName,
    unitsPerEm: parsed.unitsPerEm,
    ascent: parsed.ascent,
    descent: parsed.descent,
    italicAngle: parsed.italicAngle,
    capHeight: parsed.capHeight,
    xHeight: parsed.xHeight,
    bbox: parsed.bbox,
    characterSet: [],
    glyphForCodePoint: () => null,
    createSubset: () => parsed.createSubset(),
    layout: (text: string) => ({
      glyphs: [...text].map((character) => {
        const codePoint = character.codePointAt(0) ?? 0;
        const found = open.glyph(codePoint);
        return {
          id: found?.id ?? 0,
          codePoints: [codePoint],
          advanceWidth: ((found?.advance ?? 0) * parsed.unitsPerEm) / 1000,
        };
      }),
    }),
  };
}

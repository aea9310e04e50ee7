// Opens the font files, each parsed once per process, and answers which glyph a face has for a character.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font as ParsedFont } from "@cantoo/fontkit";

/** The faces a text may ask for. `sansBold` is the semibold of Source Sans 3, `serif` the semibold of Source Serif 4. */
export type Face = "sans" | "sansBold" | "serif" | "mono";

/** Faces that a text falls back on, character by character, where its own has no glyph. */
export type FallbackFace = "emoji" | "symbols";

export type AnyFace = Face | FallbackFace;

const FILES: Record<AnyFace, string> = {
  sans: "@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf",
  sansBold: "@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf",
  serif: "@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf",
  mono: "dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf",
  emoji: "@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
  symbols: "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
};

export interface GlyphOfCharacter {
  readonly id: number;
  /** In thousandths of the type size. */
  readonly advance: number;
}

export interface OpenFace {
  readonly face: AnyFace;
  readonly bytes: Uint8Array;
  readonly parsed: ParsedFont;
  /** Null where the face has no glyph for the code point. */
  glyph(codePoint: number): GlyphOfCharacter | null;
}

const opened = new Map<AnyFace, OpenFace>();

/** The face, read and parsed at first use; later calls give the same object. Throws when a font package is not installed. */
export function openFace(face: AnyFace): OpenFace {
  const known = opened.get(face);
  if (known) return known;
  const fresh = readFace(face);
  opened.set(face, fresh);
  return fresh;
}

/** A font file of a package, parsed. Throws when that is not installed. */
export function openFontFile(file: string): { readonly bytes: Uint8Array; readonly parsed: ParsedFont } {
  const bytes = readFileSync(createRequire(import.meta.url).resolve(file));
  const parsed = create(bytes);
  if (!("glyphForCodePoint" in parsed)) throw new Error(`${file} is a collection, not a font`);
  return { bytes, parsed };
}

function readFace(face: AnyFace): OpenFace {
  const { bytes, parsed } = openFontFile(FILES[face]);
  const glyphs = new Map<number, GlyphOfCharacter | null>();
  const perThousand = 1000 / parsed.unitsPerEm;
  return {
    face,
    bytes,
    parsed,
    glyph(codePoint) {
      const known = glyphs.get(codePoint);
      if (known !== undefined) return known;
      const found = parsed.hasGlyphForCodePoint(codePoint) ? parsed.glyphForCodePoint(codePoint) : null;
      const glyph = found && { id: found.id, advance: found.advanceWidth * perThousand };
      glyphs.set(codePoint, glyph);
      return glyph;
    },
  };
}

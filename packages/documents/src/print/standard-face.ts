// The faces that files count on finding everywhere (ISO 32000-1 §9.6.2.2), by the names they go by, in fonts of their widths.

import type { Font } from "@cantoo/fontkit";
import { openFace, openFontFile } from "../font/open-face.ts";
import type { BuiltIn, CodeMeaning } from "./simple-encoding.ts";

export interface StandardFace {
  readonly parsed: Font;
  readonly builtIn: BuiltIn;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** Helvetica and Arial, Times, Courier: drawn to the same widths by those who made them free. */
const FAMILIES = [
  { names: /^(?:Helvetica|Arial)/, folder: "arimo", file: "Arimo" },
  { names: /^Times(?:NewRoman)?/, folder: "tinos", file: "Tinos" },
  { names: /^Courier(?:New)?/, folder: "cousine", file: "Cousine" },
] as const;
/** What may follow a family's name; any other word, Narrow or Black, is another face. */
const STYLE =
  /^(?:PS)?(?:MT)?[-,]?(?:Roman|Regular|Normal)?(?<bold>Bold)?(?<italic>Italic|Oblique)?(?:PS)?(?:MT)?$/i;

const opened = new Map<string, Font>();

/** Null for a face that nobody can count on. `name` is the BaseFont, with or without the tag of a subset. */
export function standardFace(name: string): StandardFace | null {
  const plain = name.replace(/^[A-Z]{6}\+/, "").replaceAll(" ", "");
  if (/^Symbol(?:MT)?$/.test(plain)) return pictures("symbol");
  if (/^(?:ITC)?ZapfDingbats$/.test(plain)) return pictures("dingbats");
  for (const { names, folder, file } of FAMILIES) {
    const family = names.exec(plain)?.[0];
    const style = family === undefined ? null : STYLE.exec(plain.slice(family.length));
    if (!style) continue;
    const bold = style.groups?.["bold"] !== undefined;
    const italic = style.groups?.["italic"] !== undefined;
    const cut = `${bold ? "700Bold" : "400Regular"}${italic ? "_Italic" : ""}`;
    const path = `@expo-google-fonts/${folder}/${cut}/${file}_${cut}.ttf`;
    const parsed = opened.get(path) ?? openFontFile(path).parsed;
    opened.set(path, parsed);
    return { parsed, builtIn: "standard", bold, italic };
  }
  return null;
}

function pictures(builtIn: BuiltIn): StandardFace {
  return { parsed: openFace("symbols").parsed, builtIn, bold: false, italic: false };
}

type Glyph = NonNullable<ReturnType<StandardFace["parsed"]["getGlyph"]>>;

/** Null where the face has none. */
export function glyphOf({ parsed }: StandardFace, meant: CodeMeaning): Glyph | null {
  if ("character" in meant) {
    const point = meant.character.codePointAt(0) ?? 0;
    return parsed.hasGlyphForCodePoint(point) ? parsed.glyphForCodePoint(point) : null;
  }
  return glyphsByName(parsed).get(meant.glyph) ?? null;
}

const named = new WeakMap<StandardFace["parsed"], ReadonlyMap<string, Glyph>>();

function glyphsByName(parsed: StandardFace["parsed"]): ReadonlyMap<string, Glyph> {
  const known = named.get(parsed);
  if (known) return known;
  const glyphs = new Map<string, Glyph>();
  for (let id = 0; id < parsed.numGlyphs; id += 1) {
    const glyph = parsed.getGlyph(id);
    if (glyph?.name && !glyphs.has(glyph.name)) glyphs.set(glyph.name, glyph);
  }
  named.set(parsed, glyphs);
  return glyphs;
}

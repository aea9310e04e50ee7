// The part of a face that a document needs, as it stands in the file: glyphs, widths and the way back to Unicode (ISO 32000-1 §9.7, §9.10).

import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import { openFace, type AnyFace } from "../font/open-face.ts";
import { characterMap, textMappings } from "./character-map.ts";

export interface FaceSubset {
  /** With the tag of a subset, six capitals that differ with the characters (ISO 32000-1 §9.6.4). */
  readonly name: string;
  /** Glyph in the subset by character. */
  readonly glyphs: ReadonlyMap<string, number>;
  /** From glyph 1 on, in thousandths of the type size. */
  readonly widths: readonly number[];
  /** Both compressed by Flate. */
  readonly program: Uint8Array;
  readonly programLength: number;
  readonly toUnicode: Uint8Array;
}

/** What proofs in our languages are written with: one subset, made once, serves nearly all of them. */
const PLAIN = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCodePoint(0x20 + index));
const LETTERS = [...PLAIN, ..."ÀÂÄÇÈÉÊËÎÏÔÖÙÛÜŒàáâäçèéêëíîïñóôöùúûüœß\u00a0·’–"];
const SIGNS = "«»‘“”„—…€§°→";
const ALPHABETS: Partial<Record<AnyFace, readonly string[]>> = {
  sans: [...LETTERS, ...SIGNS],
  sansBold: LETTERS,
  serif: LETTERS,
  mono: PLAIN,
};

const common = new Map<AnyFace, FaceSubset>();

/** Of the face's alphabet where that holds all the characters, else of exactly these. */
export function subsetFor(face: AnyFace, characters: ReadonlySet<string>): FaceSubset {
  const alphabet = ALPHABETS[face];
  if (!alphabet) return makeSubset(face, characters);
  const subset = common.get(face) ?? makeSubset(face, new Set(alphabet));
  common.set(face, subset);
  return characters.isSubsetOf(new Set(subset.glyphs.keys())) ? subset : makeSubset(face, characters);
}

function makeSubset(face: AnyFace, characters: ReadonlySet<string>): FaceSubset {
  const { parsed, glyph } = openFace(face);
  const subset = parsed.createSubset();
  const glyphs = new Map<string, number>();
  const widths: number[] = [];
  const meanings: string[] = [];
  for (const character of [...characters].toSorted()) {
    const found = glyph(character.codePointAt(0) ?? 0);
    if (!found) continue;
    const id = subset.includeGlyph(found.id);
    glyphs.set(character, id);
    widths[id - 1] = found.advance;
    // Characters that share a glyph, as blanks do, are read as the plainest.
    meanings[id - 1] ??= character;
  }
  const program = subset.encode();
  return {
    name: `${subsetTag(characters)}+${parsed.postscriptName}`,
    glyphs,
    widths,
    program: deflateSync(program, { level: 9 }),
    programLength: program.length,
    toUnicode: deflateSync(unicodeMap(meanings)),
  };
}

function subsetTag(characters: ReadonlySet<string>): string {
  const digest = createHash("sha256")
    .update([...characters].toSorted().join(""))
    .digest();
  return [...digest.subarray(0, 6)].map((byte) => String.fromCharCode(65 + (byte % 26))).join("");
}

function unicodeMap(meanings: readonly string[]): string {
  return characterMap({
    name: "Adobe-Identity-UCS",
    ordering: "UCS",
    type: 2,
    codes: ["0000", "ffff"],
    mappings: textMappings(meanings.map((meaning, index) => [hex(index + 1), meaning])),
  });
}

/** A glyph as it is written in a text: four digits. */
export function hex(glyph: number): string {
  return glyph.toString(16).padStart(4, "0");
}

// Finds the words of an invented person in any bytes: as they stand, in either case, in UTF-16, in hex, and in base64 at any place.

/** Every word of hers begins with it and goes on in letters that say what it is: one search finds them all. */
const STEM = "zkanarie";
/** Her mobile numbers, of which the two last figures differ. */
export const MOBILE_STEM = "4799531";

/** A word that stands for nothing else: what is found by this search is named by it. */
export function canary(what: string): string {
  if (!/^[a-z]+$/.test(what)) throw new Error(`${what} is not in small letters alone.`);
  return `${STEM}${what}`;
}

/** As people write names. */
export function canaryName(what: string): string {
  return `Z${canary(what).slice(1)}`;
}

export function canaryMobile(which: number): string {
  return `+32${MOBILE_STEM}${which}1`;
}

interface Needle {
  readonly bytes: Buffer;
  /** What was found at a place, in the search's own words. */
  readonly name: (around: Buffer, at: number) => string;
}

export type CanarySearch = (bytes: Buffer) => readonly string[];

/** `more` are values that cannot begin with the stem, by what they are. Answers which of hers are in some bytes, each once. */
export function createCanarySearch(more: Readonly<Record<string, string>>): CanarySearch {
  const needles = [
    ...[STEM, STEM.toUpperCase(), `Z${STEM.slice(1)}`].flatMap((text) => formsOf(text, wordAt)),
    ...formsOf(MOBILE_STEM, () => "mobile"),
    ...Object.entries(more).flatMap(([name, text]) => formsOf(text, () => name)),
  ];
  return (bytes) => {
    const found = new Set<string>();
    for (const { bytes: needle, name } of needles)
      for (let at = bytes.indexOf(needle); at !== -1; at = bytes.indexOf(needle, at + needle.length))
        found.add(name(bytes, at));
    return [...found].toSorted();
  };
}

type ReadWord = (text: string) => string;

function formsOf(text: string, read: ReadWord): readonly Needle[] {
  const plain = Buffer.from(text, "utf8");
  const wide = Buffer.from(text, "utf16le");
  const hex = plain.toString("hex");
  const wideHex = Buffer.from(wide).swap16().toString("hex");
  return [
    { bytes: plain, name: (around, at) => read(around.toString("latin1", at, at + 60)) },
    { bytes: wide, name: (around, at) => read(around.toString("utf16le", at, at + 120)) },
    { bytes: Buffer.from(wide).swap16(), name: () => read(text) },
    ...[hex, hex.toUpperCase(), wideHex, wideHex.toUpperCase()].map((form): Needle => ({
      bytes: Buffer.from(form, "latin1"),
      name: (around, at) =>
        read(Buffer.from(around.toString("latin1", at, at + 120), "hex").toString("latin1")),
    })),
    ...[0, 1, 2].map((place) => inBase64(plain, place, read)),
  ];
}

/** Octets before it move the text against the groups of four letters: only what no neighbour shares can be looked for. */
function inBase64(plain: Buffer, place: number, read: ReadWord): Needle {
  const moved = Buffer.concat([Buffer.alloc(place), plain])
    .toString("base64")
    .replaceAll("=", "");
  const first = Math.ceil((place * 8) / 6);
  const last = Math.floor(((place + plain.length) * 8) / 6);
  const bytes = Buffer.from(moved.slice(first, last), "latin1");
  return {
    bytes,
    name(around, at) {
      const group = at - first;
      const text = Buffer.from(around.toString("latin1", Math.max(group, 0), group + 80), "base64");
      return read(text.toString("latin1", place));
    },
  };
}

function wordAt(text: string): string {
  const [word] = /^[a-z]+/i.exec(text) ?? [];
  return (word ?? "").slice(STEM.length).toLowerCase() || "cut off";
}

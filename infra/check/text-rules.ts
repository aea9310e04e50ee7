// What a catalogue of texts can lack although it compiles: an empty text, a sentence left untranslated.

/** A text under its path (`collect.accept.button`); of a function its source, which holds its words. */
type Flat = ReadonlyMap<string, string>;

// Shorter ones may well be the same word in two languages.
const MIN_SENTENCE = 25;

/**
 * What is wrong with the catalogues, by language. Two languages that share a sentence of 25 letters or more
 * word for word were not both translated.
 */
export function inspectTexts(catalogues: Readonly<Record<string, unknown>>): readonly string[] {
  const flat = Object.entries(catalogues).map(([language, texts]) => [language, flatten(texts)] as const);
  const complaints: string[] = [];
  for (const [language, texts] of flat) {
    for (const [path, text] of texts)
      if (text.trim() === "") complaints.push(`${language}: ${path} is empty`);
  }
  for (const [index, [language, texts]] of flat.entries()) {
    for (const [other, otherTexts] of flat.slice(index + 1)) {
      for (const [path, text] of texts) {
        if (otherTexts.get(path) === text && countLetters(text) >= MIN_SENTENCE && text.includes(" ")) {
          complaints.push(`${language} and ${other}: ${path} is the same sentence`);
        }
      }
    }
  }
  return complaints;
}

function flatten(value: unknown, path = ""): Flat {
  if (typeof value === "string") return new Map([[path, value]]);
  // A function without words, as one that only picks, is the same in every language and rightly so.
  if (typeof value === "function") return new Map([[path, wordsOf(String(value))]]);
  if (value === null || typeof value !== "object") return new Map();
  return new Map(
    Object.entries(value).flatMap(([name, inner]) => [
      ...flatten(inner, path === "" ? name : `${path}.${name}`),
    ]),
  );
}

function wordsOf(source: string): string {
  const literals = source.match(/`[^`]*`|"[^"]*"|'[^']*'/g) ?? [];
  return literals.map((literal) => literal.slice(1, -1).replaceAll(/\$\{[^}]*\}/g, "…")).join(" ") || "…";
}

function countLetters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

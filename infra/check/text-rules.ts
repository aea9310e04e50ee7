// What a catalogue of texts can lack although it compiles: an empty text, a sentence left untranslated, one word for one thing.

/** A text under its path (`collect.accept.button`); of a function its source, which holds its words. */
type Flat = ReadonlyMap<string, string>;

// Shorter ones may well be the same word in two languages.
const MIN_SENTENCE = 25;

/**
 * Who answers for personal data is the privacy desk, everywhere and in one word a language: `privacydienst`, `service vie privée`,
 * `Datenschutzstelle`. These would be a second word for it, or the title that the law gives to the data protection officer, who is named
 * where a provider has one (`…officer`) and nowhere else.
 */
const SECOND_WORDS: Readonly<Record<string, RegExp>> = {
  en: /privacy (?:officer|team|department)|data protection officer/iu,
  nl: /privacy-?(?:functionaris|verantwoordelijke|team)|functionaris/iu,
  fr: /responsable de la (?:vie privée|protection)|délégué à la protection|notre délégué/iu,
  de: /datenschutz(?:beauftragt|referent|verantwortlich|team)/iu,
};

/**
 * What is wrong with the catalogues, by language. Two languages that share a sentence of 25 letters or more
 * word for word were not both translated.
 */
export function inspectTexts(catalogues: Readonly<Record<string, unknown>>): readonly string[] {
  const flat = Object.entries(catalogues).map(([language, texts]) => [language, flatten(texts)] as const);
  const complaints: string[] = [];
  for (const [language, texts] of flat) {
    for (const [path, text] of texts) {
      if (text.trim() === "") complaints.push(`${language}: ${path} is empty`);
    }
    complaints.push(...inspectNames(language, texts));
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

function inspectNames(language: string, texts: Flat): readonly string[] {
  const second = SECOND_WORDS[language];
  if (second === undefined) return [];
  return [...texts]
    .filter(([path, text]) => !/(?:^|\.)officer$/u.test(path) && second.test(text))
    .map(([path]) => `${language}: ${path} has another word for the privacy desk`);
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

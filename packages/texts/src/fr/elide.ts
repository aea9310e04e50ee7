// Elision in French before names that a text is given: “d’Anne”, “de Jan”, “qu’Immo Vandewalle”.

/** Letters with which a French word begins as a vowel; h is left alone: which are mute no rule says of names. */
const VOWEL = /^[aeiouœæ]/iu;
/** Y is a vowel before a consonant: “d’Yves”, but “de Yamaha”. */
const VOWEL_Y = /^y[^aeiouœæ]/iu;

/** Word and name, with the one space or apostrophe between them. In SMS the apostrophe is the plain one, which GSM-7 has. */
export function elide(word: "de" | "De" | "que", name: string, apostrophe: "’" | "'" = "’"): string {
  const bare = name.normalize("NFD");
  return VOWEL.test(bare) || VOWEL_Y.test(bare)
    ? `${word.slice(0, -1)}${apostrophe}${name}`
    : `${word} ${name}`;
}

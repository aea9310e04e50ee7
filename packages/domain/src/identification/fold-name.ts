// Names as they are compared: case, accents, hyphens, apostrophes and spaces make no difference (domain rules, "Identification of the addressee").

/** Letters that Unicode does not take apart into a base letter and an accent. */
const LETTERS: Readonly<Record<string, string>> = {
  æ: "ae",
  œ: "oe",
  ø: "o",
  ð: "d",
  þ: "th",
  đ: "d",
  ħ: "h",
  ı: "i",
  ł: "l",
  ŋ: "n",
  ß: "ss",
  ŧ: "t",
  ĳ: "ij",
};

/** `D'Hondt`, `d’hondt` and `D HONDT` fold alike. Empty where nothing is left to compare. */
export function foldName(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[\p{M}\p{P}\p{S}\p{Z}\p{C}\s]/gu, "")
    .replaceAll(/[æœøðþđħıłŋßŧĳ]/gu, (letter) => LETTERS[letter] ?? letter);
}

/**
 * How the first given name may be meant, folded: since spaces make no difference, "Anne Marie" may be one name or two, and
 * "Anne-Marie Louise" begins with one. Longer readings follow shorter ones.
 */
export function firstNameReadings(givenNames: string): readonly string[] {
  const words = givenNames
    .trim()
    .split(/\s+/u)
    .map(foldName)
    .filter((word) => word !== "");
  return words.map((_, index) => words.slice(0, index + 1).join(""));
}

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

/** The first of several given names, folded; a double name with a hyphen is one. */
export function foldFirstName(givenNames: string): string {
  return foldName(givenNames.trim().split(/\s+/u)[0] ?? "");
}

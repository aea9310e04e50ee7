// The 7-bit alphabet of text messages (3GPP TS 23.038 §6.2.1): one foreign letter more than halves what fits.

const BASIC =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const EXTENDED = "^{}\\[~]|€";

const REPLACED: Readonly<Record<string, string>> = {
  "\u00a0": " ",
  "\u202f": " ",
  "\u2009": " ",
  "‘": "'",
  "’": "'",
  "‚": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "–": "-",
  "—": "-",
  "‑": "-",
  "…": "...",
  "•": "-",
  "·": ".",
  "`": "'",
  "´": "'",
  Ł: "L",
  ł: "l",
  Đ: "D",
  đ: "d",
  Ð: "D",
  ð: "d",
  Þ: "Th",
  þ: "th",
  Œ: "OE",
  œ: "oe",
  ı: "i",
  ẞ: "SS",
  Ħ: "H",
  ħ: "h",
};

const CYRILLIC: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  ґ: "g",
  д: "d",
  е: "e",
  ё: "e",
  є: "ie",
  ж: "zh",
  з: "z",
  и: "i",
  і: "i",
  ї: "i",
  й: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ў: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "ie",
  ы: "y",
  ь: "",
  э: "e",
  ю: "iu",
  я: "ia",
  ђ: "d",
  ј: "j",
  љ: "lj",
  њ: "nj",
  ћ: "c",
  џ: "dz",
};

const GREEK: Readonly<Record<string, string>> = {
  α: "a",
  β: "v",
  γ: "g",
  δ: "d",
  ε: "e",
  ζ: "z",
  η: "i",
  θ: "th",
  ι: "i",
  κ: "k",
  λ: "l",
  μ: "m",
  ν: "n",
  ξ: "x",
  ο: "o",
  π: "p",
  ρ: "r",
  σ: "s",
  ς: "s",
  τ: "t",
  υ: "u",
  φ: "f",
  χ: "ch",
  ψ: "ps",
  ω: "o",
};

/**
 * The text in the 7-bit alphabet: accents that it lacks fall off, Cyrillic and Greek are spelled in Latin letters,
 * what has no likeness (emoji, other scripts) goes. Marks the alphabet has (é, ü, ß) stay.
 */
export function toGsm7(text: string): string {
  const letters = Array.from(text.toWellFormed().normalize("NFC"), letterToGsm7).join("");
  return letters
    .replace(/ {2,}/g, " ")
    .replace(/ +(?=[\n.,;])/g, "")
    .trim();
}

function letterToGsm7(letter: string): string {
  if (isGsm7(letter)) return letter;
  const replaced = REPLACED[letter] ?? spelled(letter);
  if (replaced !== undefined) return replaced;
  const bare = letter.normalize("NFKD").replace(/\p{M}+/gu, "");
  return Array.from(bare, (part) => (isGsm7(part) ? part : (REPLACED[part] ?? spelled(part) ?? ""))).join("");
}

function spelled(letter: string): string | undefined {
  const lower = letter.toLowerCase();
  const found = CYRILLIC[lower] ?? GREEK[lower];
  if (found === undefined || lower === letter) return found;
  return found.slice(0, 1).toUpperCase() + found.slice(1);
}

/** Whether every character is in the alphabet or its extension. */
export function isGsm7(text: string): boolean {
  return Array.from(text).every((letter) => BASIC.includes(letter) || EXTENDED.includes(letter));
}

/** Messages that a text takes: 160 or 153 septets each, or 70 or 67 UTF-16 units outside the alphabet. */
export function smsSegments(text: string): number {
  if (!isGsm7(text)) return text.length <= 70 ? 1 : Math.ceil(text.length / 67);
  const septets = septetsOf(text);
  return septets <= 160 ? 1 : Math.ceil(septets / 153);
}

/** Septets of a text in the alphabet; the extension's characters take two. */
function septetsOf(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (EXTENDED.includes(letter) ? 2 : 1), 0);
}

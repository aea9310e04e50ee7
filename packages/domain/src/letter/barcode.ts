// Numbers of registered items: which forms there are, and what a scanner makes of them.

import { isS10Number } from "../identifier/s10-number.ts";

/** Registered items within Belgium: 30 digits from 010 on, or the carrier's older form. No check formula is public. */
export function isDomesticBarcode(text: string): boolean {
  return /^(?:010\d{27}|JJBEA\d{18})$/.test(text);
}

/**
 * The number in what a scanner or a person typed: `]C1`, separators of GS1, brackets, spaces, small letters and the digits
 * of a scanner that takes a Belgian or French keyboard for an American one are seen through. Null where it is no number of
 * a registered item.
 */
export function readScan(text: string): string | null {
  if (text.length > 200) return null;
  const bare = text.trim().replace(/^\][A-Za-z]\d/, "");
  // Not one digit: either no number, or a keyboard that has them above others.
  const typed = /\d/.test(bare) ? bare : Array.from(bare, (key) => AZERTY[key] ?? key).join("");
  const number = typed.replaceAll(/[\p{White_Space}\p{Cc}()*\-.]/gu, "").toUpperCase();
  return isDomesticBarcode(number) || isS10Number(number) ? number : null;
}

/** Keys without shift, in their place on an American keyboard. */
const AZERTY: Readonly<Record<string, string>> = {
  "&": "1",
  é: "2",
  '"': "3",
  "'": "4",
  "(": "5",
  "§": "6",
  "-": "6",
  è: "7",
  "!": "8",
  _: "8",
  ç: "9",
  à: "0",
  q: "A",
  Q: "A",
};

// Addresses shown to somebody not yet identified: enough for their owner to recognise, too little for anyone else.

import { formatMobile } from "./mobile-number.ts";

const DOT = "•";
const LAST_DIGITS_SHOWN = 2;

/** `+32470123412` → `+32 470 •• •• 12`: country, first group and last two digits stay. */
export function maskMobile(e164: string): string {
  const [country = "", first = "", ...rest] = formatMobile(e164).split(" ");
  const hidden = rest.join(" ");
  if (hidden.replaceAll(/\D/g, "").length <= LAST_DIGITS_SHOWN)
    return `${country} ${maskDigits(`${first}${hidden}`)}`;
  return `${country} ${first} ${maskDigits(hidden)}`;
}

/** `jan.peeters@example.be` → `j•••s@example.be`; how many characters are hidden is not shown. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  const local = Array.from(email.slice(0, at));
  const last = local.length >= 4 ? local.at(-1) : "";
  return `${local[0] ?? ""}${DOT.repeat(3)}${last}${email.slice(at)}`;
}

function maskDigits(text: string): string {
  const shown = text.length - LAST_DIGITS_SHOWN;
  return [...text]
    .map((character, index) => (/\d/.test(character) && index < shown ? DOT : character))
    .join("");
}

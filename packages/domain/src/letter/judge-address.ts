// Whether a letter can go to an address, judged by what is written there alone.

import type { Addressee } from "../party/addressee.ts";
import type { PostalAddress } from "../party/postal-address.ts";
import type { AddressProblem } from "./address-problem.ts";
import { addressFits, addressLines } from "./set-address.ts";

/** Stands for all countries that are not named. */
export const EVERY_COUNTRY = "*";

// Scripts that the post does not read here; accents of Latin letters it does.
const FOREIGN_LETTER = /[\p{L}--[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]]/v;
const FOREIGN_DIGIT = /[\p{Nd}--[0-9]]/v;
const PICTURE = /\p{Emoji_Presentation}/u;
const LETTER = /\p{L}/u;
const NOBODY = { name: "" };
/** A house in a street where none has a number: "zonder nummer", "sans numéro", "ohne Nummer". */
const NO_NUMBER = /^(?:z|s|o)[\W_]?n\W?$/i;
const PO_BOX = /^(?:postbus|boîte postale|boite postale|b\W?p\W?|postfach|p\W?o\W?\s*box)\b/iu;

/**
 * Null where a letter can go there. `servedCountries`: ISO 3166-1 alpha-2, or "*" for all. With `party` its name is
 * judged too. `other`: it fits no window, lines too long or too many, even shortened.
 */
export function addressProblemOf(
  address: PostalAddress | null,
  servedCountries: readonly string[],
  party?: Pick<Addressee, "name" | "firstNames" | "attentionOf">,
): AddressProblem | null {
  if (address === null) return "missing";
  if (!isServed(address.country, servedCountries)) return "not_served";
  if (!isComplete(address)) return "incomplete";
  const lines = addressLines(party ?? NOBODY, address, "nl");
  if (lines.some((line) => FOREIGN_LETTER.test(line) || FOREIGN_DIGIT.test(line))) return "unreadable";
  // Pictures in a name are odd, in an address nobody finds the house.
  if (addressLines(NOBODY, address, "nl").some((line) => PICTURE.test(line))) return "unreadable";
  return addressFits(lines) ? null : "other";
}

function isServed(country: string, servedCountries: readonly string[]): boolean {
  return servedCountries.includes(country) || servedCountries.includes(EVERY_COUNTRY);
}

function isComplete({ street, number, postcode, town, country }: PostalAddress): boolean {
  if (!LETTER.test(town)) return false;
  if (country !== "BE") return LETTER.test(`${street}${number}`);
  if (!/^[1-9]\d{3}$/.test(postcode)) return false;
  const poBox = PO_BOX.test(street) || PO_BOX.test(number);
  if (poBox) return /\d/.test(`${street}${number}`);
  return LETTER.test(street) && (/\p{Nd}/u.test(number) || NO_NUMBER.test(number));
}

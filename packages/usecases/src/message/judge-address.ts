// Whether a letter can go to an addressee as he is written down, asked before it is sent: afterwards it costs days.

import { type Addressee, addressProblemOf, countriesOf, type FieldError } from "@posthorn/domain";
import type { LetterTerms } from "../context.ts";

/**
 * None where no address is given: it can be given until the letter is printed. Errors: `address_incomplete`,
 * `address_unreadable`, `address_too_long` at the address, the last two at `name` where only the name is meant.
 */
export function addressErrors(
  letters: LetterTerms,
  addressee: Addressee,
  path: string,
): readonly FieldError[] {
  const { postalAddress: address } = addressee;
  if (!address) return [];
  const countries = countriesOf(letters.tariff);
  const inAddress = addressProblemOf(address, countries);
  const problem = inAddress ?? addressProblemOf(address, countries, addressee);
  const code = problem === null ? undefined : CODES[problem];
  if (code === undefined) return [];
  const field =
    inAddress === null
      ? "name"
      : problem === "incomplete"
        ? "postal_address.number"
        : "postal_address.street";
  return [{ path: `${path}.${field}`, code }];
}

/** What else may be is told elsewhere: missing is allowed, a country that is not served is refused as it is read. */
const CODES: Readonly<Record<string, string>> = {
  incomplete: "address_incomplete",
  unreadable: "address_unreadable",
  other: "address_too_long",
};

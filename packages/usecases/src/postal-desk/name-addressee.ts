// Whom a letter goes to, as the desk sees it: the name, and the lines of the address.

import type { DeliveryRow } from "@posthorn/db";
import { addressLines, type Language } from "@posthorn/domain";
import { partyOf, postalAddressOf } from "../letter/addressee-of.ts";

/** Columns of `delivery` that the desk reads for it. */
export const ADDRESSEE_COLUMNS = [
  "delivery.name",
  "delivery.first_names",
  "delivery.attention_of",
  "delivery.street",
  "delivery.number",
  "delivery.box",
  "delivery.postcode",
  "delivery.town",
  "delivery.country",
  "delivery.language",
] as const;

type AddresseeRow = Pick<
  DeliveryRow,
  | "name"
  | "first_names"
  | "attention_of"
  | "street"
  | "number"
  | "box"
  | "postcode"
  | "town"
  | "country"
  | "language"
>;

export interface Addressed {
  readonly name: string;
  /** As a letter made now shows them; null where no address was given. */
  readonly lines: readonly string[] | null;
}

export function addressedTo(row: AddresseeRow): Addressed {
  const name = [row.first_names, row.name].filter((part) => part !== null && part !== "").join(" ");
  const address = postalAddressOf(row);
  return { name, lines: address && addressLines(partyOf(row), address, row.language as Language) };
}

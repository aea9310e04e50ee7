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
  "delivery.addressee_erased_at",
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
  | "addressee_erased_at"
>;

export interface Addressed {
  /** Empty once it is erased. */
  readonly name: string;
  /** As a letter made now shows them; null where no address was given. */
  readonly lines: readonly string[] | null;
  /** When name and address were erased (R7). */
  readonly erasedAt: Temporal.Instant | null;
}

export function addressedTo(row: AddresseeRow): Addressed {
  if (row.addressee_erased_at !== null) return { name: "", lines: null, erasedAt: row.addressee_erased_at };
  const name = [row.first_names, row.name].filter((part) => part !== null && part !== "").join(" ");
  const address = postalAddressOf(row);
  return {
    name,
    lines: address && addressLines(partyOf(row), address, row.language as Language),
    erasedAt: null,
  };
}

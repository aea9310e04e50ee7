// Whom a letter goes to, as the desk sees it: the name, and the lines of the address.

import { addressLines, type Language } from "@posthorn/domain";

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

export interface AddresseeRow {
  readonly name: string;
  readonly first_names: string | null;
  readonly attention_of: string | null;
  readonly street: string | null;
  readonly number: string | null;
  readonly box: string | null;
  readonly postcode: string | null;
  readonly town: string | null;
  readonly country: string | null;
  readonly language: string;
}

export interface Addressed {
  readonly name: string;
  /** As a letter made now shows them; null where no address was given. */
  readonly lines: readonly string[] | null;
}

export function addressedTo(row: AddresseeRow): Addressed {
  const name = [row.first_names, row.name].filter((part) => part !== null && part !== "").join(" ");
  const { street, number, postcode, town, country } = row;
  if (street === null || number === null || postcode === null || town === null || country === null)
    return { name, lines: null };
  const party = {
    name: row.name,
    ...(row.first_names === null ? {} : { firstNames: row.first_names }),
    ...(row.attention_of === null ? {} : { attentionOf: row.attention_of }),
  };
  const address = { street, number, postcode, town, country, ...(row.box === null ? {} : { box: row.box }) };
  return { name, lines: addressLines(party, address, row.language as Language) };
}

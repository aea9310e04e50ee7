// Whom a letter goes to, and where, as the columns of his delivery say it.

import type { DeliveryRow } from "@posthorn/db";
import type { Addressee, PostalAddress } from "@posthorn/domain";

/** As a letter names him. */
export function partyOf(
  row: Pick<DeliveryRow, "name" | "first_names" | "attention_of">,
): Pick<Addressee, "name" | "firstNames" | "attentionOf"> {
  return {
    name: row.name,
    ...(row.first_names ? { firstNames: row.first_names } : {}),
    ...(row.attention_of ? { attentionOf: row.attention_of } : {}),
  };
}

/** Null where there is none; an address is whole or not there. */
export function postalAddressOf(
  row: Pick<DeliveryRow, "street" | "number" | "box" | "postcode" | "town" | "country">,
): PostalAddress | null {
  const { street, number, box, postcode, town, country } = row;
  if (!street || !number || !postcode || !town || !country) return null;
  return { street, number, ...(box ? { box } : {}), postcode, town, country };
}

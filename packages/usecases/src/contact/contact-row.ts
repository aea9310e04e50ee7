// A contact between its row in the database and what the domain calls one.

import type { ContactTable, Selectable } from "@posthorn/db";
import { type Contact, contactKey, type Language } from "@posthorn/domain";

export type ContactRow = Selectable<ContactTable>;

export function contactOf(row: ContactRow): Contact {
  return {
    kind: row.kind,
    name: row.name,
    ...(row.first_names !== null && { firstNames: row.first_names }),
    ...(row.enterprise_number !== null && { enterpriseNumber: row.enterprise_number }),
    ...(row.attention_of !== null && { attentionOf: row.attention_of }),
    email: row.email,
    ...(row.mobile !== null && { mobile: row.mobile }),
    ...(row.street !== null && {
      postalAddress: {
        street: row.street,
        number: row.number ?? "",
        ...(row.box !== null && { box: row.box }),
        postcode: row.postcode ?? "",
        town: row.town ?? "",
        country: row.country ?? "BE",
      },
    }),
    language: row.language as Language,
  };
}

/** The columns that somebody fills in; ids and instants come from who writes. */
export function contactColumns(contact: Contact) {
  const address = contact.postalAddress;
  return {
    kind: contact.kind,
    name: contact.name,
    first_names: contact.firstNames ?? null,
    enterprise_number: contact.enterpriseNumber ?? null,
    attention_of: contact.attentionOf ?? null,
    email: contact.email,
    mobile: contact.mobile ?? null,
    street: address?.street ?? null,
    number: address?.number ?? null,
    box: address?.box ?? null,
    postcode: address?.postcode ?? null,
    town: address?.town ?? null,
    country: address?.country ?? null,
    language: contact.language,
    sort_name: contactKey(contact),
  };
}

/** The fields of a contact as a form names them (`postal_address.street`); what is absent is left out. */
export function contactFields(contact: Contact): Readonly<Record<string, string>> {
  const address = contact.postalAddress;
  const fields: Record<string, string | undefined> = {
    kind: contact.kind,
    name: contact.name,
    first_names: contact.firstNames,
    enterprise_number: contact.enterpriseNumber,
    attention_of: contact.attentionOf,
    email: contact.email,
    mobile: contact.mobile,
    "postal_address.street": address?.street,
    "postal_address.number": address?.number,
    "postal_address.box": address?.box,
    "postal_address.postcode": address?.postcode,
    "postal_address.town": address?.town,
    "postal_address.country": address?.country,
    language: contact.language,
  };
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

// An addressee as the API writes it: always in the same order, whether read from a row or from a record.

import type { z } from "@hono/zod-openapi";
import type { RecipientFacts } from "@posthorn/domain";
import type { Addressee } from "../openapi/schemas.ts";

export function addresseeJson(recipient: RecipientFacts): z.infer<typeof Addressee> {
  const { first_names, enterprise_number, attention_of, mobile, postal_address, consent } = recipient;
  return {
    kind: recipient.kind,
    name: recipient.name,
    ...(first_names === undefined ? {} : { first_names }),
    ...(enterprise_number === undefined ? {} : { enterprise_number }),
    ...(attention_of === undefined ? {} : { attention_of }),
    email: recipient.email,
    ...(mobile === undefined ? {} : { mobile }),
    ...(postal_address === undefined ? {} : { postal_address: addressJson(postal_address) }),
    language: recipient.language,
    consent: {
      basis: consent.basis,
      ...(consent.stated_on === undefined ? {} : { stated_on: consent.stated_on }),
      ...(consent.words === undefined ? {} : { words: consent.words }),
    },
    supplied_by: recipient.supplied_by,
  };
}

function addressJson({
  street,
  number,
  box,
  postcode,
  town,
  country,
}: NonNullable<RecipientFacts["postal_address"]>) {
  return { street, number, ...(box === undefined ? {} : { box }), postcode, town, country };
}

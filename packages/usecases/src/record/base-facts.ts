// The facts every record of a delivery repeats, so that each stands on its own: who, whom, what, until when.

import type { DeliveryRow, MessageFacts } from "@posthorn/db";
import type { EvidenceFacts, Language, RecipientFacts, WindowFacts } from "@posthorn/domain";

const BRUSSELS = "Europe/Brussels";

export type BaseFacts = MessageFacts & Pick<EvidenceFacts, "recipient" | "window">;

export function baseFacts(message: MessageFacts, row: DeliveryRow): BaseFacts {
  return { ...message, recipient: recipientFacts(row), window: windowFacts(row) };
}

export function recipientFacts(row: DeliveryRow): RecipientFacts {
  return {
    kind: row.kind,
    name: row.name,
    ...(row.first_names ? { first_names: row.first_names } : {}),
    ...(row.enterprise_number ? { enterprise_number: row.enterprise_number } : {}),
    ...(row.attention_of ? { attention_of: row.attention_of } : {}),
    email: row.email,
    ...(row.mobile ? { mobile: row.mobile } : {}),
    ...(row.street && row.number && row.postcode && row.town && row.country
      ? {
          postal_address: {
            street: row.street,
            number: row.number,
            ...(row.box ? { box: row.box } : {}),
            postcode: row.postcode,
            town: row.town,
            country: row.country,
          },
        }
      : {}),
    language: row.language as Language,
    consent: row.consent,
    supplied_by: "sender",
  };
}

function windowFacts(row: DeliveryRow): WindowFacts {
  return {
    collection_days: row.collection_days,
    ...(row.deadline_at
      ? {
          deadline: row.deadline_at
            .toZonedDateTimeISO(BRUSSELS)
            .toString({ smallestUnit: "second", timeZoneName: "never" }),
        }
      : {}),
    ...(row.collect_until ? { collect_until: row.collect_until.toString() } : {}),
    final_by: row.final_by.toString(),
  };
}

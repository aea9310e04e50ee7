// One addressee of a submission as the row of his delivery, in its first state.

import type { DeliveryTable, Insertable } from "@posthorn/db";
import { type Addressee, initialSnapshot, recipientFacts } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { entrustedIdentification } from "../identification/entrust.ts";
import type { IdentityKeysPort } from "../identification/ports.ts";
import type { Submission } from "./submit-message.ts";

/** `ordinal`: from 1, in the order of the addressees. */
export function deliveryRow(
  ctx: Context,
  keys: IdentityKeysPort,
  input: Pick<Submission, "messageId" | "accountId" | "teamId" | "options" | "arrivedAt">,
  addressee: Addressee,
  ordinal: number,
): Insertable<DeliveryTable> {
  const { options, arrivedAt } = input;
  const address = addressee.postalAddress;
  const snapshot = initialSnapshot({
    acceptedAt: arrivedAt,
    collectionDays: options.collectionDays,
    postalFallback: options.postalFallback,
    reminders: options.reminders,
  });
  const id = ctx.newId("dlv", arrivedAt);
  const identification = entrustedIdentification(keys, id, addressee.identification);
  return {
    id,
    message_id: input.messageId,
    account_id: input.accountId,
    team_id: input.teamId ?? null,
    ordinal,
    state: snapshot.state,
    kind: addressee.kind,
    name: addressee.name,
    first_names: addressee.firstNames ?? null,
    enterprise_number: addressee.enterpriseNumber ?? null,
    attention_of: addressee.attentionOf ?? null,
    email: addressee.email,
    mobile: addressee.mobile ?? null,
    street: address?.street ?? null,
    number: address?.number ?? null,
    box: address?.box ?? null,
    postcode: address?.postcode ?? null,
    town: address?.town ?? null,
    country: address?.country ?? null,
    language: addressee.language,
    identification: identification && JSON.stringify(identification),
    consent: JSON.stringify(recipientFacts(addressee).consent),
    collection_days: options.collectionDays,
    postal_fallback: options.postalFallback,
    ...(options.postalFallback && !address
      ? { address_problem: "missing", address_problem_at: arrivedAt }
      : {}),
    reminders: options.reminders,
    accepted_at: arrivedAt,
    notified_at: null,
    deadline_at: null,
    collect_until: null,
    notice_used_at: null,
    notice_failed_at: null,
    repaired_at: null,
    final_by: snapshot.finalBy,
    final_at: null,
    first_to_print_at: null,
    print_released_at: null,
    posted_at: null,
    link_hash: null,
    check_code_hash: null,
    accepted_by_session: null,
    collected_at: null,
    collector: null,
    consigned_at: null,
    handed_over_at: null,
    submission_stamped_at: null,
  };
}

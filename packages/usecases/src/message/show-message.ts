// One message as its sender sees it: what was sent, and where each delivery stands.

import { type DeliveryRow, transact } from "@posthorn/db";
import { AppError, type DeliveryStateName, type PartFacts } from "@posthorn/domain";
import { type AccountReader, scopeOf } from "../account/account-reader.ts";
import type { Context } from "../context.ts";

export interface DeliveryLine {
  readonly id: string;
  readonly ordinal: number;
  readonly state: DeliveryStateName;
  readonly collectUntil: Temporal.PlainDate | null;
  readonly finalBy: Temporal.PlainDate;
  readonly finalAt: Temporal.Instant | null;
  /** Empty, as all that names the addressee, once that is erased (R7). */
  readonly name: string;
  readonly firstNames: string | null;
  readonly email: string;
  readonly mobile: string | null;
  readonly town: string | null;
  readonly addresseeErasedAt: Temporal.Instant | null;
}

export interface MessageView {
  readonly id: string;
  readonly subject: string;
  readonly acceptedAt: Temporal.Instant;
  readonly requiredIdentification: "codes" | "eid_or_itsme";
  readonly collectionDays: number;
  readonly reminders: boolean;
  readonly postalFallback: boolean;
  readonly contentRetentionDays: number;
  /** Last day on which the sender can open the parts (R8), Brussels; null while a delivery still runs. */
  readonly contentUntil: Temporal.PlainDate | null;
  /** When his key to them was destroyed. */
  readonly contentErasedAt: Temporal.Instant | null;
  readonly parts: readonly PartFacts[];
  readonly deliveries: readonly DeliveryLine[];
}

/** Errors: not_found `message_not_found`, another account's too. */
export async function showMessage(
  ctx: Context,
  reader: AccountReader,
  messageId: string,
): Promise<MessageView> {
  return transact(ctx.db, scopeOf(reader), async (trx) => {
    const row = await trx.selectFrom("message").selectAll().where("id", "=", messageId).executeTakeFirst();
    if (!row) throw new AppError("not_found", "message_not_found");
    const deliveries = await trx
      .selectFrom("delivery")
      .select([
        "id",
        "ordinal",
        "state",
        "collect_until",
        "final_by",
        "final_at",
        "name",
        "first_names",
        "email",
        "mobile",
        "town",
        "addressee_erased_at",
      ])
      .where("message_id", "=", messageId)
      .orderBy("ordinal")
      .execute();
    return {
      id: row.id,
      subject: row.subject,
      acceptedAt: row.accepted_at,
      requiredIdentification: row.required_identification,
      collectionDays: row.collection_days,
      reminders: row.reminders,
      postalFallback: row.postal_fallback,
      contentRetentionDays: row.content_retention_days,
      contentUntil: row.content_falls_on?.subtract({ days: 1 }) ?? null,
      contentErasedAt: row.content_erased_at,
      parts: row.facts.parts,
      deliveries: deliveries.map((delivery) => ({
        id: delivery.id,
        ordinal: delivery.ordinal,
        state: delivery.state,
        collectUntil: delivery.collect_until,
        finalBy: delivery.final_by,
        finalAt: delivery.final_at,
        ...named(delivery),
        town: delivery.town,
        addresseeErasedAt: delivery.addressee_erased_at,
      })),
    };
  });
}

/** What stands longer for the addressee's own access is none of the sender's any more. */
function named(
  row: Pick<DeliveryRow, "name" | "first_names" | "email" | "mobile" | "addressee_erased_at">,
): Pick<DeliveryLine, "name" | "firstNames" | "email" | "mobile"> {
  if (row.addressee_erased_at !== null) return { name: "", firstNames: null, email: "", mobile: null };
  return { name: row.name, firstNames: row.first_names, email: row.email, mobile: row.mobile };
}

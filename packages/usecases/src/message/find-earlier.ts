// What was answered to a submission before: the same answer again, read from the records that were written then.

import type { Queryable, Transaction } from "@posthorn/db";
import type { EvidenceFacts, RecipientFacts } from "@posthorn/domain";

/** A delivery as it was when its message was accepted. */
export interface AcceptedDelivery {
  readonly id: string;
  readonly finalBy: Temporal.PlainDate;
  readonly recipient: RecipientFacts;
}

export interface EarlierSubmission {
  readonly requestHash: string;
  readonly messageId: string;
}

/** The submission of this account that used the key, or null. */
export async function findEarlier(
  trx: Transaction,
  accountId: string,
  key: string,
): Promise<EarlierSubmission | null> {
  const row = await trx
    .selectFrom("idempotency")
    .select(["request_hash", "message_id"])
    .where("account_id", "=", accountId)
    .where("key", "=", key)
    .executeTakeFirst();
  return row ? { requestHash: row.request_hash, messageId: row.message_id } : null;
}

/** In the order of the addressees; what was mended since does not show. */
export async function acceptedDeliveries(
  db: Queryable,
  messageId: string,
): Promise<readonly AcceptedDelivery[]> {
  const rows = await db
    .selectFrom("delivery")
    .innerJoin("evidence_record", "evidence_record.delivery_id", "delivery.id")
    .select(["delivery.id", "delivery.final_by", "evidence_record.canonical"])
    .where("delivery.message_id", "=", messageId)
    .where("evidence_record.seq", "=", 1)
    .orderBy("delivery.ordinal")
    .execute();
  return rows.map((row) => {
    const { recipient } = JSON.parse(row.canonical) as EvidenceFacts;
    return { id: row.id, finalBy: row.final_by, recipient };
  });
}

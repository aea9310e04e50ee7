// SubmissionAcceptance of every delivery of a message, in few statements however many addressees there are.

import { appendRecords, type DeliveryRow, type MessageFacts, type Transaction } from "@posthorn/db";
import type { Context } from "../context.ts";
import { baseFacts } from "../record/base-facts.ts";

/** Returns the record ids. The rows are new in this transaction, so nobody else can append to their chains. */
export async function writeFirstRecords(
  trx: Transaction,
  ctx: Context,
  rows: readonly DeliveryRow[],
  message: MessageFacts,
  at: Temporal.Instant,
): Promise<readonly string[]> {
  const written = await appendRecords(
    trx,
    rows.map((row) => ({
      id: ctx.newId("evd", at),
      deliveryId: row.id,
      accountId: row.account_id,
      eventAt: at,
      recordedAt: at,
      seq: row.record_seq,
      head: row.record_head,
      closes: false,
      afterFinal: false,
      facts: { ...baseFacts(message, row), type: "SubmissionAcceptance" },
    })),
  );
  return written.map((record) => record.facts.id);
}

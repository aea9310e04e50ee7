// Writes one record into a locked delivery's chain and returns the row as it then stands; the row itself is saved by the caller.

import { appendRecord, type DeliveryRow, type MessageFacts, type Transaction } from "@posthorn/db";
import type { EvidenceFacts } from "@posthorn/domain";
import { enqueue } from "@posthorn/jobs";
import type { Context } from "../context.ts";
import { baseFacts } from "./base-facts.ts";

/** Facts of one event beside the base facts. */
export type EventFacts = Partial<
  Pick<EvidenceFacts, "collector" | "notice" | "decision_page" | "part" | "relay" | "carrier" | "details"> & {
    readonly reasons: readonly string[];
  }
>;

export interface RecordInput extends EventFacts {
  readonly type: string;
  readonly eventAt: Temporal.Instant;
  readonly closes?: boolean;
}

export async function writeRecord(
  trx: Transaction,
  ctx: Context,
  row: DeliveryRow,
  message: MessageFacts,
  input: RecordInput,
  recordedAt: Temporal.Instant,
): Promise<{ row: DeliveryRow; recordId: string; facts: EvidenceFacts }> {
  const { type, eventAt, closes = false, ...event } = input;
  const id = ctx.newId("evd", recordedAt);
  const written = await appendRecord(trx, {
    id,
    deliveryId: row.id,
    accountId: row.account_id,
    eventAt,
    recordedAt,
    seq: row.record_seq,
    head: row.record_head,
    closes,
    afterFinal: row.chain_closed,
    facts: { ...baseFacts(message, row), ...(await keptRecipient(trx, row)), type, ...event },
  });
  await enqueue(trx, "stamp-records", { recordId: id });
  return {
    row: {
      ...row,
      record_seq: written.seq,
      record_head: written.head,
      chain_closed: row.chain_closed || closes,
    },
    recordId: id,
    facts: written.facts,
  };
}

/** Once the delivery's own columns are empty (R7), the addressee is who the record before says he is. */
async function keptRecipient(
  trx: Transaction,
  row: DeliveryRow,
): Promise<Partial<Pick<EvidenceFacts, "recipient">>> {
  if (row.addressee_erased_at === null) return {};
  const before = await trx
    .selectFrom("evidence_record")
    .select("canonical")
    .where("delivery_id", "=", row.id)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return before ? { recipient: (JSON.parse(before.canonical) as EvidenceFacts).recipient } : {};
}

/** For verbs that write a record without a change of state: locks nothing, saves the chain's head. */
export async function saveChain(trx: Transaction, row: DeliveryRow): Promise<void> {
  await trx
    .updateTable("delivery")
    .set({ record_seq: row.record_seq, record_head: row.record_head, chain_closed: row.chain_closed })
    .where("id", "=", row.id)
    .execute();
}

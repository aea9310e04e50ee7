// Appends one evidence record to a delivery's chain: canonical facts, random, leaf, previous leaf (domain rules, "Order of acts").

import { createHmac, randomBytes } from "node:crypto";
import { canonicalJson, type EvidenceFacts, isEventName } from "@posthorn/domain";
import { type Insertable, sql } from "kysely";
import type { Transaction } from "../database.ts";
import type { EvidenceRecordTable, SealWorkTable } from "../schema/evidence.ts";

export interface RecordToAppend {
  /** The record's id, `evd_…`. */
  readonly id: string;
  readonly deliveryId: string;
  readonly accountId: string;
  readonly eventAt: Temporal.Instant;
  readonly recordedAt: Temporal.Instant;
  /** Head of the chain as the locked delivery row has it. */
  readonly seq: number;
  readonly head: string;
  readonly closes: boolean;
  readonly afterFinal: boolean;
  readonly facts: Omit<
    EvidenceFacts,
    | "version"
    | "id"
    | "delivery"
    | "seq"
    | "prev_hash"
    | "event_at"
    | "recorded_at"
    | "closing"
    | "after_final"
  >;
}

/**
 * The caller holds the lock of the delivery row and writes `seq` and `head` back to it in the same transaction.
 * Durable when that transaction commits. Stamping and sealing are left to the sealer by rows in `seal_work`.
 */
export async function appendRecord(trx: Transaction, record: RecordToAppend): Promise<AppendedRecord> {
  const made = makeRecord(record);
  await trx
    .with("record", (query) => query.insertInto("evidence_record").values(made.row))
    .insertInto("seal_work")
    .values(workOn(made))
    .execute();
  return made;
}

/** First records of many new deliveries at once; saves the chain's head in their rows too. */
export async function appendRecords(
  trx: Transaction,
  records: readonly RecordToAppend[],
): Promise<readonly AppendedRecord[]> {
  const made = records.map(makeRecord);
  const heads = JSON.stringify(made.map(({ row, seq, head }) => ({ id: row.delivery_id, seq, head })));
  await trx
    .with("record", (query) => query.insertInto("evidence_record").values(made.map((record) => record.row)))
    .with("work", (query) => query.insertInto("seal_work").values(made.flatMap(workOn)))
    .updateTable("delivery")
    .from(
      sql<{ id: string; seq: number; head: string }>`json_to_recordset(${heads}::json)`.as<"h">(
        sql`h(id text, seq int, head text)`,
      ),
    )
    .set((eb) => ({ record_seq: eb.ref("h.seq"), record_head: eb.ref("h.head") }))
    .whereRef("delivery.id", "=", "h.id")
    .execute();
  return made;
}

/** Only records of refused submissions, whose rows `deliveryId` names: chains of one record, without a delivery. */
export async function appendRefusals(
  trx: Transaction,
  records: readonly RecordToAppend[],
): Promise<readonly AppendedRecord[]> {
  const made = records.map(makeRecord).map((record) => ({
    ...record,
    row: { ...record.row, delivery_id: null, refusal_id: record.facts.delivery },
  }));
  await trx
    .with("record", (query) => query.insertInto("evidence_record").values(made.map((record) => record.row)))
    .insertInto("seal_work")
    .values(made.flatMap(workOn))
    .execute();
  return made;
}

export interface AppendedRecord {
  readonly seq: number;
  /** Leaf value, lower-case hex: what the next record points to. */
  readonly head: string;
  readonly facts: EvidenceFacts;
  readonly row: Insertable<EvidenceRecordTable>;
}

function makeRecord(record: RecordToAppend): AppendedRecord {
  const seq = record.seq + 1;
  const facts: EvidenceFacts = {
    version: 2,
    id: record.id,
    delivery: record.deliveryId,
    seq,
    prev_hash: record.head,
    event_at: isoMillis(record.eventAt),
    recorded_at: isoMillis(record.recordedAt),
    ...record.facts,
    ...(record.afterFinal ? { after_final: true } : {}),
    ...(record.closes ? { closing: { records: seq, head: record.head } } : {}),
  };
  const canonical = canonicalJson(facts);
  const random = randomBytes(32);
  const leaf = createHmac("sha256", random).update(canonical, "utf8").digest();
  const row = {
    id: record.id,
    delivery_id: record.deliveryId,
    account_id: record.accountId,
    seq,
    type: facts.type,
    event_at: record.eventAt,
    recorded_at: record.recordedAt,
    canonical,
    random,
    leaf,
    after_final: record.afterFinal,
  };
  return { seq, head: leaf.toString("hex"), facts, row };
}

/** What the sealer has to do for a record. */
function workOn({ row }: AppendedRecord): readonly Insertable<SealWorkTable>[] {
  const stages = isEventName(row.type) ? (["stamp", "seal", "log"] as const) : (["stamp", "log"] as const);
  return stages.map((stage) => ({ record_id: row.id, stage, entered_at: row.recorded_at }));
}

/** `2026-11-21T09:02:14.123Z`: always three decimals, so that equal instants are equal strings. */
export function isoMillis(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: "millisecond" });
}

// Makes and signs the XML of stamped records; a crash between stamp and seal leaves the work in the list.

import { clockNow, type Queryable, transact, type Transaction } from "@posthorn/db";
import type { EvidenceFacts } from "@posthorn/domain";
import type { Context } from "../context.ts";
import type { SealingPort, StampedRecord } from "./ports.ts";

/** Records sealed side by side at most. */
export const SEAL_BATCH = 32;

/**
 * Seals one batch; returns how many. Two at once may sign a record twice; the first to book wins. One that cannot be sealed
 * keeps no other waiting: it comes after them the next time, and its error is thrown once the others are booked.
 */
export async function sealRecords(ctx: Context, port: SealingPort): Promise<number> {
  const waiting = await listStamped(ctx.db);
  if (waiting.length === 0) return 0;
  const now = await clockNow(ctx.db);
  const sealed: Sealed[] = [];
  const failed: string[] = [];
  const failures: unknown[] = [];
  const outcomes = await Promise.allSettled(waiting.map((record) => port.seal(record, now)));
  for (const [index, record] of waiting.entries()) {
    const outcome = outcomes[index];
    if (outcome?.status === "fulfilled") sealed.push({ record, seal: outcome.value });
    else {
      failed.push(record.facts.id);
      failures.push(outcome?.reason);
    }
  }
  await transact(ctx.db, {}, async (trx) => {
    await bookSeals(trx, sealed, now);
    await countAttempts(trx, failed);
  });
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} records could not be sealed`);
  return waiting.length;
}

interface Sealed {
  readonly record: StampedRecord & { readonly accountId: string };
  readonly seal: Awaited<ReturnType<SealingPort["seal"]>>;
}

async function bookSeals(trx: Transaction, sealed: readonly Sealed[], now: Temporal.Instant): Promise<void> {
  if (sealed.length === 0) return;
  const done = await trx
    .deleteFrom("seal_work")
    .where("stage", "=", "seal")
    .where(
      "record_id",
      "in",
      sealed.map(({ record }) => record.facts.id),
    )
    .returning("record_id")
    .execute();
  const open = new Set(done.map((row) => row.record_id));
  const rows = sealed.filter(({ record }) => open.has(record.facts.id));
  if (rows.length === 0) return;
  await trx
    .insertInto("evidence_seal")
    .values(
      rows.map(({ record, seal }) => ({
        record_id: record.facts.id,
        delivery_id: record.facts.delivery,
        account_id: record.accountId,
        xml: seal.xml,
        certificate_sha256: seal.certificateSha256,
        sealed_at: now,
      })),
    )
    .execute();
  await trx
    .insertInto("archive_timer")
    .values(rows.map(({ record }) => ({ kind: "seal" as const, ref: record.facts.id, due_at: now })))
    .onConflict((conflict) => conflict.columns(["kind", "ref"]).doNothing())
    .execute();
}

async function countAttempts(trx: Transaction, recordIds: readonly string[]): Promise<void> {
  if (recordIds.length === 0) return;
  await trx
    .updateTable("seal_work")
    .set((eb) => ({ attempts: eb("attempts", "+", 1) }))
    .where("stage", "=", "seal")
    .where("record_id", "in", recordIds)
    .execute();
}

async function listStamped(db: Queryable): Promise<readonly (StampedRecord & { accountId: string })[]> {
  const rows = await db
    .selectFrom("seal_work")
    .innerJoin("evidence_record", "evidence_record.id", "seal_work.record_id")
    .innerJoin("evidence_stamp", "evidence_stamp.record_id", "seal_work.record_id")
    .select([
      "evidence_record.account_id",
      "evidence_record.canonical",
      "evidence_record.random",
      "evidence_record.leaf",
      "evidence_stamp.token",
      "evidence_stamp.leaf_index",
      "evidence_stamp.tree_size",
      "evidence_stamp.path",
      "evidence_stamp.stamped_at",
    ])
    .where("seal_work.stage", "=", "seal")
    .orderBy("seal_work.attempts")
    .orderBy("seal_work.entered_at")
    .orderBy("seal_work.record_id")
    .limit(SEAL_BATCH)
    .execute();
  return rows.map((row) => ({
    accountId: row.account_id,
    facts: JSON.parse(row.canonical) as EvidenceFacts,
    canonical: row.canonical,
    random: row.random,
    leaf: row.leaf,
    token: row.token,
    leafIndex: row.leaf_index,
    treeSize: row.tree_size,
    path: row.path,
    stampedAt: row.stamped_at,
  }));
}

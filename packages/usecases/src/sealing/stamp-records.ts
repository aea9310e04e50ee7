// Time-stamps waiting records, many under one token, and sets free what waited for it (domain rules, "Order of acts", 2).

import { clockNow, type Queryable, sql, transact, type Transaction } from "@posthorn/db";
import { enqueueAll } from "@posthorn/jobs";
import type { Context } from "../context.ts";
import type { StampingPort } from "./ports.ts";

/** Records under one token at most: a path of eight hashes. */
export const STAMP_BATCH = 256;

interface Waiting {
  readonly id: string;
  /** Null of a refused submission, which nothing waits for. */
  readonly delivery_id: string | null;
  readonly type: string;
  readonly leaf: Uint8Array;
}

/**
 * Stamps one batch; returns how many. No lock is held while the authority is asked: two at once may stamp a record twice,
 * and the first to book wins. Throws what the port throws, after noting since when stamps fail. What was stamped waits to be
 * sealed and logged by whoever called; `seal_work` says so to the sweep.
 */
export async function stampRecords(ctx: Context, port: StampingPort): Promise<number> {
  const waiting = await listWaiting(ctx.db);
  if (waiting.length === 0) return 0;
  const batch = port.batch(waiting.map((record) => record.leaf));
  let stamp: Awaited<ReturnType<StampingPort["stamp"]>>;
  try {
    stamp = await port.stamp(batch.root);
  } catch (error) {
    await noteFailure(ctx, waiting, error);
    throw error;
  }
  await transact(ctx.db, {}, async (trx) => {
    await lockBooking(trx);
    const now = await clockNow(trx);
    const stamped = await trx
      .insertInto("evidence_stamp")
      .values(
        waiting.map((record, index) => ({
          record_id: record.id,
          token: stamp.token,
          leaf_index: index,
          tree_size: waiting.length,
          path: JSON.stringify(batch.path(index)),
          stamped_at: stamp.genTime,
          recorded_at: now,
        })),
      )
      .onConflict((conflict) => conflict.column("record_id").doNothing())
      .returning("record_id")
      .execute();
    const fresh = new Set(stamped.map((row) => row.record_id));
    await trx
      .deleteFrom("seal_work")
      .where("stage", "=", "stamp")
      .where(
        "record_id",
        "in",
        waiting.map((record) => record.id),
      )
      .execute();
    await setFree(
      trx,
      waiting.filter((record) => fresh.has(record.id)),
      now,
    );
    await trx
      .updateTable("sealing_state")
      .set({ stamp_failing_since: null, stamp_failure: null })
      .where("stamp_failing_since", "is not", null)
      .execute();
  });
  return waiting.length;
}

async function listWaiting(db: Queryable): Promise<readonly Waiting[]> {
  return db
    .selectFrom("seal_work")
    .innerJoin("evidence_record", "evidence_record.id", "seal_work.record_id")
    .select([
      "evidence_record.id",
      "evidence_record.delivery_id",
      "evidence_record.type",
      "evidence_record.leaf",
    ])
    .where("seal_work.stage", "=", "stamp")
    .orderBy("seal_work.attempts")
    .orderBy("seal_work.entered_at")
    .orderBy("seal_work.record_id")
    .limit(STAMP_BATCH)
    .execute();
}

/** No notice before its submission is stamped, no content before its acceptance is: here is where they may go on. */
async function setFree(trx: Transaction, records: readonly Waiting[], now: Temporal.Instant): Promise<void> {
  if (records.length === 0) return;
  const submitted = deliveriesOf(records, "SubmissionAcceptance");
  if (submitted.length > 0) {
    await trx
      .updateTable("delivery")
      .set({ submission_stamped_at: now })
      .where("id", "in", submitted)
      .execute();
  }
  await enqueueAll(
    trx,
    "send-notice",
    submitted.map((deliveryId) => ({ deliveryId })),
  );
  await enqueueAll(
    trx,
    "book-consignment",
    deliveriesOf(records, "ConsignmentAcceptance").map((deliveryId) => ({ deliveryId })),
  );
}

function deliveriesOf(records: readonly Waiting[], type: string): readonly string[] {
  return records.flatMap((record) =>
    record.type === type && record.delivery_id !== null ? [record.delivery_id] : [],
  );
}

/** Only while something of the batch still waits: where another has stamped it meanwhile, nothing would end the failure. */
async function noteFailure(ctx: Context, waiting: readonly Waiting[], error: unknown): Promise<void> {
  const code = (error as { code?: string }).code ?? "unknown";
  await transact(ctx.db, {}, async (trx) => {
    await lockBooking(trx);
    const open = await trx
      .selectFrom("seal_work")
      .select("record_id")
      .where("stage", "=", "stamp")
      .where(
        "record_id",
        "in",
        waiting.map((record) => record.id),
      )
      .limit(1)
      .executeTakeFirst();
    if (!open) return;
    const now = await clockNow(trx);
    await trx
      .updateTable("sealing_state")
      .set((eb) => ({
        stamp_failing_since: eb.fn.coalesce("stamp_failing_since", eb.val(now)),
        stamp_failure: code,
      }))
      .execute();
  });
}

/** One booking at a time, of stamps and of their failure. */
async function lockBooking(trx: Transaction): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('posthorn.stamp'))`.execute(trx);
}

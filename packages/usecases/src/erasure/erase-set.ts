// Works one set off: what is due, batch by batch, each in a transaction of its own that also notes and counts it.

import { sql, transact, type Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { ErasureSet } from "./erasure-sets.ts";
import type { ErasureContext, ErasureCount, RunReport } from "./run-report.ts";
import { eraseDue, findDue } from "./set-functions.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Slices of one day that a pass takes at most. */
const MOST_SLICES = 2_000;

export interface Pace {
  /** After each transaction: lets others have the database. */
  readonly pause?: (() => Promise<void>) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onBatch?: ((set: ErasureSet, count: ErasureCount) => void) | undefined;
}

/** Takes up where a crash ended it: what went is due no more. Idempotent; safe for two at once. */
export async function eraseSet(
  ctx: ErasureContext,
  report: RunReport,
  set: ErasureSet,
  pace: Pace,
): Promise<void> {
  let after: string | null = null;
  let before: ReadonlySet<string> = new Set();
  while (pace.signal?.aborted !== true) {
    const due = await findDue(ctx.db, set, report.day, after, set.batch);
    if (due.length === 0) return;
    const ids = due.map(({ id }) => id);
    // What went and is due all the same would go for ever.
    if (ids.some((id) => before.has(id)))
      throw new AppError("internal", "erasure_without_end", { detail: set.set });
    const eraseBatch = ids.every((id) => DAY.test(id)) ? eraseDays : eraseIds;
    const gone: ReadonlySet<string> = new Set(await eraseBatch(ctx, report, set, ids, pace));
    const count = { erased: gone.size, held: ids.length - gone.size };
    report.hold(set, count.held);
    pace.onBatch?.(set, count);
    before = gone;
    // What was left stays in the list and is passed by; what went is in it no more, and nothing could be sought after it.
    after = ids.findLast((id) => !gone.has(id)) ?? after;
    await pace.pause?.();
  }
}

async function eraseIds(
  ctx: ErasureContext,
  report: RunReport,
  set: ErasureSet,
  ids: readonly string[],
): Promise<readonly string[]> {
  return transact(ctx.db, {}, async (trx) => {
    if (set.leaves) await sql`SELECT retention.keep_leaves(${[...ids]}::text[])`.execute(trx);
    const gone = await eraseDue(trx, set, ids);
    if (set.leaves) await dropLeaves(trx, ids, gone);
    if (gone.length > 0) await report.book(trx, set, gone.length);
    return gone;
  });
}

async function dropLeaves(trx: Transaction, ids: readonly string[], gone: readonly string[]): Promise<void> {
  const went = new Set(gone);
  const left = ids.filter((id) => !went.has(id));
  if (left.length > 0) await trx.deleteFrom("erasure_leaf").where("delivery_id", "in", left).execute();
}

async function eraseDays(
  ctx: ErasureContext,
  report: RunReport,
  set: ErasureSet,
  days: readonly string[],
  pace: Pace,
): Promise<readonly string[]> {
  const gone: string[] = [];
  for (const day of days) {
    for (let slice = 0; slice < MOST_SLICES && pace.signal?.aborted !== true; slice += 1) {
      const { empty, deleted } = await eraseSlice(ctx, report, set, day);
      if (empty) gone.push(day);
      // A slice that changed nothing and left the day standing met a hold.
      if (empty || !deleted) break;
      await pace.pause?.();
    }
  }
  return gone;
}

async function eraseSlice(
  ctx: ErasureContext,
  report: RunReport,
  set: ErasureSet,
  day: string,
): Promise<{ readonly empty: boolean; readonly deleted: boolean }> {
  return transact(ctx.db, {}, async (trx) => {
    const empty = (await eraseDue(trx, set, [day])).length > 0;
    // Only a transaction that changes something is given a number.
    const { rows } = await sql<{ deleted: boolean }>`
      SELECT pg_current_xact_id_if_assigned() IS NOT NULL AS deleted`.execute(trx);
    if (empty) await report.book(trx, set, 1);
    return { empty, deleted: rows[0]?.deleted === true };
  });
}

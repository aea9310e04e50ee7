// Works one set off: what is due, batch by batch, each in a transaction of its own that also notes and counts it.

import { sql, transact, type Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { ErasureSet } from "./erasure-sets.ts";
import type { ErasureContext, ErasureCount, RunReport } from "./run-report.ts";
import { eraseDue, findDue } from "./set-functions.ts";

/** Calls for one batch that a pass makes at most. */
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
    const gone = await eraseBatch(ctx, report, set, ids, pace);
    const count = { erased: gone.size, held: ids.length - gone.size };
    report.hold(set, count.held);
    pace.onBatch?.(set, count);
    before = gone;
    // What was left stays in the list and is passed by; what went is in it no more, and nothing could be sought after it.
    after = ids.findLast((id) => !gone.has(id)) ?? after;
    await pace.pause?.();
  }
}

/**
 * Calls the function again with what is left while that changes anything: a day goes in slices, an account by so many members a call.
 * What is held changes nothing.
 */
async function eraseBatch(
  ctx: ErasureContext,
  report: RunReport,
  set: ErasureSet,
  ids: readonly string[],
  pace: Pace,
): Promise<ReadonlySet<string>> {
  const gone = new Set<string>();
  for (let slice = 0; slice < MOST_SLICES && pace.signal?.aborted !== true; slice += 1) {
    const left = ids.filter((id) => !gone.has(id));
    const { erased, changed } = await transact(ctx.db, {}, async (trx) => {
      const before = await changesOf(trx);
      const went = await eraseDue(trx, set, left);
      const after = await changesOf(trx);
      if (went.length > 0) await report.book(trx, set, went.length);
      return { erased: went, changed: after > before };
    });
    for (const id of erased) gone.add(id);
    if (gone.size === ids.length || !changed) break;
    await pace.pause?.();
  }
  return gone;
}

/** Rows that this connection has changed or deleted; what it locked alone does not count. */
async function changesOf(trx: Transaction): Promise<number> {
  const { rows } = await sql<{ changes: number }>`
    SELECT coalesce(sum(n_tup_del + n_tup_upd), 0)::float8 AS changes FROM pg_stat_xact_user_tables`.execute(
    trx,
  );
  return rows[0]?.changes ?? 0;
}

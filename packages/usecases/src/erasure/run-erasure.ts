// One pass of the eraser: every set in turn, one that fails keeps none of the others; on a day before that of the last run nothing goes.

import { clockNow, sql } from "@posthorn/db";
import { AppError, brusselsDay } from "@posthorn/domain";
import { eraseSet, type Pace } from "./erase-set.ts";
import { ERASURE_SETS, type ErasureSet } from "./erasure-sets.ts";
import { makeReceipts } from "./make-receipts.ts";
import {
  endInterrupted,
  type ErasureContext,
  type ErasureCounts,
  lastRun,
  openReport,
} from "./run-report.ts";

/** Held by who runs, as long as his connection lives: two passes at once would only stand in each other's way. */
const RUN_LOCK = 7_261_026_114;

export interface ErasureOptions extends Pace {
  /** Default all. */
  readonly sets?: readonly ErasureSet[];
}

export interface ErasureRun {
  readonly id: string;
  readonly day: Temporal.PlainDate;
  readonly endedAt: Temporal.Instant;
  readonly counts: ErasureCounts;
  /** Sets that did not get to their end, each with what stood in the way; the next pass tries again. */
  readonly failures: readonly { readonly set: string; readonly error: unknown }[];
  /** Receipts made of what went since those before. */
  readonly receipts: number;
}

/**
 * Null where another runs. Throws AppError `clock_set_back` on a day before the last run's, having erased nothing; what the database
 * throws where it is away.
 */
export async function runErasure(
  ctx: ErasureContext,
  options: ErasureOptions = {},
): Promise<ErasureRun | null> {
  return ctx.db.connection().execute(async (connection) => {
    const { rows } = await sql<{ free: boolean }>`
      SELECT pg_try_advisory_lock(${sql.lit(RUN_LOCK)}) AS free`.execute(connection);
    if (rows[0]?.free !== true) return null;
    try {
      return await runAlone(ctx, options);
    } finally {
      await sql`SELECT pg_advisory_unlock(${sql.lit(RUN_LOCK)})`.execute(connection);
    }
  });
}

async function runAlone(
  ctx: ErasureContext,
  { sets = ERASURE_SETS, ...pace }: ErasureOptions,
): Promise<ErasureRun> {
  const { db } = ctx;
  const now = await clockNow(db);
  const day = brusselsDay(now);
  await refuseEarlierDay(ctx, day);
  await endInterrupted(db, now);
  const before = await lastRun(db);
  const report = openReport(ctx, day, now);
  // A day on which nothing fell is in the reports too.
  if (!before?.day.equals(day)) await report.ensure(db);
  const failures: { set: string; error: unknown }[] = [];
  for (const set of sets) {
    try {
      await eraseSet(ctx, report, set, pace);
    } catch (error) {
      failures.push({ set: set.set, error });
    }
  }
  // After the sets: months of the log of use that were emptied go, and those ahead are made.
  try {
    await sql`SELECT retention.keep_months()`.execute(db);
  } catch (error) {
    failures.push({ set: "use_log", error });
  }
  const failure = failures.length === 0 ? null : `not finished: ${failures.map(({ set }) => set).join(", ")}`;
  if (failure !== (before?.failure ?? null)) await report.ensure(db);
  const receipts = await makeReceipts(ctx, report, sets);
  const endedAt = await clockNow(db);
  const counts = await report.end(db, endedAt, failure);
  return { id: report.id, day, endedAt, counts, failures, receipts };
}

/** The database reckons each item's day by its own clock: one that was set back erases less, and one set forward must not be trusted again. */
async function refuseEarlierDay({ db }: Pick<ErasureContext, "db">, day: Temporal.PlainDate): Promise<void> {
  const { last_day: last } = await db
    .selectFrom("erasure_state")
    .select("last_day")
    .executeTakeFirstOrThrow();
  if (last !== null && Temporal.PlainDate.compare(day, last) < 0)
    throw new AppError("conflict", "clock_set_back", {
      detail: `it is ${day.toString()}, and the last run was on ${last.toString()}`,
    });
  if (last === null || !last.equals(day))
    await db.updateTable("erasure_state").set({ last_day: day }).execute();
}

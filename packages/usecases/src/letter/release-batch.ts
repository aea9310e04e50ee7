// Makes a batch out of what the desk chose: each letter is released or dropped, then numbered; after that the press goes on.

import { clockNow, type NumberingProblem, type PressProblem, sql, transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { pauseAfter } from "../notice/pause-after.ts";
import { jobsInState } from "./jobs-in-state.ts";
import { inLanes } from "./in-lanes.ts";
import { numberJob, type Unnumbered } from "./number-job.ts";
import type { NumberingPorts } from "./ports.ts";
import { releaseJob } from "./release-job.ts";
import { settleBatch } from "./settle-batch.ts";

/** How long a batch is its worker's alone without a sign of life; also when a crashed one is gone on with at the earliest. */
const LEASE_MINUTES = 2;
/** Numbers come by configuration: looked for again after this. */
const NUMBERS_MINUTES = 5;
/** Announcements under way at once: each waits for the carrier most of its time. */
const CARRIER_LANES = 8;

/** What the press is kept by is the press's to clear. */
const OF_THE_PRESS = sql<PressProblem | null>`CASE WHEN problem LIKE 'press%' THEN problem END`;

export type BatchRun = "done" | "waits" | "nothing_to_do";

/**
 * Idempotent, each letter in transactions of its own. `waits`: some have no number yet, the batch's row says why and when
 * it is tried again. Throws AggregateError where single letters failed; the others went on.
 */
export async function releaseBatch(ctx: Context, ports: NumberingPorts, batchId: string): Promise<BatchRun> {
  const claimed = await claim(ctx, batchId);
  if (claimed === null) return "nothing_to_do";
  const failures: unknown[] = [];
  for (const jobId of await jobsInState(ctx, batchId, "chosen")) {
    await trying(failures, () => releaseJob(ctx, jobId));
    await stayAlive(ctx, batchId);
  }
  const met = await numberAll(ctx, ports, batchId, failures);
  await settle(ctx, batchId, claimed, failures.length > 0 ? { problem: null } : met);
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} letters could not be released`);
  return met === null ? "done" : "waits";
}

/**
 * One who does not answer is asked once, not in every lane, and no more once he stops answering. A range that is used up
 * keeps none waiting that needs another.
 */
async function numberAll(
  ctx: Context,
  ports: NumberingPorts,
  batchId: string,
  failures: unknown[],
): Promise<Unnumbered | null> {
  const met: Unnumbered[] = [];
  const unanswered = () => met.find(({ problem }) => problem === "carrier_unavailable");

  async function number(jobId: string): Promise<void> {
    if (unanswered()) return;
    const inTheWay = await trying(failures, () => numberJob(ctx, ports, jobId));
    if (inTheWay) met.push(inTheWay);
    await stayAlive(ctx, batchId);
  }

  const [first, ...rest] = await jobsInState(ctx, batchId, "released");
  if (first === undefined) return null;
  await number(first);
  await inLanes(rest, ports.carrier ? CARRIER_LANES : 1, number);
  return unanswered() ?? met.at(-1) ?? null;
}

/** One letter that fails keeps none of the others; without a database nothing goes on. */
async function trying<T>(failures: unknown[], work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && error.retryable) throw error;
    failures.push(error);
    return null;
  }
}

/** How often it was tried before; null where it is another's, waits for its time, or is made. */
async function claim(ctx: Context, batchId: string): Promise<number | null> {
  const { rows } = await sql<{
    tries: number;
  }>`UPDATE print_batch SET next_try_at = clock.now() + make_interval(mins => ${LEASE_MINUTES})
    WHERE id = ${batchId} AND state = 'making' AND (next_try_at IS NULL OR next_try_at <= clock.now())
    RETURNING tries`.execute(ctx.db);
  return rows[0]?.tries ?? null;
}

async function stayAlive(ctx: Context, batchId: string): Promise<void> {
  await sql`UPDATE print_batch SET next_try_at = clock.now() + make_interval(mins => ${LEASE_MINUTES})
    WHERE id = ${batchId} AND state = 'making' AND next_try_at < clock.now() + make_interval(mins => ${LEASE_MINUTES / 2})`.execute(
    ctx.db,
  );
}

/** Ends the lease: free at once where all is done, after a pause where something is in the way. */
async function settle(
  ctx: Context,
  batchId: string,
  tries: number,
  met: { readonly problem: NumberingProblem | null; readonly retryAfterSeconds?: number } | null,
): Promise<void> {
  await transact(ctx.db, {}, async (trx) => {
    const now = await clockNow(trx);
    await trx
      .updateTable("print_batch")
      .set({
        problem: met?.problem ?? OF_THE_PRESS,
        next_try_at: met && now.add({ seconds: pauseSeconds(tries, met) }),
        tries: met ? tries + 1 : 0,
      })
      .where("id", "=", batchId)
      .where("state", "=", "making")
      .execute();
    await settleBatch(trx, batchId, now);
  });
}

function pauseSeconds(
  tries: number,
  met: { readonly problem: NumberingProblem | null; readonly retryAfterSeconds?: number },
): number {
  if (met.problem === "no_numbers" || met.problem === "numbers_exhausted") return NUMBERS_MINUTES * 60;
  return Math.max(met.retryAfterSeconds ?? 0, pauseAfter(tries).minutes * 60);
}

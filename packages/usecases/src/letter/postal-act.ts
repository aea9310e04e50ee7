// What acts of the desk have in common: the letters they are about, and how what became of each is told.

import type { PostalActOutcome, PostalActTable, PrintJobState, Selectable } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { jobsInState } from "./jobs-in-state.ts";

export type ActRow = Selectable<PostalActTable>;

/** Throws internal `act_incomplete`: the desk writes none without. */
export function needed<Name extends "batch_id" | "job_id">(act: ActRow, name: Name): string {
  const value = act[name];
  if (value === null)
    throw new AppError("internal", "act_incomplete", { detail: `${act.kind} without ${name}` });
  return value;
}

/**
 * Every letter in that state; one that fails keeps none of the others. Throws AggregateError after the last; what may pass
 * (the database) at once.
 */
export async function eachJob(
  ctx: Context,
  batchId: string,
  state: PrintJobState,
  work: (jobId: string) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const jobId of await jobsInState(ctx, batchId, state)) {
    try {
      await work(jobId);
    } catch (error) {
      if (error instanceof AppError && error.retryable) throw error;
      failures.push(error);
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} letters of ${batchId} failed`);
}

/** Of an act about one letter; `why` null where it was done. */
export function outcomeOfOne(job: string, why: string | null): PostalActOutcome {
  return why === null ? { done: 1, not_done: [] } : { done: 0, not_done: [{ job, why }] };
}

// What acts of the desk have in common: the letters they are about, and how what became of each is told.

import type { PostalActOutcome, PostalActTable, PrintJobState, Selectable } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";

export type ActRow = Selectable<PostalActTable>;

/** Throws internal `act_incomplete`: the desk writes none without. */
export function needed<Name extends "batch_id" | "job_id">(act: ActRow, name: Name): string {
  const value = act[name];
  if (value === null)
    throw new AppError("internal", "act_incomplete", { detail: `${act.kind} without ${name}` });
  return value;
}

export async function jobsIn(
  ctx: Context,
  batchId: string,
  state: PrintJobState,
): Promise<readonly string[]> {
  const rows = await ctx.db
    .selectFrom("print_job")
    .select("id")
    .where("batch_id", "=", batchId)
    .where("state", "=", state)
    .orderBy("ordinal")
    .execute();
  return rows.map(({ id }) => id);
}

/** Of an act about one letter; `why` null where it was done. */
export function outcomeOfOne(job: string, why: string | null): PostalActOutcome {
  return why === null ? { done: 1, not_done: [] } : { done: 0, not_done: [{ job, why }] };
}

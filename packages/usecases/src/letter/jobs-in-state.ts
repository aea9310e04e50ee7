// Which letters of a batch stand in one state, to be gone through one by one.

import type { PrintJobState } from "@posthorn/db";
import type { Context } from "../context.ts";

/** Ids in the batch's order. */
export async function jobsInState(
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

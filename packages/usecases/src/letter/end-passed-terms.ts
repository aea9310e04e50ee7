// What is handed over after its last day has failed on that day: the term is ended first, however late its own timer is.

import type { Context } from "../context.ts";
import { runTimer } from "../deadline/run-timer.ts";

/** Idempotent. Of the printed letters of a batch; `at`: when they were handed over. */
export async function endPassedTerms(ctx: Context, batchId: string, at: Temporal.Instant): Promise<void> {
  const passed = await ctx.db
    .selectFrom("print_job")
    .innerJoin("delivery_timer", "delivery_timer.delivery_id", "print_job.delivery_id")
    .select("print_job.delivery_id")
    .where("print_job.batch_id", "=", batchId)
    .where("print_job.state", "=", "printed")
    .where("delivery_timer.kind", "=", "post_overdue")
    .where("delivery_timer.due_at", "<=", at)
    .execute();
  for (const { delivery_id: deliveryId } of passed) await runTimer(ctx, { deliveryId, kind: "post_overdue" });
}

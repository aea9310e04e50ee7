// No carrier is connected any more: what he would have been asked rests, and is over when it would have been over.

import { clockNow, transact } from "@posthorn/db";
import type { Context } from "../context.ts";
import { nextPollAt } from "./next-poll.ts";

/** Idempotent. Once he is connected again he is asked at the next of his times. */
export async function restPoll(ctx: Context, jobId: string): Promise<void> {
  await transact(ctx.db, {}, async (trx) => {
    const now = await clockNow(trx);
    const due = await trx
      .selectFrom("print_job")
      .innerJoin("delivery", "delivery.id", "print_job.delivery_id")
      .select("delivery.final_at")
      .where("print_job.id", "=", jobId)
      .where("print_job.next_poll_at", "<=", now)
      .executeTakeFirst();
    if (!due) return;
    await trx
      .updateTable("print_job")
      .set({ next_poll_at: nextPollAt(now, due.final_at) })
      .where("id", "=", jobId)
      .execute();
  });
}

// A statement of the carrier that the desk has on paper or by telephone: booked like one of his own, and said to be entered by us.

import { type PostalActOutcome, transact } from "@posthorn/db";
import { AppError, asEntered } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { bookReportsOf } from "./book-carrier-reports.ts";
import { holdJob } from "./hold-job.ts";
import type { PostPorts } from "./ports.ts";
import { type ActRow, needed, outcomeOfOne } from "./postal-act.ts";

/** Idempotent: one report an act. Nothing is stated of a letter that is not posted. */
export async function stateByDesk(ctx: Context, ports: PostPorts, act: ActRow): Promise<PostalActOutcome> {
  const jobId = needed(act, "job_id");
  const { outcome, said_at: saidAt, words } = act.details ?? {};
  if (outcome === undefined)
    throw new AppError("internal", "act_incomplete", { detail: "carrier_statement without outcome" });
  const deliveryId = await transact(ctx.db, {}, async (trx) => {
    const { job } = await holdJob(trx, jobId);
    if (job.state !== "posted") return null;
    await trx
      .insertInto("carrier_report")
      .values({
        job_id: jobId,
        delivery_id: job.delivery_id,
        event_key: `act ${act.id}`,
        outcome,
        said_at: saidAt === undefined ? null : Temporal.Instant.from(saidAt),
        words: asEntered(words),
        source: ports.operator.name,
        raw: Buffer.from(
          JSON.stringify({ ...act.details, act: act.id, barcode: job.barcode, entered_at: act.acted_at }),
        ),
        media_type: "application/json",
        received_at: act.acted_at,
        booked_at: null,
      })
      .onConflict((conflict) => conflict.columns(["job_id", "event_key"]).doNothing())
      .execute();
    return job.delivery_id;
  });
  if (deliveryId === null) return outcomeOfOne(jobId, "not_posted");
  await bookReportsOf(ctx, deliveryId);
  return outcomeOfOne(jobId, null);
}

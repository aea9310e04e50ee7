// One letter falls out of its batch, misprinted or damaged: it goes back to the queue and keeps its release.

import {
  clockNow,
  type DeliveryRow,
  type PostalActOutcome,
  snapshotOf,
  transact,
  type Transaction,
} from "@posthorn/db";
import { decide, type Instant } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { applyDecision } from "../record/apply-decision.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";
import { endJob, holdJob } from "./hold-job.ts";
import { type ActRow, needed, outcomeOfOne } from "./postal-act.ts";
import { settleBatch } from "./settle-batch.ts";

/** Idempotent: told again it is so already. What was posted or is in the batch no more falls out of nothing. */
export async function fallOutOfBatch(ctx: Context, act: ActRow): Promise<PostalActOutcome> {
  const jobId = needed(act, "job_id");
  const reason = act.reason ?? "other";
  return transact(ctx.db, {}, async (trx) => {
    const { row, job } = await holdJob(trx, jobId);
    if (job.state === "fallen_out" && job.ended_reason === reason) return outcomeOfOne(jobId, null);
    if (job.state === "posted" || job.state === "dropped" || job.state === "fallen_out")
      return outcomeOfOne(jobId, job.state);
    await takeOffPaper(trx, ctx, row, { reason, at: act.acted_at });
    const words = act.details?.words;
    await endJob(trx, job, { reason, at: act.acted_at, ...(words === undefined ? {} : { words }) });
    await settleBatch(trx, job.batch_id, act.acted_at);
    return outcomeOfOne(jobId, null);
  });
}

/** A printed letter waits to be printed again; any other is left as it is. Returns the delivery as it then stands. */
export async function takeOffPaper(
  trx: Transaction,
  ctx: Context,
  row: DeliveryRow,
  { reason, at }: { readonly reason: string; readonly at: Instant },
): Promise<DeliveryRow> {
  const decision = decide(snapshotOf(row), { kind: "return_to_print", at });
  if (decision.kind !== "done") return row;
  const applied = await applyDecision(trx, ctx, {
    row,
    message: await loadMessageFacts(trx, row.message_id),
    decision,
    recordedAt: await clockNow(trx),
    events: { LetterToPrint: { details: { reason } } },
  });
  return applied.row;
}

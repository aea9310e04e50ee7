// The desk says that a batch is printed: every letter of it that was made is on paper.

import { clockNow, type PostalActOutcome, snapshotOf, transact } from "@posthorn/db";
import { decide } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { applyDecision } from "../record/apply-decision.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";
import { endJob, holdJob, whyEnded } from "./hold-job.ts";
import { type ActRow, eachJob, needed } from "./postal-act.ts";
import { batchName } from "./release-job.ts";
import { settleBatch } from "./settle-batch.ts";

/** Idempotent, a transaction a letter. What was made after the act cannot have been meant. */
export async function confirmBatchPrinted(ctx: Context, act: ActRow): Promise<PostalActOutcome> {
  const batchId = needed(act, "batch_id");
  await eachJob(ctx, batchId, "made", (jobId) => confirmPrinted(ctx, act, jobId));
  return transact(ctx.db, {}, async (trx) => {
    await settleBatch(trx, batchId, act.acted_at);
    const jobs = await trx
      .selectFrom("print_job")
      .select(["id", "state", "ended_reason"])
      .where("batch_id", "=", batchId)
      .where("state", "!=", "dropped")
      .orderBy("ordinal")
      .execute();
    const printed = jobs.filter(({ state }) => state === "printed" || state === "posted");
    return {
      done: printed.length,
      not_done: jobs
        .filter((job) => !printed.includes(job))
        .map((job) => ({ job: job.id, why: job.ended_reason ?? job.state })),
    };
  });
}

async function confirmPrinted(ctx: Context, act: ActRow, jobId: string): Promise<void> {
  await transact(ctx.db, {}, async (trx) => {
    const { row, job } = await holdJob(trx, jobId);
    const madeLater = job.made_at !== null && Temporal.Instant.compare(job.made_at, act.acted_at) > 0;
    if (job.state !== "made" || madeLater) return;
    const decision = decide(snapshotOf(row), { kind: "confirm_printed", at: act.acted_at });
    const recordedAt = await clockNow(trx);
    if (decision.kind === "refused") {
      await endJob(trx, job, { reason: await whyEnded(trx, row), at: recordedAt });
      return;
    }
    if (decision.kind === "done") {
      await applyDecision(trx, ctx, {
        row,
        message: await loadMessageFacts(trx, row.message_id),
        decision,
        recordedAt,
        events: { LetterPrinted: { details: { batch: await batchName(trx, job.batch_id) } } },
      });
    }
    await trx.updateTable("print_job").set({ state: "printed" }).where("id", "=", jobId).execute();
  });
}

// The transaction that closes the electronic route of one delivery for its letter: exactly one of release and collection happens.

import { clockNow, snapshotOf, transact, type Transaction } from "@posthorn/db";
import { decide } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { applyDecision } from "../record/apply-decision.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";
import { problemOfRow, setAddressProblem } from "./address-problem.ts";
import { endJob, holdJob, whyEnded } from "./hold-job.ts";

/** Idempotent: released, or dropped with the reason. One that had fallen out after an earlier release keeps that one. */
export async function releaseJob(ctx: Context, jobId: string): Promise<void> {
  await transact(ctx.db, {}, async (trx) => {
    const { row, job } = await holdJob(trx, jobId);
    if (job.state !== "chosen") return;
    const at = await clockNow(trx);
    const decision = decide(snapshotOf(row), { kind: "release_print", at });
    if (decision.kind === "refused") {
      await endJob(trx, job, { reason: await whyEnded(trx, row), at });
      return;
    }
    const problem = decision.kind === "done" ? problemOfRow(row) : null;
    if (problem !== null) {
      await setAddressProblem(trx, ctx, row, problem, at);
      await endJob(trx, job, { reason: "address", at });
      return;
    }
    if (decision.kind === "done") {
      await applyDecision(trx, ctx, {
        row,
        message: await loadMessageFacts(trx, row.message_id),
        decision,
        recordedAt: at,
        events: { LetterReleased: { details: { batch: await batchName(trx, job.batch_id) } } },
      });
    }
    await trx.updateTable("print_job").set({ state: "released" }).where("id", "=", jobId).execute();
  });
}

/** What people call it, as records name it. */
export async function batchName(trx: Transaction, batchId: string): Promise<string> {
  const { number } = await trx
    .selectFrom("print_batch")
    .select("number")
    .where("id", "=", batchId)
    .executeTakeFirstOrThrow();
  return String(number);
}

// The desk finds that no letter can go to an address: the sender is asked while he can mend it, or the letter has failed.

import { clockNow, lockDelivery, type PostalActOutcome, snapshotOf, transact } from "@posthorn/db";
import { ADDRESS_PROBLEMS, type AddressProblem, AppError, decide } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { applyDecision } from "../record/apply-decision.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";
import { setAddressProblem } from "./address-problem.ts";
import { takeOffPaper } from "./fall-out.ts";
import { endJob, livingJob } from "./hold-job.ts";
import { type ActRow, outcomeOfOne } from "./postal-act.ts";
import { settleBatch } from "./settle-batch.ts";

/** The reason that ends it; any other names what is wrong with the address. */
const FINALLY_NOT_POSTABLE = "final";

/** Idempotent. A letter in a batch leaves it; what is posted or has ended stays as it is, and the outcome says so. */
export async function tellNotPostable(ctx: Context, act: ActRow): Promise<PostalActOutcome> {
  return transact(ctx.db, {}, async (trx) => {
    const deliveryId = act.delivery_id ?? (await deliveryOf(act.job_id));
    const locked = await lockDelivery(trx, deliveryId);
    const subject = act.job_id ?? deliveryId;
    if (locked.state === "post_failed" && locked.final_at?.equals(act.acted_at))
      return outcomeOfOne(subject, null);
    if (locked.state !== "to_print" && locked.state !== "printed") return outcomeOfOne(subject, locked.state);
    const row = await takeOffPaper(trx, ctx, locked, { reason: "not_postable", at: act.acted_at });
    const job = await livingJob(trx, deliveryId);
    if (job) {
      await endJob(trx, job, { reason: "not_postable", at: act.acted_at });
      await settleBatch(trx, job.batch_id, act.acted_at);
    }
    if (act.reason !== FINALLY_NOT_POSTABLE) {
      await setAddressProblem(trx, ctx, row, problemOf(act.reason), act.acted_at);
      return outcomeOfOne(subject, null);
    }
    const command = { kind: "fail_post", at: act.acted_at, reason: "not_postable" } as const;
    const decision = decide(snapshotOf(row), command);
    if (decision.kind !== "done") return outcomeOfOne(subject, row.state);
    await applyDecision(trx, ctx, {
      row,
      message: await loadMessageFacts(trx, row.message_id),
      decision,
      recordedAt: await clockNow(trx),
    });
    return outcomeOfOne(subject, null);

    async function deliveryOf(jobId: string | null): Promise<string> {
      const known = await trx
        .selectFrom("print_job")
        .select("delivery_id")
        .where("id", "=", jobId)
        .executeTakeFirst();
      if (!known)
        throw new AppError("internal", "act_incomplete", { detail: "not_postable without a letter" });
      return known.delivery_id;
    }
  });
}

function problemOf(reason: string | null): AddressProblem {
  return ADDRESS_PROBLEMS.find((problem) => problem === reason) ?? "other";
}

// Carries out what the postal desk did or asked: each act once, in the order in which they were done, dated when they were done.

import { clockNow, type PostalActKind, type PostalActOutcome, sql, transact } from "@posthorn/db";
import type { Context } from "../context.ts";
import { confirmBatchPrinted } from "./confirm-printed.ts";
import { endPassedTerms } from "./end-passed-terms.ts";
import { fallOutOfBatch } from "./fall-out.ts";
import { handBatchOver } from "./hand-over.ts";
import type { PostPorts } from "./ports.ts";
import { type ActRow, needed } from "./postal-act.ts";
import { stateByDesk } from "./state-by-desk.ts";
import { stateByReceipt } from "./state-by-receipt.ts";
import { tellNotPostable } from "./tell-not-postable.ts";

export type ActRun = "done" | "waits" | "nothing_to_do";

/**
 * Idempotent. `waits`: a second person has to agree first. Acts on the same batch that were done before it come first; where
 * taking a letter out of it fails the act waits, lest that letter be printed or posted after all. Throws what failed.
 */
export async function carryOutPostalAct(ctx: Context, ports: PostPorts, actId: string): Promise<ActRun> {
  const act = await ctx.db.selectFrom("postal_act").selectAll().where("id", "=", actId).executeTakeFirst();
  if (!act || act.done_at !== null || act.withdrawn_at !== null) return "nothing_to_do";
  if (act.needs_second && act.seconded_at === null) return "waits";
  const failures: unknown[] = [];
  for (const one of [...(await listEarlier(ctx, act)), act]) {
    try {
      await carryOut(ctx, ports, one);
    } catch (error) {
      if (TAKES_OUT.includes(one.kind)) throw error;
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `acts on the batch of ${actId} failed`);
  return "done";
}

const TAKES_OUT: readonly PostalActKind[] = ["fell_out", "not_postable"];

async function carryOut(ctx: Context, ports: PostPorts, act: ActRow): Promise<void> {
  const outcome = await doAct(ctx, ports, act);
  await transact(ctx.db, {}, async (trx) => {
    await trx
      .updateTable("postal_act")
      .set({ done_at: await clockNow(trx), outcome: JSON.stringify(outcome) })
      .where("id", "=", act.id)
      .where("done_at", "is", null)
      .execute();
  });
}

async function doAct(ctx: Context, ports: PostPorts, act: ActRow): Promise<PostalActOutcome> {
  switch (act.kind) {
    case "printed":
      return confirmBatchPrinted(ctx, act);
    case "fell_out":
      return fallOutOfBatch(ctx, act);
    case "not_postable":
      return tellNotPostable(ctx, act);
    case "handed_over":
      await endPassedTerms(ctx, needed(act, "batch_id"), act.acted_at);
      return handBatchOver(ctx, ports, act);
    case "carrier_statement":
      return act.job_id === null ? stateByReceipt(ctx, ports, act) : stateByDesk(ctx, ports, act);
  }
}

/** An act names a batch, or a letter that is in one; what is stated of one letter waits for nothing that is stated of another. */
async function listEarlier(ctx: Context, act: ActRow): Promise<readonly ActRow[]> {
  const earlier = sql<string>`(WITH touched AS (
      SELECT batch_id FROM print_job WHERE id = ${act.job_id}
      UNION SELECT batch_id FROM print_job WHERE delivery_id = ${act.delivery_id}
      UNION SELECT ${act.batch_id}::text)
    SELECT a.id FROM postal_act a LEFT JOIN print_job j ON j.id = a.job_id
    WHERE a.done_at IS NULL AND a.withdrawn_at IS NULL AND (NOT a.needs_second OR a.seconded_at IS NOT NULL)
      AND (a.acted_at, a.id) < (${act.acted_at}, ${act.id})
      AND (a.kind <> 'carrier_statement' OR a.job_id = ${act.job_id})
      AND (coalesce(a.batch_id, j.batch_id) IN (SELECT batch_id FROM touched) OR a.delivery_id = ${act.delivery_id}))`;
  return ctx.db
    .selectFrom("postal_act")
    .selectAll()
    .where("id", "in", earlier)
    .orderBy("acted_at")
    .orderBy("id")
    .execute();
}

// A proof of posting that came after the hand-over: the carrier's word, on paper, that he accepted each letter of that deposit.

import { clockNow, type PostalActOutcome, snapshotOf, transact, type Transaction } from "@posthorn/db";
import { AppError, decide, type Instant } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { applyDecision } from "../record/apply-decision.ts";
import { factsOf } from "../record/facts-of.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";
import { holdJob } from "./hold-job.ts";
import type { PostPorts } from "./ports.ts";
import { type ActRow, eachJob, needed } from "./postal-act.ts";

/** Idempotent, a transaction a letter: whose records name the receipt already gets no other. */
export async function stateByReceipt(ctx: Context, ports: PostPorts, act: ActRow): Promise<PostalActOutcome> {
  const { receipt_sha256: sha256, hand_over: handOverId } = act.details ?? {};
  if (sha256 === undefined || handOverId === undefined)
    throw new AppError("internal", "act_incomplete", { detail: "carrier_statement without receipt" });
  const { acted_at: handedOverAt } = await ctx.db
    .selectFrom("postal_act")
    .select("acted_at")
    .where("id", "=", handOverId)
    .executeTakeFirstOrThrow();
  let done = 0;
  await eachJob(ctx, needed(act, "batch_id"), "posted", async (jobId) => {
    const named = await transact(ctx.db, {}, (trx) =>
      accepted(trx, ctx, ports, { act, jobId, sha256, handedOverAt }),
    );
    if (named) done += 1;
  });
  return { done, not_done: [] };
}

/** Whether the receipt stands in the records of this letter. */
async function accepted(
  trx: Transaction,
  ctx: Context,
  ports: PostPorts,
  {
    act,
    jobId,
    sha256,
    handedOverAt,
  }: {
    readonly act: ActRow;
    readonly jobId: string;
    readonly sha256: string;
    readonly handedOverAt: Instant;
  },
): Promise<boolean> {
  const { row, job } = await holdJob(trx, jobId);
  // Of another part of the batch: its receipt is another paper.
  if (!job.posted_at?.equals(handedOverAt)) return false;
  if (await isNamed(trx, row.id, sha256)) return true;
  const at = act.acted_at;
  const decision = decide(snapshotOf(row), { kind: "carrier_notes", at, outcome: "accepted" });
  if (decision.kind !== "done") return false;
  await applyDecision(trx, ctx, {
    row,
    message: await loadMessageFacts(trx, row.message_id),
    decision,
    recordedAt: await clockNow(trx),
    events: {
      CarrierStatement: {
        carrier: { source: ports.operator.name, outcome: "accepted", raw_sha256: sha256 },
      },
    },
  });
  return true;
}

async function isNamed(trx: Transaction, deliveryId: string, sha256: string): Promise<boolean> {
  const records = await factsOf(trx, deliveryId, "RelayToNonERDS", "CarrierStatement");
  return records.some(
    ({ relay, carrier }) => relay?.receipt_sha256 === sha256 || carrier?.raw_sha256 === sha256,
  );
}

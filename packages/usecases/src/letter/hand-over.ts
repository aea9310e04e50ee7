// The desk has handed a batch to the postal operator: RelayToNonERDS, once a letter, and the postage is consumed.

import { clockNow, type PostalActOutcome, snapshotOf, transact, type Transaction } from "@posthorn/db";
import { decide, printFileFallsAt, type RelayFacts } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { applyDecision } from "../record/apply-decision.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";
import { endJob, holdJob, type JobRow, whyEnded } from "./hold-job.ts";
import { latestReceipt } from "./latest-receipt.ts";
import { firstPollAt } from "./next-poll.ts";
import type { PostPorts } from "./ports.ts";
import { type ActRow, eachJob, needed } from "./postal-act.ts";
import { batchName } from "./release-job.ts";
import { settleBatch } from "./settle-batch.ts";

/**
 * Idempotent, a transaction a letter. Only what is printed goes, and of a batch that was scanned only what was scanned before
 * the act; the rest stays printed and is named in the outcome.
 */
export async function handBatchOver(ctx: Context, ports: PostPorts, act: ActRow): Promise<PostalActOutcome> {
  const batchId = needed(act, "batch_id");
  const scanned = await wasScanned(ctx, batchId, act);
  await eachJob(ctx, batchId, "printed", (jobId) =>
    transact(ctx.db, {}, (trx) => handOver(trx, ctx, ports, { act, jobId, scanned })),
  );
  return transact(ctx.db, {}, async (trx) => {
    await settleBatch(trx, batchId, act.acted_at);
    const jobs = await trx
      .selectFrom("print_job")
      .select(["id", "state", "ended_reason", "posted_at"])
      .where("batch_id", "=", batchId)
      .where("state", "!=", "dropped")
      .orderBy("ordinal")
      .execute();
    const posted = jobs.filter(({ posted_at: at }) => at?.equals(act.acted_at));
    const left = jobs.filter(({ state }) => state !== "posted");
    return {
      done: posted.length,
      not_done: left.map(({ id, state, ended_reason: reason }) => ({
        job: id,
        why: reason ?? (state === "printed" ? "not_scanned" : "not_printed"),
      })),
    };
  });
}

/** Whoever scans one letter of a batch scans all that go, also where he took every scan back. */
async function wasScanned(ctx: Context, batchId: string, act: ActRow): Promise<boolean> {
  const one = await ctx.db
    .selectFrom("print_job")
    .select("id")
    .where("batch_id", "=", batchId)
    .where((eb) =>
      eb.or([eb("scanned_at", "<=", act.acted_at), eb("scan_taken_back_at", "<=", act.acted_at)]),
    )
    .limit(1)
    .executeTakeFirst();
  return one !== undefined;
}

async function handOver(
  trx: Transaction,
  ctx: Context,
  ports: PostPorts,
  { act, jobId, scanned }: { readonly act: ActRow; readonly jobId: string; readonly scanned: boolean },
): Promise<void> {
  const { row, job } = await holdJob(trx, jobId);
  if (job.state !== "printed" || (scanned && !isScannedBy(job, act))) return;
  const at = act.acted_at;
  const decision = decide(snapshotOf(row), { kind: "confirm_posted", at });
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
      events: { RelayToNonERDS: { relay: await relayFacts(trx, ports, job, act) } },
    });
  }
  await trx
    .updateTable("print_job")
    .set({
      state: "posted",
      posted_at: at,
      next_poll_at: ports.carrier && job.carrier_reference !== null ? firstPollAt(at) : null,
      file_falls_at: printFileFallsAt(at),
    })
    .where("id", "=", jobId)
    .execute();
}

function isScannedBy({ scanned_at: scannedAt }: JobRow, act: ActRow): boolean {
  return scannedAt !== null && Temporal.Instant.compare(scannedAt, act.acted_at) <= 0;
}

async function relayFacts(trx: Transaction, ports: PostPorts, job: JobRow, act: ActRow): Promise<RelayFacts> {
  const { name, service } = ports.operator;
  const receipt = await latestReceipt(trx, { batchId: job.batch_id, handOverId: act.id });
  return {
    operator: name,
    service,
    batch: await batchName(trx, job.batch_id),
    ...(job.barcode === null ? {} : { item: job.barcode }),
    ...(job.sha256 === null ? {} : { print_sha256: job.sha256 }),
    ...(job.pages === null ? {} : { pages: job.pages }),
    ...(job.sheets === null ? {} : { sheets: job.sheets }),
    ...(job.address === null ? {} : { address: job.address.join(", ") }),
    ...(receipt === null ? {} : { receipt_sha256: receipt }),
  };
}

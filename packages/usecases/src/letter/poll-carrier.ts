// Asks the carrier what became of one letter, keeps what he says as it came, books it, and says when he is asked again.

import { clockNow, transact } from "@posthorn/db";
import { AppError, type Instant, isCarrierEnd } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { bookReportsOf, SIGNED_PROOF } from "./book-carrier-reports.ts";
import type { JobRow } from "./hold-job.ts";
import { nextPollAt } from "./next-poll.ts";
import type { CarrierEvent, CarrierPort } from "./ports.ts";

/** How long a poll is its worker's alone. */
const LEASE_MINUTES = 10;
/** After he did not answer and said no time. */
const PAUSE_MINUTES = 60;

export type PollRun = "done" | "waits" | "nothing_to_do";

/** Idempotent: what he said before is kept once. `waits`: he did not answer, the row says when he is asked again. */
export async function pollCarrier(ctx: Context, carrier: CarrierPort, jobId: string): Promise<PollRun> {
  const job = await claim(ctx, jobId);
  if (!job || job.barcode === null) return "nothing_to_do";
  const item = { barcode: job.barcode, reference: job.carrier_reference };
  try {
    await keepEvents(ctx, carrier, job, await carrier.track(item));
    await bookReportsOf(ctx, job.delivery_id);
    const finalAt = await finalAtOf(ctx, job);
    if (finalAt !== null && !(await hasProof(ctx, job))) {
      const proof = await carrier.proof(item);
      if (proof) await keepProof(ctx, carrier, job, proof);
    }
    await schedule(ctx, job, (now) => nextPollAt(now, finalAt));
    return "done";
  } catch (error) {
    if (!(error instanceof AppError) || !error.code.startsWith("carrier_")) throw error;
    const { retryAfterSeconds = PAUSE_MINUTES * 60 } = error;
    const finalAt = await finalAtOf(ctx, job);
    await schedule(ctx, job, (now) => nextPollAt(now, finalAt) && now.add({ seconds: retryAfterSeconds }));
    return "waits";
  }
}

async function claim(ctx: Context, jobId: string): Promise<JobRow | undefined> {
  return transact(ctx.db, {}, async (trx) => {
    const now = await clockNow(trx);
    return trx
      .updateTable("print_job")
      .set((eb) => ({ polls: eb("polls", "+", 1), next_poll_at: now.add({ minutes: LEASE_MINUTES }) }))
      .where("id", "=", jobId)
      .where("state", "=", "posted")
      .where("next_poll_at", "<=", now)
      .returningAll()
      .executeTakeFirst();
  });
}

async function keepEvents(
  ctx: Context,
  carrier: CarrierPort,
  job: JobRow,
  events: Awaited<ReturnType<CarrierPort["track"]>>,
): Promise<void> {
  if (events.length === 0) return;
  await transact(ctx.db, {}, async (trx) => {
    const receivedAt = await clockNow(trx);
    await trx
      .insertInto("carrier_report")
      .values(
        events.map((event) => ({
          job_id: job.id,
          delivery_id: job.delivery_id,
          event_key: event.key,
          outcome: isAnother(job, event) ? "other" : event.outcome,
          said_at: event.at,
          words: event.words,
          source: carrier.name,
          raw: event.raw,
          media_type: event.mediaType,
          received_at: receivedAt,
          booked_at: null,
        })),
      )
      .onConflict((conflict) => conflict.columns(["job_id", "event_key"]).doNothing())
      .execute();
  });
}

/** An end from before the letter was made is that of an item that had its number before. It is kept, and ends nothing. */
function isAnother({ made_at: madeAt }: JobRow, { outcome, at }: CarrierEvent): boolean {
  return isCarrierEnd(outcome) && at !== null && madeAt !== null && Temporal.Instant.compare(at, madeAt) < 0;
}

async function finalAtOf(ctx: Context, job: JobRow): Promise<Instant | null> {
  const row = await ctx.db
    .selectFrom("delivery")
    .select("final_at")
    .where("id", "=", job.delivery_id)
    .executeTakeFirstOrThrow();
  return row.final_at;
}

async function hasProof(ctx: Context, job: JobRow): Promise<boolean> {
  const proof = await ctx.db
    .selectFrom("carrier_report")
    .select("id")
    .where("job_id", "=", job.id)
    .where("event_key", "=", SIGNED_PROOF)
    .executeTakeFirst();
  return proof !== undefined;
}

/** His own word once more, signed: a statement that ends nothing anew. */
async function keepProof(
  ctx: Context,
  carrier: CarrierPort,
  job: JobRow,
  proof: NonNullable<Awaited<ReturnType<CarrierPort["proof"]>>>,
): Promise<void> {
  const event = { key: SIGNED_PROOF, outcome: "signed_proof", at: null, words: null } as const;
  await keepEvents(ctx, carrier, job, [{ ...event, raw: proof.bytes, mediaType: proof.mediaType }]);
  await bookReportsOf(ctx, job.delivery_id);
}

async function schedule(ctx: Context, job: JobRow, next: (now: Instant) => Instant | null): Promise<void> {
  await transact(ctx.db, {}, async (trx) => {
    await trx
      .updateTable("print_job")
      .set({ next_poll_at: next(await clockNow(trx)) })
      .where("id", "=", job.id)
      .execute();
  });
}

// Gives one released letter its number: from a range of ours, from the carrier, or from a range and then announced to him.

import { clockNow, isUniqueViolation, type NumberingProblem, transact, type Transaction } from "@posthorn/db";
import { AppError, type Language } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { setAddressProblem } from "./address-problem.ts";
import { partyOf, postalAddressOf } from "./addressee-of.ts";
import { endJob, type HeldJob, holdJob } from "./hold-job.ts";
import type { CarrierPort, NumberingPorts } from "./ports.ts";
import { takeNumber } from "./take-number.ts";

type Announcement = Parameters<CarrierPort["announce"]>[0];
type Announced = Awaited<ReturnType<CarrierPort["announce"]>>;

/** What keeps it from being numbered now. */
export interface Unnumbered {
  readonly problem: NumberingProblem;
  readonly retryAfterSeconds?: number;
}

const BELGIUM = "BE";

/** Idempotent: null where nothing is left to do, because it has its number or fell out. The job's id is the carrier's reference. */
export async function numberJob(
  ctx: Context,
  ports: NumberingPorts,
  jobId: string,
): Promise<Unnumbered | null> {
  const next = await transact(ctx.db, {}, (trx) => takeOrPrepare(trx, ports, jobId));
  if (next === null || "problem" in next) return next;
  if (!ports.carrier) return null;
  try {
    await bookNumber(ctx, jobId, await ports.carrier.announce(next));
    return null;
  } catch (error) {
    if (isUniqueViolation(error)) return fallOut(ctx, jobId, "number_taken");
    if (!(error instanceof AppError)) throw error;
    if (error.code === "number_taken") return fallOut(ctx, jobId, "number_taken");
    if (error.code === "carrier_refused") return fallOut(ctx, jobId, "carrier_refused", error.detail);
    if (error.code !== "carrier_unavailable") throw error;
    const { retryAfterSeconds } = error;
    return {
      problem: "carrier_unavailable",
      ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    };
  }
}

/** Numbered from a range, or what the carrier is told; nobody outside is asked while rows are locked. */
async function takeOrPrepare(
  trx: Transaction,
  ports: NumberingPorts,
  jobId: string,
): Promise<Announcement | Unnumbered | null> {
  const { row, job } = await holdJob(trx, jobId);
  if (job.state !== "released") return null;
  const abroad = row.country !== BELGIUM;
  const range = abroad ? ports.abroad : ports.domestic;
  const announced = !abroad && ports.carrier !== null;
  if (!range && !announced) return { problem: "no_numbers" };
  const barcode = job.barcode ?? (range && (await takeNumber(trx, range)));
  if (range && barcode === null) return { problem: "numbers_exhausted" };
  if (barcode !== null && range) {
    await trx
      .updateTable("print_job")
      .set({ barcode, barcode_from: range.kind, ...(announced ? {} : { state: "numbered" }) })
      .where("id", "=", jobId)
      .execute();
  }
  return announced ? announcementOf(trx, { row, job: { ...job, barcode } }) : null;
}

async function announcementOf(trx: Transaction, { row, job }: HeldJob): Promise<Announcement> {
  const address = postalAddressOf(row);
  if (!address) throw new AppError("internal", "released_without_address");
  const { facts, return_address: returnAddress } = await trx
    .selectFrom("message")
    .select(["facts", "return_address"])
    .where("id", "=", row.message_id)
    .executeTakeFirstOrThrow();
  return {
    reference: job.id,
    ...(job.barcode ? { barcode: job.barcode } : {}),
    sender: facts.sender.name,
    ...(returnAddress && { returnAddress }),
    addressee: partyOf(row),
    address,
    language: row.language as Language,
  };
}

async function bookNumber(ctx: Context, jobId: string, announced: Announced): Promise<void> {
  await transact(ctx.db, {}, async (trx) => {
    const { row, job } = await holdJob(trx, jobId);
    if (job.state !== "released") return;
    const ours = job.barcode === announced.barcode;
    await trx
      .updateTable("print_job")
      .set({
        state: "numbered",
        barcode: announced.barcode,
        barcode_from: ours ? job.barcode_from : "carrier",
        carrier_reference: announced.reference,
      })
      .where("id", "=", jobId)
      .execute();
    // He takes it after all.
    if (row.address_problem !== null)
      await trx
        .updateTable("delivery")
        .set({ address_problem: null, address_problem_at: null })
        .where("id", "=", row.id)
        .execute();
  });
}

/** Back to the queue, in which the desk finds out what to do about it: its release stands. */
async function fallOut(ctx: Context, jobId: string, reason: string, words?: string): Promise<null> {
  return transact(ctx.db, {}, async (trx) => {
    const { row, job } = await holdJob(trx, jobId);
    if (job.state !== "released") return null;
    const at = await clockNow(trx);
    await endJob(trx, job, { reason, at, ...(words === undefined ? {} : { words }) });
    if (reason === "carrier_refused") await setAddressProblem(trx, ctx, row, "other", at);
    return null;
  });
}

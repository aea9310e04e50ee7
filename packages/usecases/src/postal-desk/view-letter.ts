// The whole story of one letter at the desk: its batches, what was done with it, and what the carrier states.

import { type PrintJobState, transact, type Transaction } from "@posthorn/db";
import {
  type AddressProblem,
  AppError,
  type CarrierOutcome,
  type DeliveryStateName,
  lastPostingDay,
  readScan,
} from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireReader, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";
import { type ActLine, listActs } from "./list-acts.ts";
import { ADDRESSEE_COLUMNS, type Addressed, addressedTo } from "./name-addressee.ts";

export interface DeskJob {
  readonly id: string;
  readonly batchId: string;
  readonly batchNumber: number;
  readonly ordinal: number;
  readonly state: PrintJobState;
  readonly endedReason: string | null;
  readonly barcode: string | null;
  readonly sheets: number | null;
  readonly pages: number | null;
  readonly sha256: string | null;
  /** As printed; null before it was made. */
  readonly address: readonly string[] | null;
  readonly madeAt: Temporal.Instant | null;
  readonly scannedAt: Temporal.Instant | null;
  readonly scannedBy: string | null;
  readonly postedAt: Temporal.Instant | null;
  /** It can be opened; nobody prints again what fell out. */
  readonly hasFile: boolean;
}

export interface CarrierStatement {
  readonly outcome: CarrierOutcome;
  readonly saidAt: Temporal.Instant | null;
  readonly words: string | null;
  /** Who stated it, and how it came here. */
  readonly source: string;
  readonly receivedAt: Temporal.Instant;
}

export interface DeskLetter extends Addressed {
  readonly deliveryId: string;
  readonly state: DeliveryStateName;
  readonly lastDay: Temporal.PlainDate | null;
  /** When the electronic route was closed. */
  readonly releasedAt: Temporal.Instant | null;
  readonly postedAt: Temporal.Instant | null;
  readonly finalAt: Temporal.Instant | null;
  readonly problem: AddressProblem | null;
  readonly problemAt: Temporal.Instant | null;
  /** The newest first. */
  readonly jobs: readonly DeskJob[];
  readonly acts: readonly ActLine[];
  /** As they came. */
  readonly statements: readonly CarrierStatement[];
}

/** The look is logged. Errors: forbidden `staff_role_missing`; not_found `job_unknown`, `letter_unknown`. */
export async function viewDeskLetter(
  ctx: Context,
  reader: StaffReader,
  asked: { readonly jobId: string } | { readonly deliveryId: string },
): Promise<DeskLetter> {
  requireReader(reader.staff, "postal_operator");
  const { staff, visitor, arrivedAt: at } = reader;
  return transact(ctx.db, {}, async (trx) => {
    const deliveryId = "jobId" in asked ? await deliveryOf(trx, asked.jobId) : asked.deliveryId;
    const row = await trx
      .selectFrom("delivery")
      .select(["id", "state", "first_to_print_at", "print_released_at", "posted_at", "final_at"])
      .select(["address_problem", "address_problem_at", ...ADDRESSEE_COLUMNS])
      .where("id", "=", deliveryId)
      .executeTakeFirst();
    if (!row) throw new AppError("not_found", "letter_unknown");
    await logStaffAct(trx, { act: "letter_viewed", at, visitor, staffId: staff.staffId, subject: row.id });
    const addressed = addressedTo(row);
    return {
      deliveryId: row.id,
      state: row.state,
      ...addressed,
      lastDay: row.first_to_print_at === null ? null : lastPostingDay(row.first_to_print_at),
      releasedAt: row.print_released_at,
      postedAt: row.posted_at,
      finalAt: row.final_at,
      problem: addressed.lines === null && addressed.erasedAt === null ? "missing" : row.address_problem,
      problemAt: row.address_problem_at,
      jobs: await listLetterJobs(trx, row.id),
      acts: await listActs(trx, { deliveryId: row.id }),
      statements: await listStatements(trx, row.id),
    };
  });
}

/** The job whose item has this barcode; null for none. The look is logged. Errors: forbidden `staff_role_missing`. */
export async function findLetter(ctx: Context, reader: StaffReader, typed: string): Promise<string | null> {
  requireReader(reader.staff, "postal_operator");
  const { staff, visitor, arrivedAt: at } = reader;
  const barcode = readScan(typed);
  return transact(ctx.db, {}, async (trx) => {
    await logStaffAct(trx, {
      act: "letter_looked_up",
      at,
      visitor,
      staffId: staff.staffId,
      subject: barcode ?? "no number",
    });
    if (barcode === null) return null;
    const row = await trx
      .selectFrom("print_job")
      .select("id")
      .where("barcode", "=", barcode)
      .executeTakeFirst();
    return row?.id ?? null;
  });
}

async function deliveryOf(trx: Transaction, jobId: string): Promise<string> {
  const row = await trx
    .selectFrom("print_job")
    .select("delivery_id")
    .where("id", "=", jobId)
    .executeTakeFirst();
  if (!row) throw new AppError("not_found", "job_unknown");
  return row.delivery_id;
}

async function listLetterJobs(trx: Transaction, deliveryId: string): Promise<readonly DeskJob[]> {
  const rows = await trx
    .selectFrom("print_job as j")
    .innerJoin("print_batch as b", "b.id", "j.batch_id")
    .leftJoin("staff as s", "s.id", "j.scanned_by")
    .selectAll("j")
    .select(["b.number", "s.first_names", "s.family_name"])
    .where("j.delivery_id", "=", deliveryId)
    .orderBy("b.number", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    batchId: row.batch_id,
    batchNumber: row.number,
    ordinal: row.ordinal,
    state: row.state,
    endedReason: row.ended_reason,
    barcode: row.barcode,
    sheets: row.sheets,
    pages: row.pages,
    sha256: row.sha256,
    address: row.address,
    madeAt: row.made_at,
    scannedAt: row.scanned_at,
    scannedBy: row.family_name === null ? null : `${row.first_names} ${row.family_name}`,
    postedAt: row.posted_at,
    hasFile: row.blob_id !== null && row.state !== "fallen_out",
  }));
}

async function listStatements(trx: Transaction, deliveryId: string): Promise<readonly CarrierStatement[]> {
  const rows = await trx
    .selectFrom("print_job as j")
    .innerJoin("carrier_report as r", "r.job_id", "j.id")
    .select(["r.outcome", "r.said_at", "r.words", "r.source", "r.received_at"])
    .where("j.delivery_id", "=", deliveryId)
    .orderBy("r.id")
    .execute();
  return rows.map((row) => ({
    outcome: row.outcome,
    saidAt: row.said_at,
    words: row.words,
    source: row.source,
    receivedAt: row.received_at,
  }));
}

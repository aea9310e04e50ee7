// One batch at the desk: how far it is, what keeps it, what was done with it, and what the carrier's receipts are.

import { type BatchProblem, type PrintJobState, sql, transact, type Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireReader, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";
import { type ActLine, listActs } from "./list-acts.ts";
import { countToHandOver, type ToHandOver } from "./hand-over.ts";
import type { BatchState } from "./list-batches.ts";
import { type Deposit, hasNextDeposit, listDeposits } from "./list-deposits.ts";

export interface Receipt {
  readonly id: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly size: number;
  readonly by: string;
  readonly at: Temporal.Instant;
  /** The deposit that it is for; null: the next one. */
  readonly handOverId: string | null;
}

export interface BatchView {
  readonly id: string;
  readonly number: number;
  readonly printer: string;
  readonly state: BatchState;
  readonly madeBy: string;
  readonly madeAt: Temporal.Instant;
  /** Chosen at making. */
  readonly letters: number;
  readonly readyAt: Temporal.Instant | null;
  readonly printedAt: Temporal.Instant | null;
  readonly handedOverAt: Temporal.Instant | null;
  readonly problem: BatchProblem | null;
  readonly push: {
    readonly askedAt: Temporal.Instant | null;
    readonly nextAt: Temporal.Instant | null;
    readonly attempts: number;
    readonly pushedAt: Temporal.Instant | null;
    readonly error: string | null;
  };
  readonly counts: Readonly<Record<PrintJobState, number>>;
  readonly toHandOver: ToHandOver;
  readonly sheets: number;
  readonly pages: number;
  /** Files that can still be had. */
  readonly files: number;
  /** About the whole batch, the newest first. */
  readonly acts: readonly ActLine[];
  /** What was asked and is being carried out, or waits for a second person. */
  readonly open: readonly ActLine[];
  /** What was handed over at once, part by part. */
  readonly deposits: readonly Deposit[];
  /** More can be handed over. */
  readonly hasNextDeposit: boolean;
  readonly receipts: readonly Receipt[];
  /** As `markBatch` answers it. */
  readonly mark: string;
}

/** In the order in which a batch shows how many letters stand in each. */
export const JOB_STATES = [
  "chosen",
  "released",
  "numbered",
  "made",
  "printed",
  "posted",
  "fallen_out",
  "dropped",
] as const satisfies readonly PrintJobState[];

/** The look is logged. Errors: forbidden `staff_role_missing`; not_found `batch_unknown`. */
export async function viewBatch(ctx: Context, reader: StaffReader, batchId: string): Promise<BatchView> {
  requireReader(reader.staff, "postal_operator");
  const { staff, visitor, arrivedAt: at } = reader;
  return transact(ctx.db, {}, async (trx) => {
    const row = await findBatch(trx, batchId);
    await logStaffAct(trx, { act: "batch_viewed", at, visitor, staffId: staff.staffId, subject: row.id });
    const acts = await listActs(trx, { batchId });
    const deposits = await listDeposits(trx, batchId);
    return {
      id: row.id,
      number: row.number,
      printer: row.printer,
      state: row.state,
      madeBy: `${row.first_names} ${row.family_name}`,
      madeAt: row.made_at,
      letters: row.letters,
      readyAt: row.ready_at,
      printedAt: row.printed_at,
      handedOverAt: row.handed_over_at,
      problem: row.problem,
      push: {
        askedAt: row.push_asked_at,
        nextAt: row.push_next_at,
        attempts: row.push_attempts,
        pushedAt: row.pushed_at,
        error: row.push_error,
      },
      ...(await countJobs(trx, batchId)),
      toHandOver: await countToHandOver(trx, batchId),
      acts,
      open: acts.filter(({ doneAt, withdrawnAt }) => doneAt === null && withdrawnAt === null),
      deposits,
      hasNextDeposit: hasNextDeposit(row.state, deposits),
      receipts: await listReceipts(trx, batchId),
      mark: await markOf(trx, batchId),
    };
  });
}

/** Changes whenever the batch's page would look different; it means nothing else. Errors: those of `viewBatch`. The caller logs the look. */
export async function markBatch(ctx: Context, reader: StaffReader, batchId: string): Promise<string> {
  requireReader(reader.staff, "postal_operator");
  return transact(ctx.db, {}, (trx) => markOf(trx, batchId));
}

async function findBatch(trx: Transaction, batchId: string) {
  const row = await trx
    .selectFrom("print_batch as b")
    .innerJoin("staff", "staff.id", "b.made_by")
    .selectAll("b")
    .select(["staff.first_names", "staff.family_name"])
    .where("b.id", "=", batchId)
    .executeTakeFirst();
  if (!row) throw new AppError("not_found", "batch_unknown");
  return row;
}

async function countJobs(
  trx: Transaction,
  batchId: string,
): Promise<Pick<BatchView, "counts" | "sheets" | "pages" | "files">> {
  const rows = await trx
    .selectFrom("print_job")
    .select([
      "state",
      sql<number>`count(*)::int`.as("count"),
      sql<number>`coalesce(sum(sheets), 0)::int`.as("sheets"),
      sql<number>`coalesce(sum(pages), 0)::int`.as("pages"),
      sql<number>`count(blob_id)::int`.as("files"),
    ])
    .where("batch_id", "=", batchId)
    .groupBy("state")
    .execute();
  const counts: Record<PrintJobState, number> = {
    chosen: 0,
    released: 0,
    numbered: 0,
    made: 0,
    printed: 0,
    posted: 0,
    fallen_out: 0,
    dropped: 0,
  };
  for (const { state, count } of rows) counts[state] = count;
  const within = rows.filter(({ state }) => state !== "fallen_out" && state !== "dropped");
  const sum = (of: "sheets" | "pages" | "files") => within.reduce((total, row) => total + row[of], 0);
  return {
    counts,
    sheets: sum("sheets"),
    pages: sum("pages"),
    files: sum("files"),
  };
}

async function listReceipts(trx: Transaction, batchId: string): Promise<readonly Receipt[]> {
  const rows = await trx
    .selectFrom("posting_receipt as r")
    .innerJoin("staff", "staff.id", "r.uploaded_by")
    .select(["r.id", "r.sha256", "r.media_type", "r.uploaded_at", "r.hand_over_id"])
    .select(["staff.first_names", "staff.family_name"])
    .select(sql<number>`octet_length(r.bytes)`.as("size"))
    .where("r.batch_id", "=", batchId)
    .orderBy("r.uploaded_at")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    sha256: row.sha256,
    mediaType: row.media_type,
    size: row.size,
    by: `${row.first_names} ${row.family_name}`,
    at: row.uploaded_at,
    handOverId: row.hand_over_id,
  }));
}

async function markOf(trx: Transaction, batchId: string): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    SELECT concat_ws('.', b.state, b.problem, b.push_attempts, b.push_error, extract(epoch FROM b.pushed_at),
      (SELECT string_agg(n, ',' ORDER BY n) FROM (SELECT j.state || count(*) || '/' || count(j.scanned_at) AS n
        FROM print_job j WHERE j.batch_id = b.id GROUP BY j.state) AS counted),
      (SELECT count(*) || '/' || count(done_at) FROM postal_act a WHERE a.batch_id = b.id)) AS mark
    FROM print_batch b WHERE b.id = ${batchId}`.execute(trx);
  const [row] = rows;
  if (!row) throw new AppError("not_found", "batch_unknown");
  return row.mark;
}

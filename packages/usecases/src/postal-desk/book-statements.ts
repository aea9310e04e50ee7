// Books what the carrier states of posted letters, as somebody at the desk read it from him: one by one, or a file of them.

import { type PostalActDetails, sql, transact, type Transaction } from "@posthorn/db";
import { AppError, CARRIER_WORDS, type CarrierOutcome, type FieldError, readScan } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";
import { oneAtTheDesk } from "./lock-batch.ts";
import { mistakeInWords, tidyWords } from "./parse-words.ts";
import { readBrusselsTime } from "./read-time.ts";
import { writeAct } from "./write-act.ts";

export interface TypedStatement {
  readonly barcode: string;
  readonly outcome: string;
  /** In Brussels, unless it names a zone. */
  readonly at: string;
  readonly words: string;
}

export interface BookedStatement {
  readonly jobId: string;
  /** The same was booked before; nothing was added. */
  readonly before: boolean;
}

interface Statement {
  readonly barcode: string;
  readonly outcome: CarrierOutcome;
  readonly at: Temporal.Instant;
  readonly words: string | null;
}

/** Two who book the same at once: the second waits, and then finds it. */
const STATEMENTS = "statements";

type Judged<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/**
 * Errors: forbidden `staff_role_missing`; bad_request `statement_invalid` with the fields `barcode`, `outcome`, `at`, `words`.
 */
export async function bookStatement(
  ctx: Context,
  reader: StaffReader,
  typed: TypedStatement,
): Promise<BookedStatement> {
  requireOfficer(reader.staff, "postal_operator");
  const { staff, visitor, arrivedAt: at } = reader;
  return transact(ctx.db, {}, async (trx) => {
    await oneAtTheDesk(trx, STATEMENTS);
    const booked = await bookOne(trx, ctx, reader, typed);
    if (!booked.ok) throw new AppError("bad_request", "statement_invalid", { fields: booked.errors });
    const subject = `${booked.value.jobId} ${typed.outcome}`;
    await logStaffAct(trx, {
      act: "carrier_statements_booked",
      at,
      visitor,
      staffId: staff.staffId,
      subject,
    });
    return booked.value;
  });
}

export interface StatementRow extends TypedStatement {
  /** Counted from 1, as in the file. */
  readonly line: number;
}

export interface StatementReport {
  readonly booked: number;
  readonly before: number;
  readonly bad: readonly { readonly row: StatementRow; readonly errors: readonly FieldError[] }[];
}

/** Rows of one transaction: a whole file is more than one may last where the machine is busy. */
const ROWS_AT_ONCE = 200;

interface Result {
  readonly row: StatementRow;
  readonly booked: Judged<BookedStatement>;
}

/**
 * Good rows are kept whatever stands beside them, also where it ends half-way: the same file again adds what is missing.
 * Errors: forbidden `staff_role_missing`.
 */
export async function bookStatements(
  ctx: Context,
  reader: StaffReader,
  rows: readonly StatementRow[],
): Promise<StatementReport> {
  requireOfficer(reader.staff, "postal_operator");
  const ordered = inTheirOrder(rows, reader.arrivedAt);
  const results: Result[] = [];
  for (let from = 0; from < ordered.length; from += ROWS_AT_ONCE)
    results.push(...(await bookSome(ctx, reader, ordered.slice(from, from + ROWS_AT_ONCE))));
  return reportOf(results.toSorted((one, other) => one.row.line - other.row.line));
}

async function bookSome(
  ctx: Context,
  reader: StaffReader,
  rows: ReturnType<typeof inTheirOrder>,
): Promise<readonly Result[]> {
  const { staff, visitor, arrivedAt: at } = reader;
  return transact(ctx.db, {}, async (trx) => {
    await oneAtTheDesk(trx, STATEMENTS);
    const results: Result[] = [];
    // One after the other: of two alike the second finds the first.
    for (const { row, at: actedAt } of rows)
      results.push({ row, booked: await bookOne(trx, ctx, { ...reader, arrivedAt: actedAt }, row) });
    const { booked, before, bad } = reportOf(results);
    await logStaffAct(trx, {
      act: "carrier_statements_booked",
      at,
      visitor,
      staffId: staff.staffId,
      subject: `file: ${booked} booked, ${before} before, ${bad.length} refused`,
    });
    return results;
  });
}

function reportOf(results: readonly Result[]): StatementReport {
  const good = results.flatMap(({ booked }) => (booked.ok ? [booked.value] : []));
  return {
    booked: good.filter(({ before }) => !before).length,
    before: good.filter(({ before }) => before).length,
    bad: results.flatMap(({ row, booked }) => (booked.ok ? [] : [{ row, errors: booked.errors }])),
  };
}

/**
 * Of one letter what happened first comes first, whichever end the file begins at, each a moment before the next: the first
 * that ends it is final, and acts of one instant have no order.
 */
function inTheirOrder(
  rows: readonly StatementRow[],
  arrivedAt: Temporal.Instant,
): readonly { readonly row: StatementRow; readonly at: Temporal.Instant }[] {
  const later = new Map<string, number>();
  return rows
    .map((row) => ({ row, said: readBrusselsTime(row.at) ?? arrivedAt }))
    .toSorted((one, other) => Temporal.Instant.compare(one.said, other.said))
    .toReversed()
    .map(({ row }) => {
      const letter = readScan(row.barcode) ?? row.barcode;
      const after = later.get(letter) ?? 0;
      later.set(letter, after + 1);
      return { row, at: arrivedAt.subtract({ milliseconds: after }) };
    })
    .toReversed();
}

async function bookOne(
  trx: Transaction,
  ctx: Context,
  reader: StaffReader,
  typed: TypedStatement,
): Promise<Judged<BookedStatement>> {
  const parsed = parse(typed, reader.arrivedAt);
  if (!parsed.ok) return parsed;
  const { barcode, outcome, at, words } = parsed.value;
  const job = await trx
    .selectFrom("print_job")
    .select(["id", "batch_id", "delivery_id", "state", "posted_at"])
    .where("barcode", "=", barcode)
    .executeTakeFirst();
  if (!job) return wrong("barcode", "barcode_unknown");
  if (job.state !== "posted" || job.posted_at === null) return wrong("barcode", "barcode_not_posted");
  // Carriers and people write no seconds.
  if (Temporal.Instant.compare(at, toMinute(job.posted_at)) < 0) return wrong("at", "time_before_posting");
  const saidAt = at.toString();
  if (await isBooked(trx, job, outcome, saidAt)) return { ok: true, value: { jobId: job.id, before: true } };
  const details: PostalActDetails = { outcome, said_at: saidAt, ...(words === null ? {} : { words }) };
  await writeAct(trx, ctx, reader, {
    kind: "carrier_statement",
    batchId: job.batch_id,
    jobId: job.id,
    deliveryId: job.delivery_id,
    details,
  });
  return { ok: true, value: { jobId: job.id, before: false } };
}

function parse(typed: TypedStatement, now: Temporal.Instant): Judged<Statement> {
  const barcode = readScan(typed.barcode);
  const outcome = CARRIER_WORDS.find((known) => known === typed.outcome.trim().toLowerCase());
  const at = readBrusselsTime(typed.at);
  const words = tidyWords(typed.words);
  const errors: FieldError[] = [
    ...(barcode === null
      ? [{ path: "barcode", code: typed.barcode.trim() === "" ? "required" : "barcode_unreadable" }]
      : []),
    ...(outcome === undefined ? [{ path: "outcome", code: "choose" }] : []),
    ...(at === null ? [{ path: "at", code: "time_invalid" }] : []),
    ...(at !== null && Temporal.Instant.compare(at, now) > 0 ? [{ path: "at", code: "time_in_future" }] : []),
    ...mistakeInWords("words", words, outcome === "other"),
  ];
  if (errors.length > 0 || barcode === null || outcome === undefined || at === null)
    return { ok: false, errors };
  return { ok: true, value: { barcode, outcome, at, words: words === "" ? null : words } };
}

function toMinute(at: Temporal.Instant): Temporal.Instant {
  return at.round({ smallestUnit: "minute", roundingMode: "floor" });
}

async function isBooked(
  trx: Transaction,
  job: { readonly id: string; readonly delivery_id: string },
  outcome: CarrierOutcome,
  saidAt: string,
): Promise<boolean> {
  const row = await trx
    .selectFrom("postal_act")
    .select("id")
    .where("delivery_id", "=", job.delivery_id)
    .where("job_id", "=", job.id)
    .where("kind", "=", "carrier_statement")
    .where(sql<boolean>`details->>'outcome' = ${outcome} AND details->>'said_at' = ${saidAt}`)
    .executeTakeFirst();
  return row !== undefined;
}

function wrong(path: string, code: string): { readonly ok: false; readonly errors: readonly FieldError[] } {
  return { ok: false, errors: [{ path, code }] };
}

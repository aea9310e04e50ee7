// Scans letters of a batch before they are handed over: each is answered at once, and stays scanned whatever happens to the browser.

import { transact, type Transaction } from "@posthorn/db";
import { AppError, readScan } from "@posthorn/domain";
import { encodingOf, textOf } from "../contact/read-text.ts";
import type { Context } from "../context.ts";
import { requireOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";
import { lockBatch, refuseSecondAsking } from "./lock-batch.ts";

export const SCAN_OUTCOMES = [
  "taken",
  "before",
  "posted",
  "not_printed",
  "fallen_out",
  "other_batch",
  "unknown",
  "unreadable",
] as const;
export type ScanOutcome = (typeof SCAN_OUTCOMES)[number];

export interface ScanAnswer {
  readonly outcome: ScanOutcome;
  /** As it was read; what was typed where it could not be. */
  readonly barcode: string;
  /** Number within its batch; null where the barcode is nobody's. */
  readonly ordinal: number | null;
  /** The batch it belongs to, where that is another. */
  readonly batch: { readonly id: string; readonly number: number } | null;
}

export interface ScannedLine extends ScanAnswer {
  /** Counted from 1, as in what was pasted. */
  readonly line: number;
}

export interface ScanReport {
  readonly taken: number;
  readonly before: number;
  /** All others. */
  readonly refused: readonly ScannedLine[];
}

export const SCAN_LINES_MAX = 2000;

/** Errors: forbidden `staff_role_missing`; not_found `batch_unknown`; conflict `act_waiting`: the hand-over was asked for already. */
export async function scanBarcode(
  ctx: Context,
  reader: StaffReader,
  asked: { readonly batchId: string; readonly typed: string },
): Promise<ScanAnswer> {
  const [answer] = await scanAll(ctx, reader, asked.batchId, [{ line: 1, typed: asked.typed }]);
  if (!answer) throw new AppError("internal", "internal_error");
  return answer;
}

/**
 * `text`, and after it the file in whatever encoding: a barcode a line; of a CSV file the first cell that is one. Lines
 * without any are left out. Errors: those of `scanBarcode`; bad_request `scan_empty`; too_large `scan_too_long`.
 */
export async function importBarcodes(
  ctx: Context,
  reader: StaffReader,
  asked: { readonly batchId: string; readonly text: string; readonly file?: Uint8Array | null },
): Promise<ScanReport> {
  const { text, file = null } = asked;
  const read = file === null ? "" : [...textOf(file, encodingOf(file))].join("");
  const lines = [text, read]
    .filter((part) => part !== "")
    .join("\n")
    .split(/\r\n?|\n/)
    .map((line, index) => ({ line: index + 1, typed: barcodeIn(line) }))
    .filter(({ typed }) => typed !== "");
  if (lines.length === 0) throw new AppError("bad_request", "scan_empty");
  if (lines.length > SCAN_LINES_MAX) throw new AppError("too_large", "scan_too_long");
  const answers = await scanAll(ctx, reader, asked.batchId, lines);
  return {
    taken: answers.filter(({ outcome }) => outcome === "taken").length,
    before: answers.filter(({ outcome }) => outcome === "before").length,
    refused: answers.filter(({ outcome }) => outcome !== "taken" && outcome !== "before"),
  };
}

/** The first cell that reads as a number, else the whole line, so that whoever sent it finds it. */
function barcodeIn(line: string): string {
  const cells = line.split(/[;,\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
  return cells.find((cell) => readScan(cell) !== null) ?? line.trim().slice(0, 60);
}

async function scanAll(
  ctx: Context,
  reader: StaffReader,
  batchId: string,
  lines: readonly { readonly line: number; readonly typed: string }[],
): Promise<readonly ScannedLine[]> {
  requireOfficer(reader.staff, "postal_operator");
  const { staff, visitor, arrivedAt: at } = reader;
  return transact(ctx.db, {}, async (trx) => {
    const batch = await lockBatch(trx, batchId);
    // Whoever agrees to a hand-over agrees to what was scanned until then.
    await refuseSecondAsking(trx, batch.id, "handed_over");
    const known = await findJobs(trx, lines);
    const seen = new Set<string>();
    const answers = lines.map(({ line, typed }): ScannedLine => {
      const barcode = readScan(typed);
      const job = barcode === null ? undefined : known.get(barcode);
      const outcome = barcode === null ? "unreadable" : judge(job, batch.id, seen);
      if (job && outcome === "taken") seen.add(job.id);
      const elsewhere = outcome === "other_batch" && job ? { id: job.batch_id, number: job.number } : null;
      return { line, outcome, barcode: barcode ?? typed, ordinal: job?.ordinal ?? null, batch: elsewhere };
    });
    if (seen.size > 0)
      await trx
        .updateTable("print_job")
        .set({ scanned_at: at, scanned_by: staff.staffId })
        .where("id", "in", [...seen])
        .execute();
    await logStaffAct(trx, {
      act: "letters_scanned",
      at,
      visitor,
      staffId: staff.staffId,
      subject: `${batch.id} ${subjectOf(answers)}`,
    });
    return answers;
  });
}

type KnownJob = Awaited<ReturnType<typeof findJobs>> extends Map<string, infer Job> ? Job : never;

/** In the order in which they matter to whoever holds the letter. */
function judge(job: KnownJob | undefined, batchId: string, seen: ReadonlySet<string>): ScanOutcome {
  if (!job) return "unknown";
  if (job.state === "posted") return "posted";
  if (job.state === "fallen_out" || job.state === "dropped") return "fallen_out";
  if (job.batch_id !== batchId) return "other_batch";
  if (job.state !== "printed") return "not_printed";
  return job.scanned_at !== null || seen.has(job.id) ? "before" : "taken";
}

async function findJobs(trx: Transaction, lines: readonly { readonly typed: string }[]) {
  const barcodes = lines.flatMap(({ typed }) => readScan(typed) ?? []);
  if (barcodes.length === 0) return new Map<string, never>();
  const rows = await trx
    .selectFrom("print_job")
    .innerJoin("print_batch", "print_batch.id", "print_job.batch_id")
    .select([
      "print_job.id",
      "print_job.batch_id",
      "print_job.ordinal",
      "print_job.state",
      "print_job.barcode",
      "print_job.scanned_at",
      "print_batch.number",
    ])
    .where("print_job.barcode", "in", barcodes)
    // Whoever takes one of them out meanwhile comes before or after.
    .orderBy("print_job.id")
    .forNoKeyUpdate(["print_job"])
    .execute();
  return new Map(rows.map((row) => [row.barcode ?? "", row]));
}

/** A single scan with its number, so that the log tells what was held before the scanner; many as figures. */
function subjectOf(answers: readonly ScannedLine[]): string {
  const [first] = answers;
  if (answers.length === 1 && first) return `${first.outcome} ${first.barcode}`;
  const figures = SCAN_OUTCOMES.map((outcome) => [
    outcome,
    answers.filter((answer) => answer.outcome === outcome).length,
  ]);
  return figures.flatMap(([outcome, count]) => (count === 0 ? [] : `${outcome} ${count}`)).join(", ");
}

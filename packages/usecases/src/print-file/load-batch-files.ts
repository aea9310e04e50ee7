// The print files of a batch that can be had: of letters that did not fall out, with all that a printer must know of each.

import type { Transaction } from "@posthorn/db";
import { AppError, lastPostingDay, type PrinterProfile } from "@posthorn/domain";
import { type PrintFileOpening, printFileContext } from "../letter/ports.ts";
import type { ManifestBatch, ManifestLetter } from "./ports.ts";

/** A letter of a batch with what opens its file. */
export interface ClosedFile extends ManifestLetter {
  readonly blobId: string;
  readonly wrappedKey: Uint8Array;
}

export interface BatchFiles {
  readonly batch: ManifestBatch;
  /** In the order of the batch; none is missing. */
  readonly letters: readonly ClosedFile[];
}

/**
 * Errors: not_found `batch_unknown`; conflict `batch_not_ready`, `print_files_erased` (R16: the file of one at least, or no
 * letter of it is left).
 */
export async function loadBatchFiles(
  trx: Transaction,
  printers: readonly PrinterProfile[],
  batchId: string,
): Promise<BatchFiles> {
  const row = await trx
    .selectFrom("print_batch")
    .select(["number", "printer", "state", "ready_at"])
    .where("id", "=", batchId)
    .executeTakeFirst();
  if (!row) throw new AppError("not_found", "batch_unknown");
  if (row.state === "making" || !row.ready_at) throw new AppError("conflict", "batch_not_ready");
  const letters = (await selectFiles(trx).where("j.batch_id", "=", batchId).execute()).map(closedFile);
  if (letters.length === 0) throw new AppError("conflict", "print_files_erased");
  const profile = printers.find(({ key }) => key === row.printer);
  // A printer that is no longer configured: fewer sheets than pages were printed on both sides.
  const duplex = profile?.duplex ?? letters.some(({ sheets, pages }) => sheets < pages);
  return { batch: { number: row.number, printer: row.printer, readyAt: row.ready_at, duplex }, letters };
}

/** One of them, whatever became of its batch. Errors: not_found `letter_unknown`; conflict `print_files_erased`. */
export async function loadFile(trx: Transaction, jobId: string): Promise<ClosedFile> {
  const row = await selectFiles(trx).where("j.id", "=", jobId).executeTakeFirst();
  if (!row) throw new AppError("not_found", "letter_unknown");
  return closedFile(row);
}

/** A file is opened only when its turn comes. */
export async function openFile(
  files: PrintFileOpening,
  letter: ClosedFile,
): Promise<{ readonly size: number; stream(): AsyncIterable<Uint8Array> }> {
  const key = files.keys.unwrap(letter.wrappedKey, printFileContext(letter.job));
  return files.content.open(letter.blobId, key);
}

function selectFiles(trx: Transaction) {
  return trx
    .selectFrom("print_job as j")
    .innerJoin("print_batch as b", "b.id", "j.batch_id")
    .innerJoin("delivery as d", "d.id", "j.delivery_id")
    .select([
      "b.number",
      "j.id",
      "j.ordinal",
      "j.blob_id",
      "j.wrapped_key",
      "j.sha256",
      "j.size",
      "j.pages",
      "j.sheets",
      "j.colour",
      "j.barcode",
      "j.address",
      "d.country",
      "d.first_to_print_at",
    ])
    .where("j.state", "in", ["made", "printed", "posted"])
    .orderBy("j.ordinal");
}

type FileRow = Awaited<ReturnType<ReturnType<typeof selectFiles>["executeTakeFirstOrThrow"]>>;

function closedFile(row: FileRow): ClosedFile {
  if (!row.blob_id || !row.wrapped_key) throw new AppError("conflict", "print_files_erased");
  const { sha256, size, pages, sheets, colour, barcode, address, first_to_print_at: since } = row;
  if (!sha256 || !size || !pages || !sheets || colour === null || !barcode || !address || !since)
    throw new AppError("internal", "print_file_incomplete");
  return {
    job: row.id,
    ordinal: row.ordinal,
    file: `${row.number}-${String(row.ordinal).padStart(4, "0")}-${row.id}.pdf`,
    sha256,
    size,
    pages,
    sheets,
    colour,
    barcode,
    address,
    country: row.country ?? "BE",
    postBy: lastPostingDay(since),
    blobId: row.blob_id,
    wrappedKey: row.wrapped_key,
  };
}

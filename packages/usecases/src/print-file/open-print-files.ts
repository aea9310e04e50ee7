// Hands the print files of a batch, or one of them, to the postal desk: who opened which is written down before the first byte.

import { transact, type Transaction } from "@posthorn/db";
import type { Context } from "../context.ts";
import { inOnePiece } from "../part/in-one-piece.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";
import { type BatchFiles, type ClosedFile, loadBatchFiles, loadFile, openFile } from "./load-batch-files.ts";
import { logFileKeys } from "./log-file-keys.ts";
import type { PrintFilesPorts, ZipFiles } from "./ports.ts";

export interface OpenedPrintFiles {
  /** Of the zip file. */
  readonly name: string;
  stream(): AsyncIterable<Uint8Array>;
}

export interface OpenedPrintFile extends OpenedPrintFiles {
  /** In bytes. */
  readonly size: number;
}

type DeskPorts = PrintFilesPorts & { readonly zip: ZipFiles };

/**
 * The manifest first, then every PDF, each opened when its turn comes; a file that cannot be opened breaks the zip off. Errors:
 * forbidden `staff_role_missing`, `staff_not_fresh`; not_found `batch_unknown`; conflict `batch_not_ready`,
 * `print_files_erased`.
 */
export async function openPrintFiles(
  ctx: Context,
  ports: DeskPorts,
  reader: StaffReader,
  batchId: string,
): Promise<OpenedPrintFiles> {
  requireFreshOfficer(reader, "postal_operator");
  const opened = await transact(ctx.db, {}, async (trx) => {
    const found = await loadBatchFiles(trx, ports.printers, batchId);
    await logOpening(trx, ctx, reader, batchId, found.letters);
    return found;
  });
  return {
    name: `batch-${opened.batch.number}.zip`,
    stream: () => ports.zip(entriesOf(ports, opened), opened.batch.readyAt),
  };
}

/** Errors: as `openPrintFiles`, with not_found `letter_unknown`; internal `content_damaged`, `content_missing`. */
export async function openPrintFile(
  ctx: Context,
  ports: Pick<PrintFilesPorts, "files">,
  reader: StaffReader,
  jobId: string,
): Promise<OpenedPrintFile> {
  requireFreshOfficer(reader, "postal_operator");
  const letter = await transact(ctx.db, {}, async (trx) => {
    const found = await loadFile(trx, jobId);
    await logOpening(trx, ctx, reader, jobId, [found]);
    return found;
  });
  const blob = await openFile(ports.files, letter);
  return { name: letter.file, size: blob.size, stream: () => blob.stream() };
}

async function logOpening(
  trx: Transaction,
  ctx: Context,
  { staff, visitor, arrivedAt }: StaffReader,
  subject: string,
  letters: readonly ClosedFile[],
): Promise<void> {
  await logStaffAct(trx, {
    act: "print_files_downloaded",
    at: arrivedAt,
    visitor,
    staffId: staff.staffId,
    subject,
  });
  await logFileKeys(trx, ctx, letters, { holder: staff.staffId, at: arrivedAt });
}

async function* entriesOf(ports: PrintFilesPorts, { batch, letters }: BatchFiles) {
  for (const { name, bytes } of ports.manifest(batch, letters))
    yield { name, stream: () => inOnePiece(bytes) };
  for (const letter of letters) {
    const blob = await openFile(ports.files, letter);
    yield { name: letter.file, stream: () => blob.stream() };
  }
}

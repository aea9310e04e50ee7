// Brings the files of a batch to the print partner, where the desk asked for it; what fails is said in one word and tried again.

import { clockNow, transact } from "@posthorn/db";
import { AppError, type PrinterProfile } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { type FileToPush, PUSH_FAULTS, type PrinterDoor, type PushFault } from "../letter/ports.ts";
import { type BatchFiles, type ClosedFile, loadBatchFiles, openFile } from "./load-batch-files.ts";
import { logFileKeys } from "./log-file-keys.ts";
import type { PrintFilesPorts } from "./ports.ts";

export interface PushPorts extends PrintFilesPorts {
  readonly door: PrinterDoor;
}

/** Why a batch did not get to the print partner; `files_gone`: a file has fallen under its rule, or is damaged. */
export type PushProblem = PushFault | "files_gone" | "printer_unknown";

/** How long nobody else begins the same; what takes longer was broken off by a crash. */
const LEASE_MINUTES = 30;
/** Minutes before the next try, by how many failed; the last for good. */
const PAUSES = [1, 2, 5, 15, 30, 60] as const;

/**
 * Null where nothing is to be brought now. Whatever fails, short of the database, is booked with the batch: the sweep comes back
 * to it. A process that dies between the last file and our booking leaves a whole folder, which the next try knows again.
 * `ports` are null where this process brings files nowhere.
 */
export async function pushBatch(
  ctx: Context,
  ports: PushPorts | null,
  batchId: string,
): Promise<"pushed" | PushProblem | null> {
  const claimed = await claim(ctx, batchId);
  if (!claimed) return null;
  const problem = await bring(ctx, ports, batchId, claimed.printer);
  await transact(ctx.db, {}, async (trx) => {
    const now = await clockNow(trx);
    const pause = PAUSES[Math.min(claimed.attempts, PAUSES.length) - 1] ?? 1;
    await trx
      .updateTable("print_batch")
      .set(
        problem === null
          ? { pushed_at: now, push_next_at: null, push_error: null }
          : { push_error: problem, push_next_at: now.add({ minutes: pause }) },
      )
      .where("id", "=", batchId)
      .execute();
  });
  return problem ?? "pushed";
}

interface Claim {
  readonly printer: string;
  /** With this one. */
  readonly attempts: number;
}

async function claim(ctx: Context, batchId: string): Promise<Claim | null> {
  return transact(ctx.db, {}, async (trx) => {
    const now = await clockNow(trx);
    const row = await trx
      .selectFrom("print_batch")
      .select(["printer", "push_attempts"])
      .where("id", "=", batchId)
      .where("push_next_at", "<=", now)
      .where("pushed_at", "is", null)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return null;
    const attempts = row.push_attempts + 1;
    await trx
      .updateTable("print_batch")
      .set({ push_attempts: attempts, push_next_at: now.add({ minutes: LEASE_MINUTES }) })
      .where("id", "=", batchId)
      .execute();
    return { printer: row.printer, attempts };
  });
}

/** Null when all is there. */
async function bring(
  ctx: Context,
  ports: PushPorts | null,
  batchId: string,
  printerKey: string,
): Promise<PushProblem | null> {
  const printer = ports?.printers.find(({ key, sftp }) => key === printerKey && sftp !== undefined);
  if (!ports || !printer) return "printer_unknown";
  try {
    const found = await open(ctx, ports, batchId, printer);
    const lists = ports.manifest(found.batch, found.letters);
    const last = lists.at(-1);
    if (!last) throw new AppError("internal", "manifest_empty");
    const folder = `batch-${found.batch.number}`;
    await ports.door.push(printer, folder, filesOf(ports, found.letters, lists.slice(0, -1)), last);
    return null;
  } catch (error) {
    return problemOf(error);
  }
}

async function open(
  ctx: Context,
  ports: PushPorts,
  batchId: string,
  printer: PrinterProfile,
): Promise<BatchFiles> {
  return transact(ctx.db, {}, async (trx) => {
    const found = await loadBatchFiles(trx, ports.printers, batchId);
    await logFileKeys(trx, ctx, found.letters, { holder: printer.key, at: await clockNow(trx) });
    return found;
  });
}

async function* filesOf(
  ports: PushPorts,
  letters: readonly ClosedFile[],
  lists: readonly FileToPush[],
): AsyncGenerator<FileToPush> {
  for (const letter of letters) {
    const blob = await openFile(ports.files, letter);
    yield { name: letter.file, bytes: Buffer.concat(await Array.fromAsync(blob.stream())) };
  }
  yield* lists;
}

const GONE = new Set(["print_files_erased", "content_missing", "content_damaged", "wrap_damaged"]);

function problemOf(error: unknown): PushProblem {
  if (error instanceof AppError) {
    const fault = PUSH_FAULTS.find((known) => known === error.detail);
    if (error.code === "printer_unavailable" && fault) return fault;
    if (GONE.has(error.code)) return "files_gone";
  }
  throw error;
}

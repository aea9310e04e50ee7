// Makes the letters of a batch that have their number, one by one: what is made stays made, whatever ends the process.

import { clockNow, sql, transact } from "@posthorn/db";
import { AppError, type PrinterProfile } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { inLanes } from "../letter/in-lanes.ts";
import { jobsInState } from "../letter/jobs-in-state.ts";
import { closeLetter, dropLetter } from "./close-letter.ts";
import { gatherLetter } from "./gather-letter.ts";
import { noteProblem, pressProblemOf } from "./note-problem.ts";
import { type PressPorts, type PressReason, UnmakeableLetter } from "./press-ports.ts";

/** Letters under way at once: while one waits for the disk, the next is set. */
const LANES = 2;

export interface LetterProblem {
  readonly jobId: string;
  /** Null: it still waits, and is tried again. */
  readonly reason: PressReason | null;
  readonly error: unknown;
}

export interface MadeLetters {
  readonly made: number;
  readonly problems: readonly LetterProblem[];
}

/**
 * The batch is ready once none of its letters is undone, closed where none is left. Whatever may pass (the database, a full
 * disk) is thrown, and what is left is made by the next call; so it is when `signal` aborts, after the letters under way.
 * What keeps letters waiting stands in the batch's row until one is made. Throws internal `printer_unknown` where the configuration does not know the batch's printer.
 */
export async function makeLetters(
  ctx: Context,
  ports: PressPorts,
  batchId: string,
  signal?: AbortSignal,
): Promise<MadeLetters> {
  try {
    return await makeAll(ctx, ports, batchId, signal);
  } catch (error) {
    const problem = pressProblemOf(error);
    // What is in the way may be the database: the first failure is the one to tell.
    if (problem) await noteProblem(ctx, batchId, problem).catch(() => undefined);
    throw error;
  }
}

async function makeAll(
  ctx: Context,
  ports: PressPorts,
  batchId: string,
  signal: AbortSignal | undefined,
): Promise<MadeLetters> {
  const batch = await ctx.db
    .selectFrom("print_batch")
    .select("printer")
    .where("id", "=", batchId)
    .where("state", "=", "making")
    .executeTakeFirst();
  if (!batch) return { made: 0, problems: [] };
  const printer = ports.printers.find(({ key }) => key === batch.printer);
  if (!printer) throw new AppError("internal", "printer_unknown", { detail: batch.printer });
  const problems: LetterProblem[] = [];
  let made = 0;
  await inLanes(
    await jobsInState(ctx, batchId, "numbered"),
    LANES,
    async (id) => {
      const outcome = await makeLetter(ctx, ports, printer, id);
      if (outcome === "made") made += 1;
      else if (outcome) problems.push(outcome);
      if (made === 1) await noteProblem(ctx, batchId, null);
    },
    signal,
  );
  const stuck = problems.find(({ reason }) => reason === null);
  await noteProblem(ctx, batchId, stuck ? pressProblemOf(stuck.error) : null);
  if (!signal?.aborted) await settleBatch(ctx, batchId);
  return { made, problems };
}

/** Batches in which something may be to do, the oldest first. */
export async function listBatchesToMake(ctx: Context): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT b.id FROM print_batch b WHERE b.state = 'making'
      AND (EXISTS (SELECT FROM print_job j WHERE j.batch_id = b.id AND j.state = 'numbered')
        OR NOT EXISTS (SELECT FROM print_job j WHERE j.batch_id = b.id AND j.state IN ('chosen','released','numbered')))
    ORDER BY b.made_at`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

/** Null where it did not wait any more. Throws what may pass. */
async function makeLetter(
  ctx: Context,
  ports: PressPorts,
  printer: PrinterProfile,
  jobId: string,
): Promise<"made" | LetterProblem | null> {
  try {
    const facts = await gatherLetter(ctx, ports, jobId);
    if (!facts) return null;
    const letter = await ports.letter.compose(facts, printer).catch(unmakeable);
    const job = { id: jobId, address: facts.address };
    return (await closeLetter(ctx, ports.files, job, letter)) ? "made" : null;
  } catch (error) {
    if (error instanceof AppError && error.retryable) throw error;
    if (!(error instanceof UnmakeableLetter)) return { jobId, reason: null, error };
    await dropLetter(ctx, jobId, error.reason);
    return { jobId, reason: error.reason, error };
  }
}

/** The same parts set the same way fail again: trying again would hold up the whole batch for good. */
function unmakeable(cause: unknown): never {
  if (cause instanceof AppError && cause.retryable) throw cause;
  const tooLong = cause instanceof AppError && cause.code === "letter_too_long";
  throw new UnmakeableLetter(tooLong ? "letter_too_long" : "letter_failed", cause);
}

async function settleBatch(ctx: Context, batchId: string): Promise<void> {
  await transact(ctx.db, {}, async (trx) => {
    const now = await clockNow(trx);
    await sql`UPDATE print_batch b SET ready_at = ${now},
        state = CASE WHEN EXISTS (SELECT FROM print_job j WHERE j.batch_id = b.id AND j.state = 'made')
          THEN 'ready' ELSE 'closed' END
      WHERE b.id = ${batchId} AND b.state = 'making'
        AND NOT EXISTS (SELECT FROM print_job j WHERE j.batch_id = b.id AND j.state IN ('chosen','released','numbered'))`.execute(
      trx,
    );
  });
}

// Tells the desk what keeps a batch at the press, and that it went on.

import { type PressProblem, sql } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";

const PROBLEMS: ReadonlyMap<string, PressProblem> = new Map([
  ["storage_full", "press_storage_full"],
  ["wrap_for_other_key", "press_key_wrong"],
  ["printer_unknown", "press_printer_unknown"],
]);

/** Null: nothing is in the way any more. A problem of numbering stands before one of ours. */
export async function noteProblem(
  ctx: Context,
  batchId: string,
  problem: PressProblem | null,
): Promise<void> {
  await sql`UPDATE print_batch SET problem = ${problem} WHERE id = ${batchId} AND state = 'making'
    AND (problem IS NULL OR problem LIKE 'press%') AND problem IS DISTINCT FROM ${problem}`.execute(ctx.db);
}

/** Null where the batch has nothing to do with it: a database that is away is told by itself. */
export function pressProblemOf(error: unknown): PressProblem | null {
  if (!(error instanceof AppError)) return "press_failed";
  if (error.code === "database_unavailable") return null;
  return PROBLEMS.get(error.code) ?? "press_failed";
}

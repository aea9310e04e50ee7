// A batch as it stands while somebody at the desk acts on it: one after the other, so that of two acts the second sees the first.

import { type PrintBatchTable, type Selectable, sql, type Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";

export type LockedBatch = Pick<
  Selectable<PrintBatchTable>,
  "id" | "number" | "printer" | "state" | "pushed_at" | "push_next_at"
>;

/**
 * `about`: what one act at the desk excludes another of; a transaction takes one of them, and before anything else. The rows
 * stay free: the worker locks delivery, letter and batch in this order, and whoever held a batch first would meet it half-way.
 */
export async function oneAtTheDesk(trx: Transaction, about: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('posthorn.postal_desk'), hashtext(${about}))`.execute(trx);
}

/** Errors: not_found `batch_unknown`. */
export async function lockBatch(trx: Transaction, batchId: string): Promise<LockedBatch> {
  await oneAtTheDesk(trx, batchId);
  const row = await trx
    .selectFrom("print_batch")
    .select(["id", "number", "printer", "state", "pushed_at", "push_next_at"])
    .where("id", "=", batchId)
    .executeTakeFirst();
  if (!row) throw new AppError("not_found", "batch_unknown");
  return row;
}

/** Errors: conflict `act_waiting`: the same was asked before and is being carried out, or waits for a second person. */
export async function refuseSecondAsking(
  trx: Transaction,
  batchId: string,
  kind: "printed" | "handed_over",
): Promise<void> {
  const open = await trx
    .selectFrom("postal_act")
    .select("id")
    .where("batch_id", "=", batchId)
    .where("kind", "=", kind)
    .where("done_at", "is", null)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  if (open) throw new AppError("conflict", "act_waiting");
}

// The deposits of a batch: what was handed over at once, part by part, each with the receipts that are for it.

import { sql, type Transaction } from "@posthorn/db";

export interface Deposit {
  /** Of the act that handed it over. */
  readonly id: string;
  readonly at: Temporal.Instant;
  /** Letters that are booked as posted with it. */
  readonly letters: number;
  /** Being booked, or waiting for a second person. */
  readonly open: boolean;
  /** Another person must agree, and has not. */
  readonly waits: boolean;
}

/** Those that were not withdrawn, in their order. */
export async function listDeposits(trx: Transaction, batchId: string): Promise<readonly Deposit[]> {
  const rows = await trx
    .selectFrom("postal_act as a")
    .select(["a.id", "a.acted_at", "a.done_at", "a.needs_second", "a.seconded_at"])
    .select(
      sql<number>`(SELECT count(*)::int FROM print_job j WHERE j.batch_id = a.batch_id AND j.posted_at = a.acted_at)`.as(
        "letters",
      ),
    )
    .where("a.batch_id", "=", batchId)
    .where("a.kind", "=", "handed_over")
    .where("a.withdrawn_at", "is", null)
    .orderBy("a.acted_at")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.acted_at,
    letters: row.letters,
    open: row.done_at === null,
    waits: row.done_at === null && row.needs_second && row.seconded_at === null,
  }));
}

/** Whether something of a batch can still be handed over, which a receipt may be for that comes before. */
export function hasNextDeposit(state: string, deposits: readonly Deposit[]): boolean {
  return (state === "ready" || state === "printed") && !deposits.some(({ open }) => open);
}

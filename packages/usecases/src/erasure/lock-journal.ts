// The moment in which nobody notes in the erasure journal: below the highest number of that moment no entry can appear any more.

import { sql, type Transaction } from "@posthorn/db";

/** Shared by whoever notes (`retention.note`). */
const JOURNAL_LOCK = 7_261_026_113;

/** Until the transaction's end; waits for the transactions that note, each a batch. */
export async function lockJournal(trx: Transaction): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${sql.lit(JOURNAL_LOCK)})`.execute(trx);
}

/** The highest number, 0 where there is none; takes the lock. */
export async function settledNumber(trx: Transaction): Promise<number> {
  await lockJournal(trx);
  const { rows } = await sql<{ number: number }>`
    SELECT coalesce(max(number), 0)::int8 AS number FROM erasure_journal`.execute(trx);
  return Number(rows[0]?.number ?? 0);
}

// Takes out of the database what of its erasure journal no backup needs there any more; its files and the sealed receipts tell of it.

import { type Queryable, sql } from "@posthorn/db";
import type { Context } from "../context.ts";

const BATCH = 5_000;

/**
 * Rows older than so many days, 61 at the least, in small transactions. The database keeps what is not copied, what no sealed receipt tells
 * of, and the last that was copied. Returns how many went.
 */
export async function trimJournal({ db }: Pick<Context, "db">, keptDays: number): Promise<number> {
  let trimmed = 0;
  for (;;) {
    const { rows } = await sql<{ gone: number }>`
      SELECT retention.trim_journal(${keptDays}::int, ${sql.lit(BATCH)}) AS gone`.execute(db);
    const gone = rows[0]?.gone ?? 0;
    trimmed += gone;
    if (gone < BATCH) return trimmed;
  }
}

/** Number up to which rows are gone from the database by this. */
export async function trimmedNumber(db: Queryable): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    SELECT trimmed_number::float8 AS number FROM erasure_state`.execute(db);
  return rows[0]?.number ?? 0;
}

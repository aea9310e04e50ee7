// Copies the erasure journal out of the database as it grows, so that a database restored from a backup can be told what it has to erase again.

import { clockNow, type Queryable, sql, transact } from "@posthorn/db";
import { AppError, brusselsDay } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { lockJournal } from "./lock-journal.ts";
import { trimmedNumber } from "./trim-journal.ts";

export interface JournalEntry {
  readonly number: number;
  readonly erasedAt: Temporal.Instant;
  readonly rule: string;
  readonly kind: string;
  readonly id: string;
}

/** Files outside of the database; their errors pass through. */
export interface JournalPort {
  last(): Promise<JournalEntry | null>;
  append(entries: readonly JournalEntry[]): Promise<void>;
  read(): AsyncIterable<JournalEntry>;
  forget(before: Temporal.PlainDate): Promise<number>;
}

const BATCH = 5_000;
/**
 * Appends what is not in the files yet, whoever erased it, and lets go of files older than so many days; returns how many were appended. Throws AppError `database_behind_journal` where the database
 * is older than the files: nothing may be served, and nothing is copied, before the journal is replayed.
 */
export async function copyJournal(
  { db }: Pick<Context, "db">,
  files: JournalPort,
  keptDays: number,
): Promise<number> {
  let copied = 0;
  for (;;) {
    const last = await refuseBehind(db, files);
    if ((await newest(db)) <= (last?.number ?? 0)) break;
    copied += await transact(db, {}, async (trx) => {
      await lockJournal(trx);
      // Read again: another may have copied meanwhile.
      const number = (await files.last())?.number ?? 0;
      const { rows } = await sql<JournalEntry & { number: string | number }>`
        SELECT number, erased_at AS "erasedAt", rule, kind, subject_id AS id FROM erasure_journal
        WHERE number > ${number} ORDER BY number LIMIT ${sql.lit(BATCH)}`.execute(trx);
      const entries = rows.map((row) => ({ ...row, number: Number(row.number) }));
      const newestCopied = entries.at(-1);
      if (!newestCopied) return 0;
      await files.append(entries);
      await noteCopied(trx, newestCopied.number);
      return entries.length;
    });
  }
  if (copied > 0) await files.forget(brusselsDay(await clockNow(db)).subtract({ days: keptDays }));
  return copied;
}

/** The newest entry of the files, which the database must have too. Throws AppError `database_behind_journal`. */
export async function refuseBehind(db: Queryable, files: JournalPort): Promise<JournalEntry | null> {
  const last = await files.last();
  if (last === null) return null;
  const found = await db
    .selectFrom("erasure_journal")
    .select("number")
    .where("number", "=", last.number)
    .where("kind", "=", last.kind)
    .where("subject_id", "=", last.id)
    .executeTakeFirst();
  // What is gone from the database by its age says nothing.
  if (!found && last.number > (await trimmedNumber(db)))
    throw new AppError("unavailable", "database_behind_journal", {
      detail: `the files go up to number ${last.number}, which this database does not have: replay them`,
    });
  return last;
}

/** So far the files go at least, whoever looks for them later. */
export async function noteCopied(db: Queryable, number: number): Promise<void> {
  await db
    .updateTable("erasure_state")
    .set({ copied_number: number })
    .where("copied_number", "<", number)
    .execute();
}

async function newest(db: Queryable): Promise<number> {
  const { rows } = await sql<{ number: string }>`
    SELECT coalesce(max(number), 0)::text AS number FROM erasure_journal`.execute(db);
  return Number(rows[0]?.number ?? 0);
}

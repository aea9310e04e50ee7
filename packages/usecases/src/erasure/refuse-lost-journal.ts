// Whether the journal's files are at hand, and those of this database, before they are replayed: without them what was erased would come back.

import { type Queryable, sql } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { JournalPort } from "./copy-journal.ts";

/**
 * Reads the files to their end; null stands for none. Throws AppError `journal_unreadable` where one cannot be read, `journal_missing`
 * where there is no entry and the database knows of erasures, and `journal_outdated` where the files end before what the database had
 * copied into them. The database may be of any version, or empty. Changes nothing.
 */
export async function refuseLostJournal(
  db: Queryable,
  files: Pick<JournalPort, "read"> | null,
): Promise<void> {
  const last = await readToEnd(files);
  const known = await readKnown(db);
  if (last === 0 && known.erased > 0)
    throw new AppError("conflict", "journal_missing", {
      detail: `erasures up to number ${known.erased} are noted in the database`,
    });
  if (last > 0 && last < known.copied)
    throw new AppError("conflict", "journal_outdated", {
      detail: `the files end at number ${last}, and ${known.copied} had been copied`,
    });
}

/** From now on the database says that it has no files; they begin anew with what it still knows itself. As its owner. */
export async function disownJournal(db: Queryable): Promise<void> {
  await db.updateTable("erasure_state").set({ copied_number: 0 }).execute();
}

/** The number of the last entry; 0 where there is none. */
async function readToEnd(files: Pick<JournalPort, "read"> | null): Promise<number> {
  let last = 0;
  try {
    for await (const { number } of files?.read() ?? []) last = number;
  } catch (cause) {
    throw new AppError("internal", "journal_unreadable", { detail: String(cause), cause });
  }
  return last;
}

interface Known {
  /** Highest number of an erasure, 0 where none is known. */
  readonly erased: number;
  readonly copied: number;
}

async function readKnown(db: Queryable): Promise<Known> {
  const { rows: tables } = await sql<{ there: boolean }>`
    SELECT to_regclass('public.erasure_state') IS NOT NULL AS there`.execute(db);
  if (tables[0]?.there !== true) return { erased: 0, copied: 0 };
  const { rows } = await sql<Known>`
    SELECT greatest(s.copied_number, s.receipted_number, (SELECT max(j.number) FROM erasure_journal j))::float8 AS erased,
      s.copied_number::float8 AS copied FROM erasure_state s`.execute(db);
  return rows[0] ?? { erased: 0, copied: 0 };
}

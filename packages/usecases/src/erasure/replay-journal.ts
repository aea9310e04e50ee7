// Erases again, after a restore, what had been erased since the backup: before anything starts, by the journal's files (domain rules, "Retention").

import { type Database, sql, transact, type Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import { type JournalEntry, type JournalPort, noteCopied } from "./copy-journal.ts";
import { ERASURE_SETS, type ErasureSet } from "./erasure-sets.ts";
import { trimmedNumber } from "./trim-journal.ts";

const BATCH = 1_000;

/** By `rule/set`, how many were wiped again. */
export type Replayed = Readonly<Record<string, number>>;

/**
 * `db` is opened as the owner, who may become the role that erases. Every entry that the database does not have is carried out and entered
 * under its number. Idempotent; a crash is carried on with. Throws AppError `journal_unknown` where a kind has no function to wipe it by,
 * and `journal_of_another` where a number says something else here than there: then services ran before the replay, or the files are another
 * database's. Before either, nothing is wiped that stands in the same thousand entries.
 */
export async function replayJournal(
  db: Database,
  files: JournalPort,
  sets: readonly ErasureSet[] = ERASURE_SETS,
): Promise<Replayed> {
  const wipes = await listWipes(db);
  const last = await files.last();
  const done = new Map<string, number>();
  if (last === null) return {};
  // First: what the wiping itself notes must not take a number of the files.
  await sql`SELECT setval(pg_get_serial_sequence('erasure_journal', 'number'),
    greatest(${last.number}::int8, (SELECT coalesce(max(number), 1) FROM erasure_journal)))`.execute(db);
  let batch: JournalEntry[] = [];
  const flush = async () => {
    const entries = batch;
    batch = [];
    const wiped = await transact(db, {}, (trx) => replayBatch(trx, entries, wipes, sets));
    for (const { rule, kind } of wiped) done.set(`${rule}/${kind}`, (done.get(`${rule}/${kind}`) ?? 0) + 1);
  };
  // What a database has let go of by its age was erased in it before.
  const trimmed = await trimmedNumber(db);
  for await (const entry of files.read()) {
    if (entry.number <= trimmed) continue;
    batch.push(entry);
    if (batch.length === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  await noteCopied(db, last.number);
  return Object.fromEntries(done);
}

async function replayBatch(
  trx: Transaction,
  entries: readonly JournalEntry[],
  wipes: ReadonlySet<string>,
  sets: readonly ErasureSet[],
): Promise<readonly JournalEntry[]> {
  const missing = await listMissing(trx, entries);
  for (const { kind, number } of missing)
    if (!wipes.has(kind))
      throw new AppError("internal", "journal_unknown", { detail: `${kind}, number ${number}` });
  if (missing.length === 0) return [];
  await sql`SET LOCAL ROLE posthorn_erasure`.execute(trx);
  for (const [kind, gone] of Map.groupBy(missing, (entry) => entry.kind)) {
    const ids = [...new Set(gone.map(({ id }) => id))];
    if (sets.some(({ set, leaves }) => set === kind && leaves))
      await sql`SELECT retention.keep_leaves(${ids}::text[])`.execute(trx);
    // One of those that the catalogue of the database names.
    await sql`SELECT ${sql.id("retention", `wipe_${kind}`)}(${ids}::text[])`.execute(trx);
  }
  await sql`INSERT INTO erasure_journal (number, erased_at, rule, kind, subject_id) OVERRIDING SYSTEM VALUE
    SELECT * FROM unnest(${missing.map(({ number }) => number)}::int8[], ${missing.map(({ erasedAt }) => erasedAt.toString())}::timestamptz[],
      ${missing.map(({ rule }) => rule)}::text[], ${missing.map(({ kind }) => kind)}::text[], ${missing.map(({ id }) => id)}::text[])`.execute(
    trx,
  );
  return missing;
}

async function listMissing(
  trx: Transaction,
  entries: readonly JournalEntry[],
): Promise<readonly JournalEntry[]> {
  const { rows } = await sql<{ number: string | number; kind: string; id: string }>`
    SELECT number, kind, subject_id AS id FROM erasure_journal
    WHERE number = ANY (${entries.map(({ number }) => number)}::int8[])`.execute(trx);
  const known = new Map(rows.map((row) => [Number(row.number), row]));
  return entries.filter(({ number, kind, id }) => {
    const row = known.get(number);
    if (row && (row.kind !== kind || row.id !== id))
      throw new AppError("conflict", "journal_of_another", { detail: `number ${number}` });
    return !row;
  });
}

/** The kinds that this database can wipe. */
async function listWipes(db: Database): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ kind: string }>`
    SELECT substr(proname, 6) AS kind FROM pg_proc
    WHERE pronamespace = 'retention'::regnamespace AND proname LIKE 'wipe\\_%'
      AND pg_get_function_identity_arguments(oid) LIKE '%text[]' AND pronargs = 1`.execute(db);
  return new Set(rows.map(({ kind }) => kind));
}

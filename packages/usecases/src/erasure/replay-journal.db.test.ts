import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, openDatabase, sql, urlForRole } from "@posthorn/db";
import { newId, createJournalFiles, type JournalFiles } from "@posthorn/runtime";
import { createTestDatabase, rolePassword, type TestDatabase } from "@posthorn/testkit";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { copyJournal, refuseBehind } from "./copy-journal.ts";
import { addThings, countThings, plantThings, THINGS } from "./erasure.test-support.ts";
import { erasureDigest } from "./make-receipts.ts";
import { explainItem } from "./plan-erasure.ts";
import { replayJournal } from "./replay-journal.ts";
import { runErasure } from "./run-erasure.ts";
import { trimJournal } from "./trim-journal.ts";

let live: TestDatabase;
let made: string[];
let directory: string;
let files: JournalFiles;

beforeAll(async () => {
  live = await createTestDatabase();
  await using owner = await open(live.ownerUrl);
  await plantThings(owner.db);
});
afterAll(() => live.drop());
beforeEach(() => {
  made = [];
  directory = mkdtempSync(join(tmpdir(), "posthorn-replay-"));
  files = createJournalFiles(directory);
});
afterEach(async () => {
  await using server = await open(nameIn("postgres"));
  for (const name of made) await sql`DROP DATABASE IF EXISTS ${sql.id(name)} WITH (FORCE)`.execute(server.db);
  rmSync(directory, { recursive: true });
});

/** Closed at the end of the block: a database that is copied must have nobody connected. */
async function open(url: string): Promise<{ readonly db: Database } & AsyncDisposable> {
  const db = openDatabase({ url, service: "eraser", max: 4 });
  return { db, [Symbol.asyncDispose]: () => db.destroy() };
}

function nameIn(name: string): string {
  const url = new URL(live.ownerUrl);
  url.pathname = `/${name}`;
  return url.href;
}

const eraserUrl = (ownerUrl: string) => urlForRole(ownerUrl, "eraser", rolePassword(ownerUrl));

/** A copy of the whole database, octet by octet, as a backup is; `from` must be closed. */
async function copyOf(from: string, name: string): Promise<string> {
  await using server = await open(nameIn("postgres"));
  const source = new URL(from).pathname.slice(1);
  await sql`CREATE DATABASE ${sql.id(`${source}_${name}`)} TEMPLATE ${sql.id(source)}`.execute(server.db);
  made.push(`${source}_${name}`);
  return nameIn(`${source}_${name}`);
}

async function erase(url: string): Promise<void> {
  await using eraser = await open(eraserUrl(url));
  await runErasure({ db: eraser.db, newId }, { sets: [THINGS] });
  await copyJournal({ db: eraser.db }, files, 61);
}

/** Rows anywhere in the database in which the word stands. */
async function search(db: Database, word: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT c.oid::regclass::text AS name FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`.execute(
    db,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const hits = await sql`SELECT FROM ${sql.raw(name)} t WHERE t::text LIKE ${`%${word}%`} LIMIT 1`.execute(
      db,
    );
    if (hits.rows.length > 0) found.push(name);
  }
  return found.toSorted();
}

test("a backup from before an erasure is restored: nobody serves it, the replay erases again, and a search finds nothing", async () => {
  {
    await using owner = await open(live.ownerUrl);
    await addThings(owner.db, 1, 40, 31);
    await sql`UPDATE test_thing SET blob = 'blb_kanarie' || id WHERE id = 'thg_000007'`.execute(owner.db);
  }
  const backup = await copyOf(live.ownerUrl, "backup");
  await erase(live.ownerUrl);
  {
    await using owner = await open(live.ownerUrl);
    expect(await search(owner.db, "thg_000007")).toEqual(["blob_removal", "erasure_journal"]);
  }

  await using restored = await open(backup);
  await using eraser = await open(eraserUrl(backup));
  expect(await countThings(restored.db)).toBe(40);
  await expect(refuseBehind(eraser.db, files)).rejects.toThrow("database_behind_journal");
  await expect(copyJournal({ db: eraser.db }, files, 61)).rejects.toThrow("database_behind_journal");
  expect(await replayJournal(restored.db, files, [THINGS])).toEqual({ "R16/test_thing": 40 });
  expect(await countThings(restored.db)).toBe(0);
  // Only its id, in the journal, and the file that is to be removed again.
  expect(await search(restored.db, "thg_000007")).toEqual(["blob_removal", "erasure_journal"]);
  await refuseBehind(eraser.db, files);

  // Again: nothing more. And numbers go on above those of the files.
  expect(await replayJournal(restored.db, files, [THINGS])).toEqual({});
  const before = await files.last();
  await addThings(restored.db, 41, 43, 31);
  await runErasure({ db: eraser.db, newId }, { sets: [THINGS] });
  expect(await copyJournal({ db: eraser.db }, files, 61)).toBe(3);
  expect((await files.last())?.number).toBe((before?.number ?? 0) + 3);
});

test("a replay that was broken off is carried on with", async () => {
  const backup = await copyOf(live.ownerUrl, "broken");
  {
    await using owner = await open(live.ownerUrl);
    await addThings(owner.db, 100, 1_300, 31);
  }
  const later = await copyOf(live.ownerUrl, "later");
  await erase(live.ownerUrl);
  // The first thousand entries are carried out, the reading fails then.
  await using restored = await open(later);
  let read = 0;
  const torn = {
    ...files,
    async *read() {
      for await (const entry of files.read()) {
        if ((read += 1) > 1_100) throw new Error("the disk is gone");
        yield entry;
      }
    },
  };
  await expect(replayJournal(restored.db, torn, [THINGS])).rejects.toThrow("the disk is gone");
  expect(await countThings(restored.db)).toBeGreaterThan(0);
  await replayJournal(restored.db, files, [THINGS]);
  expect(await countThings(restored.db)).toBe(0);
  await using early = await open(backup);
  await replayJournal(early.db, files, [THINGS]);
  expect(await search(early.db, "thg_000100")).toEqual(["erasure_journal"]);
});

test("files of another database, and kinds that nothing wipes, are refused before anything goes", async () => {
  await using owner = await open(live.ownerUrl);
  const at = Temporal.Instant.from("2026-11-22T08:00:00Z");
  const { rows } = await sql<{ n: number }>`SELECT max(number)::int AS n FROM erasure_journal`.execute(
    owner.db,
  );
  const head = rows[0]?.n ?? 0;
  await files.append([{ number: head, erasedAt: at, rule: "R16", kind: "test_thing", id: "thg_other" }]);
  await expect(replayJournal(owner.db, files, [THINGS])).rejects.toThrow("journal_of_another");
  rmSync(directory, { recursive: true });
  await files.append([
    { number: head + 10, erasedAt: at, rule: "R16", kind: "test_thing", id: "thg_000555" },
    { number: head + 11, erasedAt: at, rule: "R16", kind: "unheard_of", id: "x" },
  ]);
  await addThings(owner.db, 555, 555, 1);
  await expect(replayJournal(owner.db, files, [THINGS])).rejects.toThrow("journal_unknown");
  expect(await countThings(owner.db)).toBe(1);
  await sql`DELETE FROM test_thing`.execute(owner.db);
});

test("what is under way when the journal is copied is not skipped: its number is waited for", async () => {
  await using owner = await open(live.ownerUrl);
  await using eraser = await open(eraserUrl(live.ownerUrl));
  await copyJournal({ db: eraser.db }, files, 61);
  const note = (db: Database, id: string) =>
    sql`SELECT retention.note('R3', 'test_thing', ARRAY[${id}])`.execute(db);
  let copying: Promise<number> | undefined;
  await owner.db.transaction().execute(async (trx) => {
    // It has the lower number, and commits later than the next.
    await sql`SELECT retention.note('R3', 'test_thing', ARRAY['thg_slow'])`.execute(trx);
    await note(owner.db, "thg_fast");
    copying = copyJournal({ db: eraser.db }, files, 61);
    // Until the copier waits for it.
    const waits = sql<{
      n: number;
    }>`SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`;
    while ((await waits.execute(owner.db)).rows[0]?.n === 0);
  });
  expect(await copying).toBe(2);
  const ids = (await Array.fromAsync(files.read())).slice(-2).map(({ id }) => id);
  expect(ids).toEqual(["thg_slow", "thg_fast"]);
});

test("files of months that no backup reaches back to go with the next copy", async () => {
  await using owner = await open(live.ownerUrl);
  await using eraser = await open(eraserUrl(live.ownerUrl));
  await sql`INSERT INTO erasure_journal (erased_at, rule, kind, subject_id) VALUES (clock.now() - interval '200 days', 'R16', 'test_thing', 'thg_long_ago')`.execute(
    owner.db,
  );
  await sql`SELECT retention.note('R16', 'test_thing', ARRAY['thg_now'])`.execute(owner.db);
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM erasure_journal`.execute(owner.db);
  expect(await copyJournal({ db: eraser.db }, files, 61)).toBe(rows[0]?.n);
  expect(readdirSync(directory)).toHaveLength(1);
  expect((await files.last())?.id).toBe("thg_now");
});

test("the database lets go of rows that files and sealed receipts tell of and no backup needs; replay and explanation know them all the same", async () => {
  await using owner = await open(live.ownerUrl);
  await using eraser = await open(eraserUrl(live.ownerUrl));
  const numbers = async () =>
    (
      await sql<{ n: number }>`SELECT number::int AS n FROM erasure_journal ORDER BY number`.execute(owner.db)
    ).rows.map(({ n }) => n);
  const age = (id: string, days: number) =>
    sql`INSERT INTO erasure_journal (erased_at, rule, kind, subject_id)
      VALUES (clock.now() - make_interval(days => ${days}::int), 'R9', 'evidence', ${id})`.execute(owner.db);
  // A journal of its own: nothing of the other tests.
  await sql`ALTER TABLE erasure_journal DISABLE TRIGGER insert_only`.execute(owner.db);
  await sql`DELETE FROM erasure_journal`.execute(owner.db);
  await sql`ALTER TABLE erasure_journal ENABLE TRIGGER insert_only`.execute(owner.db);
  for (const [id, days] of [
    ["dlv_OLD1", 90],
    ["dlv_OLD2", 62],
    ["dlv_YOUNG", 60],
    ["dlv_NEW", 1],
  ] as const)
    await age(id, days);
  const trim = () => trimJournal({ db: eraser.db }, 1);
  const [first = 0, second = 0, third = 0, fourth = 0] = await numbers();
  await runErasure({ db: eraser.db, newId }, { sets: [THINGS] });
  await sql`UPDATE erasure_receipt SET sealed = '<s/>', sealed_at = clock.now()`.execute(owner.db);
  // Not in the files.
  await sql`UPDATE erasure_state SET copied_number = 0`.execute(owner.db);
  expect(await trim()).toBe(0);
  await copyJournal({ db: eraser.db }, files, 4_000);
  // Told by a receipt that is not sealed.
  await sql`UPDATE erasure_receipt SET sealed = NULL WHERE statement LIKE ${`%${erasureDigest("evidence", "dlv_OLD1")}%`}`.execute(
    owner.db,
  );
  expect(await trim()).toBe(0);
  await sql`UPDATE erasure_receipt SET sealed = '<s/>'`.execute(owner.db);
  expect(await trim()).toBe(2);
  expect(await numbers()).toEqual([third, fourth]);
  expect(await trim()).toBe(0);

  await refuseBehind(eraser.db, files);
  expect(await replayJournal(owner.db, files, [THINGS])).toEqual({});
  expect(await numbers()).toEqual([third, fourth]);
  expect((await explainItem(eraser.db, "dlv_OLD2")).erased).toMatchObject([
    { rule: "R9", kind: "evidence", atLatest: true },
  ]);
  expect((await explainItem(eraser.db, "dlv_YOUNG")).erased).toMatchObject([{ rule: "R9", atLatest: false }]);
  expect((await explainItem(eraser.db, "dlv_NOBODY")).erased).toEqual([]);
  // An older copy of the files is nothing to stop for: what they lack is here, or older than any backup.
  await refuseBehind(eraser.db, {
    ...files,
    last: async () => ({
      number: second,
      erasedAt: Temporal.Now.instant(),
      rule: "R9",
      kind: "evidence",
      id: "dlv_OLD2",
    }),
  });
  expect(first).toBeLessThan(second);
  // However old it gets, the last that was copied stays.
  await sql`CREATE OR REPLACE FUNCTION clock.now() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$ SELECT now() + interval '400 days' $$`.execute(
    owner.db,
  );
  expect(await trim()).toBe(1);
  expect(await numbers()).toEqual([fourth]);
  await refuseBehind(eraser.db, files);
});

import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Database, openDatabase, sql, urlForRole } from "@posthorn/db";
import { createJournalFiles, newId } from "@posthorn/runtime";
import { createTestDatabase, rolePassword, type TestDatabase } from "@posthorn/testkit";
import { copyJournal, runErasure } from "@posthorn/usecases";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand } from "../run-command.ts";

const WITHOUT = ["--without-journal", "what was erased since the backup comes back"];
/** The newest migration that is easily undone: the database of an older version. */
const OLDER = "2026-11-22T0150-proof-twin";

let live: TestDatabase;
let directory: string;
let journal: string;
const made: string[] = [];

beforeAll(async () => {
  live = await createTestDatabase();
  directory = mkdtempSync(join(tmpdir(), "posthorn-migrate-"));
  journal = join(directory, "journal");
});
afterAll(async () => {
  await using server = await open(named("postgres"));
  for (const name of made) await sql`DROP DATABASE IF EXISTS ${sql.id(name)} WITH (FORCE)`.execute(server.db);
  await live.drop();
  rmSync(directory, { recursive: true });
});

async function open(url: string): Promise<{ readonly db: Database } & AsyncDisposable> {
  const db = openDatabase({ url, service: "cli", max: 2 });
  return { db, [Symbol.asyncDispose]: () => db.destroy() };
}

function named(name: string): string {
  const url = new URL(live.ownerUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Empty, or a copy of one to which nobody is connected, as a backup is. */
async function makeDatabase(name: string, of = "template0"): Promise<string> {
  await using server = await open(named("postgres"));
  const own = `${new URL(live.ownerUrl).pathname.slice(1)}_${name}`;
  await sql`CREATE DATABASE ${sql.id(own)} TEMPLATE ${sql.id(of)}`.execute(server.db);
  made.push(own);
  return named(own);
}

async function migrate(url: string, args: readonly string[] = [], files: string | null = journal) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(["migrate", ...args], {
    folder: ".",
    env: { DATABASE_URL: url, ...(files === null ? {} : { ERASURE_JOURNAL: pathToFileURL(files).href }) },
    now: () => Temporal.Now.instant(),
    write: (text) => out.push(text),
    complain: (text) => err.push(text),
  });
  return { code, out: out.join(""), err: err.join("") };
}

const CURRENT = "No migration was missing.\n";
const AT_ITS_JOURNAL = "The database is where its journal is.\n";

async function keysIn(url: string): Promise<readonly string[]> {
  await using owner = await open(url);
  return (await sql<{ key: string }>`SELECT key FROM idempotency`.execute(owner.db)).rows.map(
    ({ key }) => key,
  );
}

test("an empty database is migrated; a second run does nothing", async () => {
  const url = await makeDatabase("fresh");
  const first = await migrate(url, [], null);
  expect(first).toMatchObject({ code: 0, err: "" });
  expect(first.out).toMatch(/^2026-11-21T2200-clock-and-accounts: applied$/m);
  expect(first.out).toContain("There is no journal, and the database knows of no erasure.\n");
  expect(await migrate(url)).toEqual({
    code: 0,
    out: `${CURRENT}There is no journal, and the database knows of no erasure.\n`,
    err: "",
  });
});

test("a backup of an older version, from before an erasure: migrated, and erased again before anything starts", async () => {
  {
    await using owner = await open(live.ownerUrl);
    await sql`INSERT INTO account (id, kind, name, email, language, status, created_at)
      VALUES ('acc_migrate', 'private', 'A', 'a@post.example', 'nl', 'active', clock.now())`.execute(
      owner.db,
    );
    await sql`INSERT INTO idempotency (account_id, key, request_hash, message_id, created_at)
      VALUES ('acc_migrate', 'old', 'h', 'msg_x', clock.now() - interval '40 days')`.execute(owner.db);
  }
  const backup = await makeDatabase("backup", new URL(live.ownerUrl).pathname.slice(1));
  {
    await using owner = await open(backup);
    await sql`ALTER TABLE proof DROP COLUMN page`.execute(owner.db);
    await sql`ALTER TABLE message_proof DROP COLUMN page`.execute(owner.db);
    await sql`DELETE FROM schema_migration WHERE name = ${OLDER}`.execute(owner.db);
  }
  {
    await using eraser = await open(urlForRole(live.ownerUrl, "eraser", rolePassword(live.ownerUrl)));
    await runErasure({ db: eraser.db, newId });
    await copyJournal({ db: eraser.db }, createJournalFiles(journal), 61);
  }
  expect(await keysIn(live.ownerUrl)).toEqual([]);
  expect(await keysIn(backup)).toEqual(["old"]);

  expect(await migrate(backup)).toEqual({
    code: 0,
    out: `${OLDER}: applied\nR16/idempotency: 1 erased again\n`,
    err: "",
  });
  expect(await keysIn(backup)).toEqual([]);
  expect(await migrate(backup)).toEqual({ code: 0, out: CURRENT + AT_ITS_JOURNAL, err: "" });
  expect(await migrate(live.ownerUrl)).toEqual({ code: 0, out: CURRENT + AT_ITS_JOURNAL, err: "" });
});

test("without the journal a database that knows of erasures is left as it is, unless it is said in words", async () => {
  for (const files of [null, join(directory, "elsewhere")]) {
    const refused = await migrate(live.ownerUrl, [], files);
    expect(refused).toMatchObject({ code: 1, out: "" });
    expect(refused.err).toMatch(/^refused: the database knows of erasures, and there is no journal of them/);
  }
  expect(await migrate(live.ownerUrl, ["--without-journal", "yes"], null)).toMatchObject({ code: 64 });
  expect(await migrate(live.ownerUrl, WITHOUT)).toMatchObject({ code: 64 });
  expect(await migrate(live.ownerUrl, ["now"], null)).toMatchObject({ code: 64 });
  const done = await migrate(live.ownerUrl, WITHOUT, null);
  expect(done).toMatchObject({ code: 0, out: CURRENT });
  expect(done.err).toContain("Nothing was replayed: what was erased since the backup comes back");
});

test("files that are damaged, or an older copy, are refused before anything changes", async () => {
  const backup = await makeDatabase("damaged", new URL(live.ownerUrl).pathname.slice(1));
  const files = createJournalFiles(journal);
  const last = await files.last();
  {
    await using owner = await open(backup);
    await sql`DELETE FROM schema_migration WHERE name = ${OLDER}`.execute(owner.db);
    await sql`UPDATE erasure_state SET copied_number = ${(last?.number ?? 0) + 1}`.execute(owner.db);
  }
  const older = await migrate(backup);
  expect(older).toMatchObject({ code: 1, out: "" });
  expect(older.err).toContain("the files are an older copy");
  appendFileSync(join(journal, `erasures-${last?.erasedAt.toString().slice(0, 7)}.jsonl`), "{ not a line\n");
  const refused = await migrate(backup);
  expect(refused).toMatchObject({ code: 1, out: "" });
  expect(refused.err).toMatch(/cannot be read: take the damaged one from its copy .*jsonl:2/);
  rmSync(journal, { recursive: true });
  writeFileSync(journal, "");
  expect(await migrate(backup)).toMatchObject({ code: 1, out: "" });
});

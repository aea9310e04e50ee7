import { createTestDatabase, type TestDatabase } from "@posthorn/testkit";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clockNow, type Database, openDatabase, sql, transact, type Transaction } from "./index.ts";

let database: TestDatabase;
let owner: pg.Client;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  db = openDatabase({ url: database.urlFor("api"), service: "api", max: 2 });
});
afterAll(async () => {
  await db.destroy();
  await owner.end();
  await database.drop();
});

/** Ends the transaction's connection from the server's side, as a restart does, and waits until it is gone. */
async function cut(trx: Transaction): Promise<void> {
  const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(trx);
  await owner.query("SELECT pg_terminate_backend($1, 5000)", [rows[0]?.pid]);
}

const UNAVAILABLE = { kind: "unavailable", code: "database_unavailable", retryAfterSeconds: 5 };

test("a connection that breaks between two statements is told, and neither ends the process nor the pool", async () => {
  const broken = transact(db, {}, async (trx) => {
    await cut(trx);
    await clockNow(trx);
  });
  await expect(broken).rejects.toMatchObject(UNAVAILABLE);
  expect(await transact(db, {}, clockNow)).toBeInstanceOf(Temporal.Instant);
});

test("a connection that breaks before the commit is told, whatever the rollback says of it", async () => {
  await expect(transact(db, {}, cut)).rejects.toMatchObject(UNAVAILABLE);
  const thrown = transact(db, {}, async (trx) => {
    await cut(trx);
    throw new Error("of the work");
  });
  await expect(thrown).rejects.toMatchObject(UNAVAILABLE);
});

test("a statement that takes too long may be tried again", async () => {
  const slow = transact(db, {}, async (trx) => {
    await sql`SET LOCAL statement_timeout = '50ms'`.execute(trx);
    await sql`SELECT pg_sleep(5)`.execute(trx);
  });
  await expect(slow).rejects.toMatchObject(UNAVAILABLE);
});

test("what an operator does once has no limit of time, what a service does has", async () => {
  const limits = async (asked: Database) =>
    (
      await sql<{ limits: readonly string[] }>`
        SELECT ARRAY[current_setting('statement_timeout'), current_setting('transaction_timeout')] AS limits`.execute(
        asked,
      )
    ).rows[0]?.limits;
  expect(await limits(db)).toEqual(["30s", "40s"]);
  const once = openDatabase({ url: database.ownerUrl, service: "cli", max: 1, unlimited: true });
  try {
    expect(await limits(once)).toEqual(["0", "0"]);
  } finally {
    await once.destroy();
  }
});

test("text with a NUL is the caller's mistake", async () => {
  const write = transact(db, {}, (trx) => sql`SELECT ${"a\u0000b"}::text`.execute(trx));
  await expect(write).rejects.toMatchObject({ kind: "bad_request", code: "broken_text" });
});

test("what the work throws otherwise goes through as it is", async () => {
  const error = new Error("of the work");
  await expect(transact(db, {}, () => Promise.reject(error))).rejects.toBe(error);
});

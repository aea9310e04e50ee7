import { openDatabase, transact, type Database } from "@posthorn/db";
import { createTestDatabase, type TestDatabase } from "@posthorn/testkit";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { enqueue, runJobs } from "./index.ts";

let database: TestDatabase;
let owner: pg.Client;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  db = openDatabase({ url: database.urlFor("api"), service: "api", max: 1 });
});
beforeEach(() => owner.query("TRUNCATE graphile_worker._private_jobs"));
afterAll(async () => {
  await db.destroy();
  await owner.end();
  await database.drop();
});

/** As a restart does: new connections are refused, and those that stand end. */
async function takeAway(): Promise<void> {
  await limitConnections(0);
  await owner.query(
    `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
     WHERE datname = current_database() AND usename = 'posthorn_worker'`,
  );
}

async function limitConnections(limit: number): Promise<void> {
  await owner.query(
    `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I CONNECTION LIMIT ${limit}', current_database()); END $$`,
  );
}

async function waiting(): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM graphile_worker._private_jobs",
  );
  return rows[0]?.count ?? -1;
}

const ask = (errandId: string) => transact(db, {}, (trx) => enqueue(trx, "run-errand", { errandId }));

/** Jobs that are run until the test ends; the first one finds that the database is gone when it is done. */
async function runErrands(): Promise<{ done: string[]; errors: unknown[]; stop(): Promise<void> }> {
  const done: string[] = [];
  const errors: unknown[] = [];
  const jobs = await runJobs({
    url: database.urlFor("worker"),
    concurrency: 2,
    handlers: {
      "run-errand": async ({ errandId }) => {
        if (done.length === 0) await takeAway();
        done.push(errandId);
      },
    },
    onError: (_, error) => errors.push(error),
  });
  onTestFinished(() => limitConnections(-1));
  return { done, errors, stop: jobs.stop };
}

const REFUSED = expect.objectContaining({ code: "53300" }) as unknown;

test("a job that is done when the database goes away is completed, and further ones are taken, once it is back", async () => {
  const { done, errors, stop } = await runErrands();
  onTestFinished(stop);
  await ask("first");
  await expect.poll(() => errors, { timeout: 10_000 }).toContainEqual(REFUSED);
  expect(await waiting()).toBe(1);

  await limitConnections(-1);
  await expect.poll(waiting, { timeout: 10_000 }).toBe(0);
  await ask("second");
  await expect.poll(() => done, { timeout: 10_000 }).toEqual(["first", "second"]);
});

test("stops while the database is away", async () => {
  const { done, errors, stop } = await runErrands();
  await ask("first");
  await expect.poll(() => errors, { timeout: 10_000 }).toContainEqual(REFUSED);
  await stop();
  expect(done).toEqual(["first"]);
});

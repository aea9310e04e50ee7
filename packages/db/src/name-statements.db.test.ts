import { createTestDatabase, type TestDatabase } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase } from "./database.ts";
import { sql } from "./index.ts";

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  // One connection: what it has planned can be asked on it.
  db = openDatabase({ url: database.ownerUrl, service: "worker", max: 1 });
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

async function planned(part: string): Promise<number> {
  const { rows } = await sql<{ statement: string }>`SELECT statement FROM pg_prepared_statements`.execute(db);
  return rows.filter(({ statement }) => statement.includes(part)).length;
}

const peopleNamed = (name: string) =>
  db.selectFrom("person").select("id").where("family_name", "=", name).execute();

test("a statement is planned once, whatever its values", async () => {
  for (const name of ["Maes", "Claes", "Łukasz"]) await peopleNamed(name);
  expect(await planned(`"family_name" = $1`)).toBe(1);
});

test("a statement that returns whole rows goes on working when a column is added", async () => {
  const read = () =>
    db
      .selectFrom("heartbeat")
      .selectAll()
      .where("minute_at", ">", Temporal.Instant.from("2026-11-21T00:00:00Z"))
      .execute();
  await sql`INSERT INTO heartbeat VALUES ('2026-11-21T09:00:00Z')`.execute(db);
  expect(await read()).toHaveLength(1);
  await sql`ALTER TABLE heartbeat ADD COLUMN later text`.execute(db);
  expect(await read()).toHaveLength(1);
  expect(await planned("minute_at")).toBe(0);
});

test("a named statement goes on working when a column is added, and after an error of its own", async () => {
  await peopleNamed("Maes");
  await sql`ALTER TABLE person ADD COLUMN later text`.execute(db);
  expect(await peopleNamed("Nobody")).toEqual([]);
  const divide = (by: number) => sql<{ whole: number }>`SELECT 6 / ${by}::int AS whole`.execute(db);
  await expect(divide(0)).rejects.toMatchObject({ code: "22012" });
  expect((await divide(3)).rows).toEqual([{ whole: 2 }]);
});

test("a connection keeps a bounded number of plans", async () => {
  for (let column = 0; column < 510; column++)
    await sql`SELECT ${column}::int AS ${sql.id(`c${column}`)}`.execute(db);
  expect(await planned("SELECT")).toBeLessThanOrEqual(500);
  expect((await sql<{ late: number }>`SELECT ${7}::int AS late`.execute(db)).rows).toEqual([{ late: 7 }]);
});

import { createTestDatabase, type TestDatabase } from "@posthorn/testkit";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const WAYS_IN = [
  "person",
  "member",
  "account",
  "api_key",
  "passkey",
  "totp",
  "recovery_code",
  "person_identity",
  "session",
  "staff",
  "staff_invitation",
  "staff_session",
];

test("a database that was just set up holds nobody who could come in, and no question to ask instead of a password", async () => {
  for (const table of WAYS_IN) {
    const { rows } = await owner.query<{ count: string }>(`SELECT count(*) FROM ${table}`);
    expect(rows[0]?.count, table).toBe("0");
  }
  const { rows } = await owner.query<{ column_name: string }>(
    "SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name IN ('person', 'staff')",
  );
  const columns = rows.map(({ column_name: name }) => name);
  expect(columns).toContain("password_hash");
  expect(columns.filter((name) => /hint|question|answer|reminder|maiden/u.test(name))).toEqual([]);
});

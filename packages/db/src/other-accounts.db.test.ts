import { createTestDatabase, type TestDatabase } from "@posthorn/testkit";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase, sql, transact } from "./index.ts";

let database: TestDatabase;
let owner: pg.Client;
let tables: readonly string[];

/** What makes a row somebody's: by itself, or by what it hangs on. */
const BELONGING = [
  "account_id",
  "person_id",
  "member_id",
  "message_id",
  "delivery_id",
  "draft_id",
  "application_id",
];

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  tables = await linesOf(
    `SELECT DISTINCT t.table_name AS line FROM information_schema.tables t
     JOIN information_schema.columns c USING (table_schema, table_name)
     WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE'
       AND (c.column_name = ANY ($1) OR c.column_name = 'holder_id' OR t.table_name IN ('account', 'person')) ORDER BY 1`,
    [BELONGING],
  );
  for (const table of tables) await plant(table);
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

async function linesOf(query: string, values: readonly unknown[] = []): Promise<readonly string[]> {
  const { rows } = await owner.query<{ line: string }>(query, [...values]);
  return rows.map(({ line }) => line);
}

/** One row of B's, with nothing in it but whose it is: whatever else a row must hold is not asked for here. */
async function plant(table: string): Promise<void> {
  const keys = await linesOf(
    "SELECT quote_ident(conname) AS line FROM pg_constraint WHERE conrelid = $1::regclass AND contype <> 'n'",
    [table],
  );
  for (const key of keys) await owner.query(`ALTER TABLE ${table} DROP CONSTRAINT IF EXISTS ${key} CASCADE`);
  const { rows } = await owner.query<{ name: string; type: string; derived: boolean }>(
    `SELECT attname AS name, format_type(atttypid, NULL) AS type, attgenerated <> '' AS derived
     FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attidentity = ''`,
    [table],
  );
  for (const { name } of rows) await owner.query(`ALTER TABLE ${table} ALTER ${name} DROP NOT NULL`);
  const named = rows.filter(
    ({ name, type, derived }) => type === "text" && !derived && /^(?:id|holder_kind|.*_id)$/.test(name),
  );
  const values = named.map(({ name }) => {
    if (name === "holder_kind") return "person";
    return name === "holder_id" ? "person_b" : `${name === "id" ? table : name.slice(0, -3)}_b`;
  });
  await owner.query("SET session_replication_role = replica");
  await owner.query(
    `INSERT INTO ${table} (${named.map(({ name }) => name).join(", ")}) VALUES (${values.map((_, at) => `$${at + 1}`).join(", ")})`,
    values,
  );
}

type Role = "portal" | "api" | "collect";

/** Tables that the role may read at all. */
function readable(role: Role): Promise<readonly string[]> {
  return linesOf(
    `SELECT DISTINCT table_name AS line FROM information_schema.column_privileges
     WHERE table_schema = 'public' AND grantee = 'posthorn_' || $1 AND privilege_type = 'SELECT' AND table_name = ANY ($2) ORDER BY 1`,
    [role, tables],
  );
}

/** Those of them in which this one finds B's row. */
async function seen(role: Role, who: "a" | "b"): Promise<readonly string[]> {
  const db = openDatabase({ url: database.urlFor(role), service: role, max: 1 });
  const scope = { accountId: `account_${who}`, memberId: `member_${who}`, personId: `person_${who}` };
  const found: string[] = [];
  try {
    for (const table of await readable(role)) {
      const { rows } = await transact(db, scope, (trx) =>
        sql<{ found: boolean }>`SELECT EXISTS (SELECT FROM ${sql.table(table)}) AS found`.execute(trx),
      );
      if (rows[0]?.found) found.push(table);
    }
  } finally {
    await db.destroy();
  }
  return found;
}

/** Found by everybody, and why. */
const OPEN = {
  account: "whose is a session, a key, a letter, is asked before it is known who asks; verbs choose by id",
  member: "as accounts",
  person: "as accounts: whoever signs in is found by his address",
};

test("whoever is signed in at the portal finds nothing of another account or person, but what is known why", async () => {
  const open = {
    ...OPEN,
    sign_in_ceremony:
      "a sign-in goes on before it is known whose it is: by an id that its browser alone has; secrets in it are sealed",
  };
  expect(await seen("portal", "a")).toEqual(Object.keys(open));
});

test("a key of the API finds nothing of another account, but what is known why", async () => {
  expect(await seen("api", "a")).toEqual(Object.keys(OPEN));
});

test("without a link the collect site finds nothing of anybody", async () => {
  expect(await seen("collect", "a")).toEqual([]);
});

test("each finds its own: what is not found is hidden, and not merely absent", async () => {
  const unseen = async (role: Role) => {
    const own = new Set(await seen(role, "b"));
    return (await readable(role)).filter((table) => !own.has(table));
  };
  // By what was presented, or with more than whose it is.
  expect(await unseen("portal")).toMatchInlineSnapshot(`
    [
      "bundle",
      "identification_attempt",
      "legal_hold",
      "legal_hold_event",
      "registration",
      "rights_request_event",
    ]
  `);
  expect(await unseen("api")).toMatchInlineSnapshot(`
    [
      "api_key",
      "bundle",
    ]
  `);
});

test("what the tables say of whose a row is, the planted rows say", async () => {
  expect(tables.length).toBeGreaterThan(40);
  for (const table of tables)
    expect(await linesOf(`SELECT count(*) AS line FROM ${table}`), table).toEqual(["1"]);
});

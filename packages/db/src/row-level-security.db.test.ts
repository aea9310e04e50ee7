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

/** Roles that people outside, or staff, act through; the others are back-end processes that nobody speaks to. */
const FACING = ["portal", "api", "collect", "backoffice", "inbound", "verify"];

async function linesOf(query: string, values: readonly unknown[] = []): Promise<readonly string[]> {
  const { rows } = await owner.query<{ line: string }>(query, [...values]);
  return rows.map(({ line }) => line);
}

/** Tables whose rows belong to an account or a person. */
const OWNED = `SELECT DISTINCT c.oid, c.relname, c.relrowsecurity FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
  LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname IN ('account_id', 'person_id') AND NOT a.attisdropped
  WHERE c.relkind IN ('r', 'p') AND (a.attname IS NOT NULL OR c.relname IN ('account', 'person', 'delivery', 'message'))`;

function openTables(): Promise<readonly string[]> {
  return linesOf(
    `SELECT DISTINCT relname || ': ' || replace(g.grantee, 'posthorn_', '') AS line FROM (${OWNED}) owned
     JOIN information_schema.role_column_grants g ON g.table_schema = 'public' AND g.table_name = owned.relname
     WHERE NOT relrowsecurity AND g.privilege_type IN ('SELECT', 'UPDATE') AND replace(g.grantee, 'posthorn_', '') = ANY ($1)
     ORDER BY 1`,
    [FACING],
  );
}

test("every table whose rows are somebody's and that people reach says row by row who sees them", async () => {
  expect(await openTables()).toEqual([]);
  await owner.query("BEGIN");
  await owner.query("CREATE TABLE planted (account_id text); GRANT SELECT ON planted TO posthorn_portal");
  expect(await openTables()).toEqual(["planted: portal"]);
  await owner.query("ALTER TABLE planted ENABLE ROW LEVEL SECURITY");
  expect(await ruleless()).toEqual(["planted: portal SELECT"]);
  await owner.query("ROLLBACK");
});

function ruleless(): Promise<readonly string[]> {
  return linesOf(
    `SELECT DISTINCT owned.relname || ': ' || replace(g.grantee, 'posthorn_', '') || ' ' || g.privilege_type AS line
     FROM (${OWNED}) owned
     JOIN information_schema.role_column_grants g ON g.table_schema = 'public' AND g.table_name = owned.relname
     WHERE owned.relrowsecurity AND g.grantee LIKE 'posthorn\\_%' AND g.privilege_type IN ('SELECT', 'INSERT', 'UPDATE')
       AND NOT EXISTS (SELECT FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = owned.relname
         AND p.permissive = 'PERMISSIVE' AND g.grantee = ANY (p.roles) AND p.cmd IN ('ALL', g.privilege_type))
     ORDER BY 1`,
  );
}

test("whoever may read or write such a table has a rule that says which rows; without one nothing would be seen, and nobody notices", async () => {
  expect(await ruleless()).toEqual([]);
});

test("where a facing role sees all rows of such a table, it is for a reason that is known", async () => {
  const all = await linesOf(
    `SELECT p.tablename || ': ' || replace(role, 'posthorn_', '') || ' ' || p.cmd || ' ' || p.policyname AS line
     FROM pg_policies p CROSS JOIN unnest(p.roles) AS role JOIN (${OWNED}) owned ON owned.relname = p.tablename
     WHERE p.schemaname = 'public' AND p.permissive = 'PERMISSIVE' AND replace(role, 'posthorn_', '') = ANY ($1)
       AND (p.qual = 'true' OR (p.cmd = 'INSERT' AND p.with_check = 'true'))
     ORDER BY 1`,
    [FACING],
  );
  expect(all).toMatchInlineSnapshot(`
    [
      "account: api SELECT readable",
      "account: portal SELECT readable",
      "identification_record: backoffice SELECT desk",
      "legal_hold: backoffice ALL desk",
      "member: api SELECT readable",
      "member: portal SELECT readable",
      "person: api ALL readable",
      "person: portal ALL readable",
      "print_job: backoffice SELECT desk",
      "print_job: backoffice UPDATE desk_scans",
      "processing_restriction: backoffice ALL desk",
      "retention_change: backoffice ALL desk",
      "rights_request: backoffice ALL desk",
      "rights_request_sender: backoffice ALL desk",
      "use_log: api INSERT write",
      "use_log: backoffice INSERT write_of_staff",
      "use_log: collect INSERT write",
      "use_log: portal INSERT write",
    ]
  `);
});

test("no role of a service steps around the rules or owns a table", async () => {
  const around = await linesOf(
    "SELECT rolname AS line FROM pg_roles WHERE rolname LIKE 'posthorn\\_%' AND (rolbypassrls OR rolsuper) ORDER BY 1",
  );
  const owners = await linesOf(
    "SELECT DISTINCT tableowner AS line FROM pg_tables WHERE schemaname = 'public' AND tableowner LIKE 'posthorn\\_%' ORDER BY 1",
  );
  expect([around, owners]).toEqual([[], []]);
});

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

const TABLES: readonly string[] = [
  "identification_attempt",
  "identification_record",
  "identification_mismatch",
  "identification_record_opening",
  "person_identity",
  "register_number_use",
  "passkey",
  "sign_in_ceremony",
  "totp",
  "recovery_code",
  "device",
  "person_errand",
  "api_key",
  "staff",
  "staff_invitation",
  "staff_session",
  "staff_log",
];

/** `table: role privilege`, where only some columns are meant with their names. */
async function grants(): Promise<readonly string[]> {
  const { rows } = await owner.query<{ line: string }>(
    `WITH whole AS (
       SELECT table_name, grantee, privilege_type, '' AS columns FROM information_schema.role_table_grants),
     parts AS (
       SELECT g.table_name, g.grantee, g.privilege_type, ' ' || string_agg(g.column_name, ' ' ORDER BY g.column_name) AS columns
       FROM information_schema.role_column_grants g
       WHERE NOT EXISTS (SELECT FROM whole w WHERE (w.table_name, w.grantee, w.privilege_type) = (g.table_name, g.grantee, g.privilege_type))
       GROUP BY 1, 2, 3)
     SELECT table_name || ': ' || replace(grantee, 'posthorn_', '') || ' ' || privilege_type || columns AS line
     FROM (SELECT * FROM whole UNION ALL SELECT * FROM parts) all_grants
     WHERE table_name = ANY ($1) AND grantee LIKE 'posthorn\\_%' ORDER BY 1`,
    [TABLES],
  );
  return rows.map(({ line }) => line);
}

test("no service may do more with identities and means of sign-in than it does", async () => {
  expect(await grants()).toMatchInlineSnapshot(`
    [
      "api_key: api SELECT",
      "api_key: api UPDATE last_used_at",
      "api_key: portal SELECT account_id created_at id last_used_at member_id name revoked_at",
      "api_key: portal UPDATE member_id",
      "device: backoffice INSERT",
      "device: backoffice SELECT",
      "device: backoffice UPDATE browser last_seen_at os",
      "device: portal INSERT",
      "device: portal SELECT",
      "device: portal UPDATE browser last_seen_at os",
      "identification_attempt: collect INSERT",
      "identification_attempt: collect SELECT",
      "identification_attempt: collect UPDATE answer answer_key_version answered_at consumed_at return_hash",
      "identification_attempt: portal INSERT",
      "identification_attempt: portal SELECT",
      "identification_attempt: portal UPDATE answer answer_key_version answered_at consumed_at return_hash",
      "identification_mismatch: api SELECT account_id delivery_id field happened_at id method",
      "identification_mismatch: collect INSERT",
      "identification_mismatch: portal SELECT account_id delivery_id field happened_at id method",
      "identification_record: backoffice SELECT",
      "identification_record: collect INSERT",
      "identification_record: portal INSERT",
      "identification_record_opening: backoffice INSERT",
      "identification_record_opening: backoffice SELECT",
      "passkey: backoffice INSERT",
      "passkey: backoffice SELECT",
      "passkey: backoffice UPDATE backed_up last_used_at name removed_at sign_count suspected_at",
      "passkey: portal INSERT",
      "passkey: portal SELECT",
      "passkey: portal UPDATE backed_up last_used_at name removed_at sign_count suspected_at",
      "person_errand: portal INSERT",
      "person_errand: worker SELECT",
      "person_errand: worker UPDATE attempts done_at next_attempt_at",
      "person_identity: portal DELETE",
      "person_identity: portal INSERT",
      "person_identity: portal SELECT",
      "person_identity: portal UPDATE key_version last_used_at subject_digest",
      "recovery_code: portal DELETE",
      "recovery_code: portal INSERT",
      "recovery_code: portal SELECT",
      "recovery_code: portal UPDATE used_at",
      "register_number_use: api INSERT",
      "register_number_use: backoffice INSERT",
      "register_number_use: collect INSERT",
      "register_number_use: portal INSERT",
      "sign_in_ceremony: backoffice INSERT",
      "sign_in_ceremony: backoffice SELECT",
      "sign_in_ceremony: backoffice UPDATE attempts consumed_at",
      "sign_in_ceremony: portal INSERT",
      "sign_in_ceremony: portal SELECT",
      "sign_in_ceremony: portal UPDATE attempts consumed_at",
      "staff: backoffice SELECT",
      "staff_invitation: backoffice SELECT",
      "staff_invitation: backoffice UPDATE used_at",
      "staff_log: backoffice INSERT",
      "staff_log: backoffice SELECT",
      "staff_session: backoffice INSERT",
      "staff_session: backoffice SELECT",
      "staff_session: backoffice UPDATE ended_at ended_because fresh_at last_used_at token_hash",
      "totp: portal DELETE",
      "totp: portal INSERT",
      "totp: portal SELECT",
      "totp: portal UPDATE last_step",
    ]
  `);
});

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
  "account_logo",
  "team",
  "team_member",
  "invitation",
  "mailed_link",
  "policy_acceptance",
  "registration",
  "company_application",
  "application_document",
  "application_decision",
  "contact",
  "contact_import",
  "addressee_consent",
  "inbox_entry",
  "credit_refund",
  "blob_removal",
  "use_log",
  "person",
  "account",
  "member",
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
      "account: api SELECT",
      "account: backoffice SELECT box country created_at email enterprise_number enterprise_verified_at id kind language name number postcode register_number_authorised_at status street town vat_number",
      "account: backoffice UPDATE box country enterprise_number enterprise_verified_at name number postcode register_number_authorised_at status street town vat_number",
      "account: collect SELECT country enterprise_number id kind language name sender_shown town",
      "account: portal INSERT",
      "account: portal SELECT",
      "account: portal UPDATE box closed_at closing_asked_at closing_mode content_retention_days country default_collection_days default_identification default_postal_fallback default_reminders email enterprise_number erase_by erasure_told_at language name number postcode sender_shown settings_changed_at status street town vat_number",
      "account: worker SELECT",
      "account: worker UPDATE closed_at erase_by erasure_told_at status",
      "account_logo: collect SELECT",
      "account_logo: portal DELETE",
      "account_logo: portal INSERT",
      "account_logo: portal SELECT",
      "account_logo: portal UPDATE bytes changed_at height media_type sha256 width",
      "account_logo: worker SELECT",
      "addressee_consent: api INSERT",
      "addressee_consent: api SELECT account_id email email_key sort_name stated_on withdrawn_at",
      "addressee_consent: collect INSERT",
      "addressee_consent: collect SELECT account_id delivery_id email email_key first_names id name recorded_at sort_name source withdrawn_at",
      "addressee_consent: collect UPDATE withdrawn_at withdrawn_by withdrawn_words",
      "addressee_consent: portal INSERT",
      "addressee_consent: portal SELECT",
      "addressee_consent: portal UPDATE withdrawn_at withdrawn_by withdrawn_words",
      "api_key: api SELECT",
      "api_key: api UPDATE last_used_at",
      "api_key: portal INSERT",
      "api_key: portal SELECT account_id created_at created_by expires_at id last_used_at member_id name replaced_by revoked_at scopes",
      "api_key: portal UPDATE expires_at member_id name replaced_by revoked_at scopes",
      "application_decision: backoffice INSERT",
      "application_decision: backoffice SELECT",
      "application_document: backoffice SELECT",
      "application_document: portal INSERT",
      "application_document: portal SELECT",
      "application_document: portal UPDATE removed_at",
      "blob_removal: portal INSERT",
      "blob_removal: worker DELETE",
      "blob_removal: worker SELECT",
      "company_application: backoffice SELECT",
      "company_application: backoffice UPDATE decided_at decided_by refusal_reason refusal_words state",
      "company_application: portal INSERT",
      "company_application: portal SELECT",
      "company_application: portal UPDATE box changed_at company_name enterprise_number form_made_at form_number form_sha256 legal_form number postcode representative_email representative_function representative_name round state street submitted_at town vat_liable",
      "contact: portal DELETE",
      "contact: portal INSERT",
      "contact: portal SELECT",
      "contact: portal UPDATE attention_of box changed_at country email enterprise_number first_names kind language mobile name number postcode sort_name street town",
      "contact_import: portal DELETE",
      "contact_import: portal INSERT",
      "contact_import: portal SELECT",
      "credit_refund: portal INSERT",
      "credit_refund: portal SELECT",
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
      "identification_record: portal SELECT id identified_at level method person_id purpose",
      "identification_record_opening: backoffice INSERT",
      "identification_record_opening: backoffice SELECT",
      "inbox_entry: portal SELECT",
      "inbox_entry: worker SELECT",
      "invitation: portal INSERT",
      "invitation: portal SELECT",
      "invitation: portal UPDATE accepted_at accepted_member_id declined_at expires_at role team_ids withdrawn_at",
      "mailed_link: portal INSERT",
      "mailed_link: portal SELECT",
      "mailed_link: portal UPDATE used_at voided_at",
      "mailed_link: worker SELECT",
      "mailed_link: worker UPDATE token_hash",
      "member: api SELECT",
      "member: backoffice SELECT account_id id joined_at left_at person_id role",
      "member: portal INSERT",
      "member: portal SELECT",
      "member: portal UPDATE last_active_at left_at left_because role",
      "member: worker SELECT",
      "passkey: backoffice INSERT",
      "passkey: backoffice SELECT",
      "passkey: backoffice UPDATE backed_up last_used_at name removed_at sign_count suspected_at",
      "passkey: portal INSERT",
      "passkey: portal SELECT",
      "passkey: portal UPDATE backed_up last_used_at name removed_at sign_count suspected_at",
      "person: api SELECT email family_name first_names id identified_at identified_issuer identified_level identified_method language",
      "person: backoffice SELECT email family_name first_names id identified_at identified_issuer identified_level identified_method language",
      "person: portal INSERT",
      "person: portal SELECT",
      "person: portal UPDATE email email_verified_at family_name first_names identified_at identified_issuer identified_level identified_method language password_changed_at password_hash webauthn_handle",
      "person: worker SELECT email erased_at family_name first_names id language",
      "person_errand: backoffice INSERT",
      "person_errand: portal INSERT",
      "person_errand: worker INSERT",
      "person_errand: worker SELECT",
      "person_errand: worker UPDATE attempts done_at facts next_attempt_at to_email to_name",
      "person_identity: portal DELETE",
      "person_identity: portal INSERT",
      "person_identity: portal SELECT",
      "person_identity: portal UPDATE key_version last_used_at subject_digest",
      "policy_acceptance: portal INSERT",
      "policy_acceptance: portal SELECT",
      "policy_acceptance: portal UPDATE withdrawn_at",
      "recovery_code: portal DELETE",
      "recovery_code: portal INSERT",
      "recovery_code: portal SELECT",
      "recovery_code: portal UPDATE used_at",
      "register_number_use: api INSERT",
      "register_number_use: backoffice INSERT",
      "register_number_use: collect INSERT",
      "register_number_use: portal INSERT",
      "registration: portal INSERT",
      "registration: portal SELECT",
      "registration: portal UPDATE changed_at confirmed_at finished_at form person_id",
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
      "team: api SELECT account_id id name sender_name",
      "team: collect SELECT account_id id name sender_name",
      "team: portal INSERT",
      "team: portal SELECT",
      "team: portal UPDATE ended_at messages_visible_to name sender_name",
      "team_member: portal DELETE",
      "team_member: portal INSERT",
      "team_member: portal SELECT",
      "totp: portal DELETE",
      "totp: portal INSERT",
      "totp: portal SELECT",
      "totp: portal UPDATE last_step",
      "use_log: api INSERT",
      "use_log: backoffice INSERT",
      "use_log: collect INSERT",
      "use_log: portal INSERT",
      "use_log: portal SELECT",
      "use_log: worker INSERT",
    ]
  `);
});

test("a function with its owner's rights never takes a temporary table of its caller for one of ours", async () => {
  const { rows } = await owner.query<{
    name: string;
  }>(`SELECT p.oid::regprocedure::text AS name FROM pg_proc p
    WHERE p.prosecdef AND p.pronamespace::regnamespace::text IN ('public','clock','jobs')
      AND NOT EXISTS (SELECT FROM unnest(p.proconfig) AS c WHERE c LIKE 'search_path=%, pg_temp')`);
  expect(rows.map(({ name }) => name)).toEqual([]);
});

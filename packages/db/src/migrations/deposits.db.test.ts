import { createTestDatabase, type TestDatabase } from "@posthorn/testkit";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sql as deposits } from "./2026-11-22T2200-deposits.ts";

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

const BEFORE = `
DROP FUNCTION hold_letter(text);
DROP INDEX postal_act_deposit;
ALTER TABLE postal_act DROP COLUMN withdrawn_by, DROP COLUMN withdrawn_words;
ALTER TABLE print_job DROP COLUMN scan_taken_back_at;
ALTER TABLE posting_receipt DROP CONSTRAINT posting_receipt_once, DROP COLUMN hand_over_id,
  ADD CONSTRAINT posting_receipt_batch_id_sha256_key UNIQUE (batch_id, sha256);
INSERT INTO staff (id, email, family_name, first_names, roles, webauthn_handle, language, created_at)
  VALUES ('stf_1', 'desk@example.be', 'Maes', 'An', '{postal_operator}', 'h', 'nl', '2026-11-01');
INSERT INTO print_batch (id, printer, state, made_by, made_at, letters)
  SELECT b, 'own', 'printed', 'stf_1', '2026-11-02', 3 FROM unnest('{bat_1,bat_2}'::text[]) b;
INSERT INTO postal_act (id, kind, batch_id, staff_id, acted_at, details, withdrawn_at, done_at) VALUES
  ('pac_0', 'handed_over', 'bat_1', 'stf_1', '2026-11-03 08:00Z', NULL, '2026-11-03 08:10Z', NULL),
  ('pac_1', 'handed_over', 'bat_1', 'stf_1', '2026-11-03 09:00Z', '{"receipt_sha256":"named"}', NULL, '2026-11-03 09:01Z'),
  ('pac_2', 'handed_over', 'bat_1', 'stf_1', '2026-11-05 09:00Z', NULL, NULL, '2026-11-05 09:01Z'),
  ('pac_3', 'carrier_statement', 'bat_1', 'stf_1', '2026-11-04 09:00Z', '{"outcome":"accepted","receipt_sha256":"late"}', NULL, NULL),
  ('pac_4', 'carrier_statement', 'bat_1', 'stf_1', '2026-11-06 09:00Z', '{"outcome":"accepted","receipt_sha256":"last"}', NULL, '2026-11-06 09:01Z');
INSERT INTO posting_receipt (id, batch_id, sha256, media_type, bytes, uploaded_by, uploaded_at) VALUES
  ('rcp_1', 'bat_1', 'named', 'image/png', 'x', 'stf_1', '2026-11-03 07:00Z'),
  ('rcp_2', 'bat_1', 'blurred', 'image/png', 'x', 'stf_1', '2026-11-03 06:59Z'),
  ('rcp_3', 'bat_1', 'late', 'image/png', 'x', 'stf_1', '2026-11-04 09:00Z'),
  ('rcp_4', 'bat_1', 'last', 'image/png', 'x', 'stf_1', '2026-11-06 09:00Z'),
  ('rcp_5', 'bat_2', 'named', 'image/png', 'x', 'stf_1', '2026-11-06 09:00Z');`;

test("receipts that were there before belong to the hand-over that they were for", async () => {
  await owner.query("BEGIN");
  await owner.query(BEFORE);
  await owner.query(deposits);
  const receipts = await owner.query<{ id: string; act: string | null }>(
    "SELECT id, hand_over_id AS act FROM posting_receipt ORDER BY id",
  );
  expect(receipts.rows.map(({ id, act }) => [id, act])).toEqual([
    ["rcp_1", "pac_1"],
    ["rcp_2", "pac_1"],
    ["rcp_3", "pac_1"],
    ["rcp_4", "pac_2"],
    ["rcp_5", null],
  ]);
  const acts = await owner.query(
    "SELECT id, details ->> 'hand_over' AS deposit FROM postal_act WHERE kind = 'carrier_statement' ORDER BY id",
  );
  // What is carried out already stays as it was written.
  expect(acts.rows).toEqual([
    { id: "pac_3", deposit: "pac_1" },
    { id: "pac_4", deposit: null },
  ]);
  await owner.query("ROLLBACK");
});

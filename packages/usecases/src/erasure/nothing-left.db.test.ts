import { randomBytes } from "node:crypto";
import { type Queryable, sql } from "@posthorn/db";
import { createLetterBench, createVerbBench, TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listDeliveries } from "../delivery/list-deliveries.ts";
import { showDelivery } from "../delivery/show-delivery.ts";
import { begins, createErasing, type Erasing, NELE } from "./erasing.test-support.ts";

let bench: VerbBench;
let erasing: Erasing;
beforeAll(async () => {
  bench = await createVerbBench();
  erasing = await createErasing(bench);
  await erasing.run`INSERT INTO staff (id, email, family_name, first_names, roles, webauthn_handle, language, created_at)
    VALUES ('stf_ERASER', 'officer@example.be', 'Maes', 'An', '{privacy_officer}', 'h', 'nl', clock.now())`;
});
afterAll(() => bench.close());

const WORD = "kanarie";
const ADDRESSEE = {
  email: "kanarie.jan@example.be",
  mobile: "+32470999123",
  name: "Kanarieman",
  first_names: "Jankanarie",
  postal_address: {
    street: "Kanariestraat",
    number: "7",
    postcode: "9000",
    town: "Kanariegem",
    country: "BE",
  },
  language: "nl",
  addressee_consent: { basis: "clause", words: "kanarie stemde toe" },
};
const SETS_OF_DELIVERIES = [
  "addressee",
  "uncollected_content",
  "unregistered_content",
  "registered_content",
  "evidence",
] as const;

/** A delivery with a row in each table that something of it can stand in, each with a word to be found again. */
async function plantAll(): Promise<{ readonly id: string; readonly messageId: string }> {
  const letters = createLetterBench(bench);
  const { deliveryId: id, messageId } = await letters.send({
    addressees: [ADDRESSEE],
    options: { postal_fallback: true },
  });
  const account = TEST_SENDER.accountId;
  await erasing.run`UPDATE delivery SET identification = '{"birth_date":"kanarie"}', attention_of = 'kanarie', collector = '{"name":"kanarie"}' WHERE id = ${id}`;
  await erasing.run`UPDATE message SET subject = 'kanarie' WHERE id = ${messageId}`;
  await erasing.run`UPDATE notice SET mail_answer = '550 kanarie', sms_answer = 'kanarie' WHERE delivery_id = ${id}`;
  await erasing.run`INSERT INTO code_challenge (id, delivery_id, created_at, expires_at, email_secret, sms_secret, email, mobile, language)
    VALUES ('chl_1', ${id}, clock.now(), clock.now() + interval '400 years', 'kanarie', 'kanarie', 'kanarie@b.be', '+32470999123', 'nl')`;
  await erasing.run`INSERT INTO collect_session (token_hash, delivery_id, link_generation, authentication, collector, started_at, expires_at)
    VALUES ('h', ${id}, 1, '{"name":"kanarie"}', '{"name":"kanarie"}', clock.now(), clock.now())`;
  await erasing.run`INSERT INTO identification_attempt (id, service, purpose, method, delivery_id, browser_hash, state_hash, nonce, code_verifier, language, created_at, expires_at, answer)
    VALUES ('att_1', 'collect', 'collect', 'itsme', ${id}, 'b', 's', 'n', 'kanarie', 'nl', clock.now(), clock.now(), 'kanarie')`;
  await erasing.run`INSERT INTO identification_record (id, delivery_id, purpose, method, issuer, identified_at, commitment, commitment_key, sealed, key_version, kept_at)
    VALUES ('idr_1', ${id}, 'collect', 'itsme', 'itsme', clock.now(), repeat('0', 64), ${randomBytes(32)}, 'kanarie', 1, clock.now())`;
  await erasing.run`INSERT INTO identification_record_opening (record_id, staff_id, reason, opened_at) VALUES ('idr_1', 'stf_ERASER', 'court', clock.now())`;
  await erasing.run`INSERT INTO identification_mismatch VALUES ('mis_1', ${id}, ${account}, clock.now(), 'itsme', 'name', 'kanarie', 1)`;
  await erasing.run`INSERT INTO inbox_entry VALUES (${id}, ${NELE.personId}, ${NELE.accountId}, 'notice', clock.now(), clock.now())`;
  await erasing.run`INSERT INTO print_batch (id, printer, state, made_by, made_at, letters) VALUES ('btc_1', 'p', 'handed_over', 'stf_ERASER', clock.now(), 1)`;
  await erasing.run`INSERT INTO print_job (id, batch_id, ordinal, delivery_id, account_id, state, ended_words, address, barcode, blob_id, wrapped_key, file_falls_at)
    VALUES ('job_1', 'btc_1', 1, ${id}, ${account}, 'posted', 'kanarie', '{kanarie}', '0123', 'blb_print', 'kanarie', clock.now())`;
  await erasing.run`INSERT INTO postal_act (id, kind, batch_id, job_id, delivery_id, staff_id, acted_at, reason, details)
    VALUES ('act_1', 'fell_out', 'btc_1', 'job_1', ${id}, 'stf_ERASER', clock.now(), 'kanarie', '{"words":"kanarie"}'),
      ('act_2', 'handed_over', 'btc_1', NULL, NULL, 'stf_ERASER', clock.now(), 'kanarie', NULL)`;
  await erasing.run`INSERT INTO posting_receipt VALUES ('rcp_1', 'btc_1', 'x', 'image/png', 'kanarie', 'stf_ERASER', clock.now())`;
  await erasing.run`INSERT INTO carrier_report (job_id, delivery_id, event_key, outcome, words, source, raw, media_type, received_at, booked_at)
    VALUES ('job_1', ${id}, 'k', 'delivered', 'kanarie', 'bpost', 'kanarie', 'text/plain', clock.now(), clock.now())`;
  await erasing.run`INSERT INTO proof (delivery_id, account_id, kind, language, up_to_seq, wanted_at, pdf, page)
    VALUES (${id}, ${account}, 'proof_of_submission', 'nl', 1, clock.now(), 'kanarie', 'kanarie')`;
  await erasing.run`INSERT INTO message_proof (message_id, account_id, language, wanted_at, pdf, page) VALUES (${messageId}, ${account}, 'nl', clock.now(), 'kanarie', 'kanarie')`;
  await erasing.run`INSERT INTO archive_timer SELECT 'proof', id::text, clock.now() FROM proof WHERE delivery_id = ${id}`;
  await erasing.run`INSERT INTO archive_timer VALUES ('message_proof', ${`${messageId} nl`}, clock.now())`;
  await erasing.run`INSERT INTO archive_timer SELECT 'seal', id, clock.now() FROM evidence_record WHERE delivery_id = ${id}`;
  await erasing.run`INSERT INTO evidence_seal (record_id, account_id, delivery_id, xml, certificate_sha256, sealed_at)
    SELECT id, account_id, delivery_id, '<kanarie/>', 'x', clock.now() FROM evidence_record WHERE delivery_id = ${id}`;
  await erasing.run`INSERT INTO log_entry SELECT (SELECT count(*) FROM log_entry) + seq, id, leaf, clock.now() FROM evidence_record WHERE delivery_id = ${id}`;
  await erasing.run`INSERT INTO bundle (delivery_id, account_id, for_side, language, up_to_seq, wanted_at, file) VALUES (${id}, ${account}, 'sender', 'nl', 1, clock.now(), 'kanarie')`;
  await erasing.run`INSERT INTO errand (id, delivery_id, kind, occasion, created_at) VALUES ('err_1', ${id}, 'final', 'kanarie', clock.now()) ON CONFLICT DO NOTHING`;
  await erasing.run`INSERT INTO rectification_note (id, delivery_id, words, noted_by, noted_at) VALUES ('rec_1', ${id}, 'kanarie', 'stf_ERASER', clock.now())`;
  return { id, messageId };
}

/** Every column of every table that shows a word, as text or as octets. */
async function columnsWith(words: readonly string[]): Promise<readonly string[]> {
  const tables = await erasing.rows<{ name: string; columns: readonly string[] }>`
    SELECT c.oid::regclass::text AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relkind = 'r' AND c.relnamespace::regnamespace::text NOT IN ('pg_catalog','information_schema') GROUP BY c.oid`;
  const found: string[] = [];
  for (const { name, columns } of tables) {
    const { rows } = await sql<Record<string, string | null>>`SELECT ${sql.join(
      columns.map((column) => sql`${sql.ref(column)}::text AS ${sql.ref(column)}`),
    )} FROM ${sql.raw(name)}`.execute(bench.context("owner").db);
    for (const column of columns)
      if (rows.some((row) => holds(row[column] ?? "", words))) found.push(`${name}.${column}`);
  }
  return found;
}

function holds(value: string, words: readonly string[]): boolean {
  const lower = value.toLowerCase();
  return words.some(
    (word) => lower.includes(word.toLowerCase()) || lower.includes(Buffer.from(word).toString("hex")),
  );
}

describe("one delivery with everything", () => {
  let id = "";
  let messageId = "";
  const words = () => [WORD, ADDRESSEE.email, ADDRESSEE.mobile, ADDRESSEE.name];

  beforeAll(async () => {
    ({ id, messageId } = await plantAll());
    await erasing.run`UPDATE delivery SET state = 'collected', final_at = '2027-01-01T10:00:00Z', chain_closed = true WHERE id = ${id}`;
  });

  test("the planner keeps no sums of a column that says something of a person", async () => {
    const columns = await columnsWith(words());
    expect(columns.length).toBeGreaterThan(40);
    const open = await erasing.rows<{ column: string }>`
      SELECT a.attrelid::regclass::text || '.' || a.attname AS column FROM pg_attribute a
        WHERE a.attrelid::regclass::text || '.' || a.attname = ANY (${[...columns]}::text[]) AND a.attstattarget IS DISTINCT FROM 0`;
    // Words of consent are the ledger's, of another rule; a noted correction is the privacy desk's.
    expect(open.map((row) => row.column).filter((column) => !OF_OTHER_RULES.includes(column))).toEqual([]);
  });

  test("R7 of the addressee only what evidence, its files and the log of identification hold is left", async () => {
    await erasing.standAt(begins("2027-03-03"));
    expect(await erasing.erase("addressee", [id])).toEqual([id]);
    // Until his key falls, the same night, he can still identify himself.
    expect(await erasing.rows`SELECT name, street FROM delivery WHERE id = ${id}`).toEqual([
      { name: ADDRESSEE.name, street: null },
    ]);
    expect(await erasing.erase("unregistered_content", [id])).toEqual([id]);
    const left = await columnsWith([ADDRESSEE.email, ADDRESSEE.mobile, ADDRESSEE.name, "Kanariestraat"]);
    expect(left.filter((column) => !OF_OTHER_RULES.includes(column)).toSorted()).toEqual([
      "evidence_artifact.bytes",
      "evidence_record.canonical",
    ]);
    const row =
      await erasing.rows`SELECT name, email, mobile, street, identification, consent FROM delivery WHERE id = ${id}`;
    expect(row).toEqual([
      {
        name: "",
        email: "",
        mobile: null,
        street: null,
        identification: null,
        consent: { basis: "none_stated" },
      },
    ]);
  });

  test("R9 after 24 months nothing of it is left in any table; its leaves stay in the log without a name", async () => {
    await erasing.standAt(begins("2029-01-02"));
    const leaves = await erasing.rows<{
      leaf: Buffer;
    }>`SELECT leaf FROM evidence_record WHERE delivery_id = ${id} ORDER BY seq`;
    expect(await erasing.erase("evidence", [id])).toEqual([id]);
    const left = await columnsWith(words());
    expect(left.filter((column) => !OF_OTHER_RULES.includes(column))).toEqual([]);
    // Ledger (R10), journal, leaves for the receipt, and the queue's hints name the delivery by its id alone.
    const named = (await columnsWith([id, messageId])).filter(
      (column) => !column.startsWith("graphile_worker."),
    );
    expect(named.toSorted()).toEqual([
      "credit_entry.delivery_id",
      "erasure_journal.subject_id",
      "erasure_leaf.delivery_id",
    ]);
    const log = await erasing.rows<{
      record_id: string | null;
      leaf: Buffer;
    }>`SELECT record_id, leaf FROM log_entry ORDER BY index`;
    expect(log.map((row) => row.record_id)).toEqual(leaves.map(() => null));
    expect(log.map((row) => row.leaf.toString("hex"))).toEqual(leaves.map((row) => row.leaf.toString("hex")));
    const blobs = await erasing.rows<{ blob_id: string }>`SELECT blob_id FROM blob_removal`;
    expect(blobs.map((row) => row.blob_id)).toContain("blb_print");
    // The text, and how it looks on paper.
    expect(blobs).toHaveLength(3);
  });

  test("R9 nobody else takes a name out of the log, and nobody at all a leaf", async () => {
    await erasing.run`INSERT INTO log_entry VALUES (1000, 'evd_x', ${randomBytes(32)}, clock.now())`;
    await expect(erasing.run`UPDATE log_entry SET record_id = NULL WHERE index = 1000`).rejects.toThrow(
      "insert only",
    );
    const asErasing = (text: string) =>
      bench
        .context("owner")
        .db.transaction()
        .execute(async (trx) => {
          await sql`SET LOCAL ROLE posthorn_erasure`.execute(trx);
          await sql.raw(text).execute(trx);
        });
    await expect(asErasing("DELETE FROM log_entry WHERE index = 1000")).rejects.toThrow("insert only");
    await expect(
      asErasing("UPDATE log_entry SET record_id = NULL, leaf = '' WHERE index = 1000"),
    ).rejects.toThrow();
    await expect(
      asErasing("UPDATE log_entry SET record_id = NULL WHERE index = 1000"),
    ).resolves.toBeUndefined();
  });
});

const OF_OTHER_RULES = [
  // R13.
  "addressee_consent.email",
  "addressee_consent.email_key",
  "addressee_consent.name",
  "addressee_consent.first_names",
  "addressee_consent.sort_name",
  "addressee_consent.words",
  // Noted by the privacy desk (R9), in a table of its own.
  "rectification_note.words",
];

test("R9 a message and a batch stay until their last delivery goes", async () => {
  await erasing.standAt(begins("2027-06-01"));
  const at = Temporal.Instant.from("2027-01-01T10:00:00Z");
  const { messageId, deliveryIds } = await erasing.final({ at, count: 2 });
  const [first = "", second = ""] = deliveryIds;
  await erasing.run`INSERT INTO print_batch (id, printer, state, made_by, made_at, letters) VALUES ('btc_2', 'p', 'closed', 'stf_ERASER', clock.now(), 2)`;
  for (const [n, id] of deliveryIds.entries())
    await erasing.run`INSERT INTO print_job (id, batch_id, ordinal, delivery_id, account_id, state) VALUES (${`job_b${n}`}, 'btc_2', ${n}, ${id}, ${TEST_SENDER.accountId}, 'posted')`;
  await erasing.standAt(begins("2029-01-02"));
  const kept = async () =>
    (
      await erasing.rows`SELECT (SELECT count(*)::int FROM message WHERE id = ${messageId}) AS message, (SELECT count(*)::int FROM print_batch WHERE id = 'btc_2') AS batch`
    )[0];
  await erasing.erase("evidence", [first]);
  expect(await kept()).toEqual({ message: 1, batch: 1 });
  await erasing.erase("evidence", [second]);
  expect(await kept()).toEqual({ message: 0, batch: 0 });
});

test("R7 by what a registered addressee who collected identifies himself stays until his key falls, for him alone", async () => {
  const at = Temporal.Instant.from("2027-01-01T10:00:00Z");
  await erasing.standAt(begins("2027-03-03"));
  const { deliveryIds } = await erasing.final({ at, registered: true });
  const [id = ""] = deliveryIds;
  expect(await erasing.erase("addressee", [id])).toEqual([id]);
  const row = () => erasing.rows`SELECT name, email <> '' AS mail, street FROM delivery WHERE id = ${id}`;
  expect(await row()).toEqual([{ name: "Peeters", mail: true, street: null }]);
  const reader = { accountId: TEST_SENDER.accountId, memberId: TEST_SENDER.memberId };
  const view = await showDelivery(bench.context("portal"), reader, id);
  expect(view.addressee).toBeNull();
  const found = (await listDeliveries(bench.context("portal"), reader, { words: "Peeters" })).lines;
  expect(found.map((line) => line.id)).not.toContain(id);
  await erasing.standAt(begins("2028-01-03"));
  expect(await erasing.erase("registered_content", [id])).toEqual([id]);
  expect(await row()).toEqual([{ name: "", mail: false, street: null }]);
});

describe("at the same time", () => {
  const at = Temporal.Instant.from("2027-01-01T10:00:00Z");

  test("R9, R7 erasing waits for no collection of the same message, and leaves alone what is being worked on", async () => {
    await erasing.standAt(begins("2029-06-01"));
    const { messageId, deliveryIds } = await erasing.final({ at, count: 3 });
    const [gone = "", running = "", waiting = ""] = deliveryIds;
    await erasing.run`UPDATE delivery SET state = 'notified', final_at = NULL WHERE id IN (${running}, ${waiting})`;
    await bench
      .context("worker")
      .db.transaction()
      .execute(async (trx) => {
        await sql`SELECT FROM delivery WHERE id = ${running} FOR UPDATE`.execute(trx);
        await sql`UPDATE delivery SET state = 'collected', final_at = clock.now(), collected_at = clock.now() WHERE id = ${running}`.execute(
          trx,
        );
        expect(await erasing.erase("addressee", [gone, running])).toEqual([gone]);
        expect(await erasing.erase("unregistered_content", [gone, running])).toEqual([gone]);
      });
    expect(await erasing.erase("evidence", [gone, running])).toEqual([gone]);
    const left = await erasing.rows`SELECT d.id, d.state, w.holder FROM delivery d
      LEFT JOIN key_wrap w ON w.message_id = d.message_id AND w.holder = d.id WHERE d.message_id = ${messageId} ORDER BY d.ordinal`;
    expect(left).toEqual([
      { id: running, state: "collected", holder: running },
      { id: waiting, state: "notified", holder: waiting },
    ]);
  });

  test.each(SETS_OF_DELIVERIES)("two erasers of %s take each delivery once", async (set) => {
    await erasing.standAt(begins("2027-02-01"));
    const ids: string[] = [];
    const uncollected = set === "uncollected_content";
    if (uncollected) await erasing.hold("account", TEST_SENDER.accountId);
    for (let n = 0; n < 3; n += 1) {
      const made = await erasing.final({
        at,
        count: 4,
        registered: set === "registered_content",
        state: uncollected ? "refused" : "collected",
      });
      ids.push(...made.deliveryIds);
    }
    await erasing.lift();
    await erasing.standAt(begins("2029-06-01"));
    const took = (await Promise.all([1, 2, 3, 4].map(() => erasing.erase(set, ids)))).flat();
    expect(took.toSorted()).toEqual(ids.toSorted());
    const noted = await erasing.rows<{
      n: number;
    }>`SELECT count(*)::int AS n FROM erasure_journal WHERE kind = ${set} AND subject_id = ANY (${ids}::text[])`;
    expect(noted).toEqual([{ n: ids.length }]);
  });

  test("R9 two erasers of a message's two last deliveries: one of them takes the message along", async () => {
    for (let n = 0; n < 10; n += 1) {
      await erasing.standAt(begins("2029-06-01"));
      const { messageId, deliveryIds } = await erasing.final({ at, count: 2 });
      await Promise.all(deliveryIds.map((id) => erasing.erase("evidence", [id])));
      expect(await erasing.rows`SELECT id FROM message WHERE id = ${messageId}`).toEqual([]);
    }
  });

  test("R8.sender two deliveries that become final at once: the sender's days begin all the same", async () => {
    for (let n = 0; n < 10; n += 1) {
      const { messageId, deliveryIds } = await erasing.final({ at, count: 2 });
      await erasing.run`UPDATE delivery SET final_at = NULL WHERE message_id = ${messageId}`;
      await erasing.run`UPDATE message SET final_at = NULL, content_falls_on = NULL WHERE id = ${messageId}`;
      await Promise.all(
        deliveryIds.map(
          (id) => erasing.run`UPDATE delivery SET final_at = ${at}::timestamptz WHERE id = ${id}`,
        ),
      );
      expect(
        await erasing.rows`SELECT content_falls_on::text AS d FROM message WHERE id = ${messageId}`,
      ).toEqual([{ d: "2028-01-02" }]);
    }
  });
});

test("whatever is due is found and erased by index, the checks of references too", async () => {
  await erasing.standAt(begins("2027-02-01"));
  const at = Temporal.Instant.from("2027-01-01T10:00:00Z");
  const { messageId, deliveryIds } = await erasing.final({ at, count: 2 });
  const [id = ""] = deliveryIds;
  await erasing.run`INSERT INTO print_batch (id, printer, state, made_by, made_at, letters) VALUES ('btc_3', 'p', 'closed', 'stf_ERASER', clock.now(), 1)`;
  await erasing.run`INSERT INTO print_job (id, batch_id, ordinal, delivery_id, account_id, state, blob_id, file_falls_at)
    VALUES ('job_3', 'btc_3', 1, ${id}, ${TEST_SENDER.accountId}, 'posted', 'blb_3', clock.now())`;
  await erasing.run`INSERT INTO draft (id, account_id, member_id, wrapped_key, created_at, updated_at)
    VALUES ('dft_3', ${TEST_SENDER.accountId}, ${TEST_SENDER.memberId}, 'x', ${at}::timestamptz, ${at}::timestamptz)`;
  await erasing.run`INSERT INTO refused_submission VALUES ('rfs_3', ${TEST_SENDER.accountId}, ${at}::timestamptz, 'x')`;
  await erasing.run`INSERT INTO code_challenge (id, delivery_id, created_at, expires_at, email_secret, sms_secret, email, mobile, language)
    VALUES ('chl_3', ${id}, ${at}::timestamptz, ${at}::timestamptz, 'x', 'x', 'a@b.be', '+32470000000', 'nl')`;
  await erasing.run`INSERT INTO raw_arrival (kind, arrived_at, body) VALUES ('mail', ${at}::timestamptz, 'x')`;
  await erasing.standAt(begins("2029-06-01"));
  const day = "2029-06-01";
  const subjects: Readonly<Record<string, readonly string[]>> = {
    code_challenge: ["chl_3"],
    addressee: deliveryIds,
    print_file: ["job_3"],
    uncollected_content: deliveryIds,
    unregistered_content: deliveryIds,
    registered_content: deliveryIds,
    sender_content: [messageId],
    draft: ["dft_3"],
    refused_submission: ["rfs_3"],
    idempotency: [day],
    raw_arrival: [day],
    collect_session: [day],
    evidence: deliveryIds,
  };
  const scanned = await bench
    .context("owner")
    .db.transaction()
    .execute(async (trx) => {
      // Small tables are read whole unless that is out of the question: what is read whole now has no index for it.
      await sql`SET LOCAL enable_seqscan = off`.execute(trx);
      // What this connection has planned before, it planned without that.
      await sql`DISCARD PLANS`.execute(trx);
      const found: string[] = [];
      let before = await scans(trx);
      const look = async (what: string) => {
        const after = await scans(trx);
        for (const [table, n] of after) if (n > (before.get(table) ?? 0)) found.push(`${what}: ${table}`);
        before = after;
      };
      for (const [set, ids] of Object.entries(subjects)) {
        await sql`SELECT * FROM ${sql.raw(`retention.due_${set}`)}(${day}::date, NULL, 100)`.execute(trx);
        await look(`due_${set}`);
        await sql`SELECT ${sql.raw(`retention.erase_${set}`)}(${[...ids]}::text[])`.execute(trx);
        await look(`erase_${set}`);
      }
      return found;
    });
  expect(scanned).toEqual([]);
  expect(await erasing.rows`SELECT id FROM message WHERE id = ${messageId}`).toEqual([]);
});

/** How often each table was read whole by this connection, as far as it has not told yet. */
async function scans(trx: Queryable): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ relname: string; n: number }>`
    SELECT relname, seq_scan::int AS n FROM pg_stat_xact_user_tables WHERE seq_scan > 0`.execute(trx);
  return new Map(rows.map((row) => [row.relname, row.n]));
}

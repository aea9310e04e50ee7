import { randomBytes } from "node:crypto";
import { sql } from "@posthorn/db";
import { createVerbBench, TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  begins,
  createErasing,
  type Erasing,
  NELE,
  type DayCase,
  expectItsDay,
  type Plant,
} from "./erasing.test-support.ts";

let bench: VerbBench;
let erasing: Erasing;
beforeAll(async () => {
  bench = await createVerbBench();
  erasing = await createErasing(bench);
  await erasing.run`INSERT INTO staff (id, email, family_name, first_names, roles, webauthn_handle, language, created_at)
    VALUES ('stf_ERASER', 'officer@example.be', 'Maes', 'An', '{privacy_officer}', 'h', 'nl', clock.now())`;
});
afterAll(() => bench.close());

const name = () => randomBytes(8).toString("hex");
const delivery =
  (given: { state?: string; registered?: boolean } = {}): Plant =>
  async (at) =>
    (await erasing.final({ at, ...given })).deliveryIds[0] ?? "";

/** Each with the day of its trigger (the instant says which day that is in Brussels) and the last day on which it is kept. */
const CASES: readonly DayCase[] = [
  {
    rule: "R9",
    set: "evidence",
    what: "evidence falls on the day after 24 months",
    plant: delivery(),
    days: [
      ["2027-01-15T10:00:00Z", "2029-01-15"],
      // The 29th of February, and the end of a month.
      ["2028-02-29T10:00:00Z", "2030-02-28"],
      ["2027-08-31T21:59:59Z", "2029-08-31"],
      // Half an hour past midnight in Brussels: the first day of summer time, and the last.
      ["2027-03-27T23:30:00Z", "2029-03-28"],
      ["2027-10-30T22:30:00Z", "2029-10-31"],
    ],
  },
  {
    rule: "R9",
    set: "refused_submission",
    what: "a refused submission falls on the day after 24 months",
    plant: async (at) => {
      const id = `rfs_${name()}`;
      await erasing.run`INSERT INTO refused_submission VALUES (${id}, ${TEST_SENDER.accountId}, ${at}::timestamptz, 'attachment_is_a_program')`;
      await erasing.run`INSERT INTO evidence_record (id, refusal_id, account_id, seq, type, event_at, recorded_at, canonical, random, leaf)
        VALUES (${`evd_${id}`}, ${id}, ${TEST_SENDER.accountId}, 1, 'SubmissionRejection', ${at}::timestamptz, ${at}::timestamptz, '{}', ${randomBytes(32)}, ${randomBytes(32)})`;
      return id;
    },
    days: [["2028-02-29T10:00:00Z", "2030-02-28"]],
  },
  {
    rule: "R7",
    set: "addressee",
    what: "the addressee's data fall on the day after 60 days",
    plant: delivery({ state: "expired" }),
    days: [
      ["2027-01-28T10:00:00Z", "2027-03-29"],
      ["2027-09-01T22:30:00Z", "2027-11-01"],
    ],
  },
  {
    rule: "R8.unregistered",
    set: "unregistered_content",
    what: "the key of an addressee without account falls on the day after 60 days",
    plant: delivery(),
    days: [
      ["2027-01-28T10:00:00Z", "2027-03-29"],
      ["2027-12-31T22:59:59Z", "2028-02-29"],
    ],
  },
  {
    rule: "R8.registered",
    set: "registered_content",
    what: "the key of a registered addressee falls on the day after his account's 365 days",
    plant: delivery({ registered: true }),
    days: [["2027-02-28T10:00:00Z", "2028-02-28"]],
  },
  {
    rule: "R8.sender",
    set: "sender_content",
    what: "the sender's key falls on the day after the message's 365 days",
    plant: async (at) => (await erasing.final({ at })).messageId,
    days: [
      ["2027-02-28T10:00:00Z", "2028-02-28"],
      ["2027-03-27T23:30:00Z", "2028-03-27"],
    ],
  },
  {
    rule: "R15.drafts",
    set: "draft",
    what: "a draft falls on the day after 90 days without a change",
    plant: async (at) => {
      const id = `dft_${name()}`;
      await erasing.run`INSERT INTO draft (id, account_id, member_id, sealed_form, wrapped_key, created_at, updated_at)
        VALUES (${id}, ${TEST_SENDER.accountId}, ${TEST_SENDER.memberId}, 'x', 'x', ${at}::timestamptz, ${at}::timestamptz)`;
      await erasing.run`INSERT INTO upload (id, account_id, draft_id, blob_id, name, media_type, size, sha256, created_at)
        VALUES (${`upl_${id}`}, ${TEST_SENDER.accountId}, ${id}, ${`blb_${id}`}, 'a.pdf', 'application/pdf', 1, 'x', ${at}::timestamptz)`;
      await erasing.run`INSERT INTO draft_rendition (id, account_id, draft_id, upload_id, source_sha256, blob_id, made_at)
        VALUES (${`rnd_${id}`}, ${TEST_SENDER.accountId}, ${id}, ${`upl_${id}`}, 'x', ${`blb_r${id}`}, ${at}::timestamptz)`;
      return id;
    },
    days: [["2027-01-01T10:00:00Z", "2027-04-01"]],
  },
];

describe.each(CASES)("$rule $what", (one) => {
  const { rule, days } = one;
  test.each(days)(`${rule}, from %s: kept through %s, and gone the day after`, (trigger, lastDay) =>
    expectItsDay(erasing, one, [trigger, lastDay]),
  );
});

test("R15.drafts a draft takes its uploads and renditions along, their files too; what was sent keeps its own", async () => {
  await erasing.standAt(begins("2030-06-01"));
  await erasing.run`INSERT INTO draft (id, account_id, member_id, wrapped_key, created_at, updated_at, message_id)
    VALUES ('dft_sent', ${TEST_SENDER.accountId}, ${TEST_SENDER.memberId}, '', '2030-01-01', '2030-01-01', 'msg_x')`;
  expect(await erasing.erase("draft", ["dft_sent"])).toEqual(["dft_sent"]);
  const left = await erasing.rows<{
    n: number;
  }>`SELECT (SELECT count(*) FROM upload WHERE id LIKE 'upl_dft%')::int AS n`;
  expect(left).toEqual([{ n: 0 }]);
  const blobs = await erasing.rows<{
    n: number;
  }>`SELECT count(*)::int AS n FROM blob_removal WHERE blob_id LIKE 'blb_%dft_%'`;
  expect(blobs).toEqual([{ n: 2 }]);
});

describe("sets of a day", () => {
  test.each([
    [
      "R16",
      "idempotency",
      "2027-02-26T10:00:00Z",
      "2027-03-28",
      () =>
        erasing.run`INSERT INTO idempotency SELECT ${TEST_SENDER.accountId}, 'k' || i, 'h', 'msg_1', '2027-02-26T10:00:00Z' FROM generate_series(1, 12000) i`,
    ],
    [
      "R16",
      "raw_arrival",
      "2027-09-30T22:30:00Z",
      "2027-10-31",
      () =>
        erasing.run`INSERT INTO raw_arrival (kind, arrived_at, body) SELECT 'mail', '2027-09-30T22:30:00Z', 'x' FROM generate_series(1, 12000)`,
    ],
    [
      "R17",
      "collect_session",
      "2027-01-01T10:00:00Z",
      "2027-04-01",
      async () => {
        const { deliveryIds } = await erasing.final({ at: Temporal.Instant.from("2027-01-01T10:00:00Z") });
        await erasing.run`INSERT INTO collect_session (token_hash, delivery_id, link_generation, authentication, started_at, expires_at)
          SELECT 'h' || i, ${deliveryIds[0]}, 1, '{}', '2027-01-01', '2027-01-01T10:00:00Z' FROM generate_series(1, 12000) i`;
      },
    ],
  ] as const)("%s %s falls by the day, ten thousand rows a call", async (rule, set, _, lastDay, plant) => {
    await plant();
    const last = Temporal.PlainDate.from(lastDay);
    const next = last.add({ days: 1 });
    const day = next.toString();
    const count = async () =>
      (await erasing.rows<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(set)}`)[0]?.n;
    await erasing.standAt(begins(day).subtract({ milliseconds: 1 }));
    expect(await erasing.due(set, last)).toEqual([]);
    expect(await erasing.erase(set, [day])).toEqual([]);
    expect(await count()).toBe(12_000);
    expect(await erasing.due(set, next)).toEqual([{ id: day, falls_on: day }]);
    await erasing.standAt(begins(day));
    expect(await erasing.erase(set, [day])).toEqual([]);
    expect(await count()).toBe(2000);
    expect(await erasing.erase(set, [day])).toEqual([day]);
    expect(await count()).toBe(0);
    expect(await erasing.rows`SELECT rule FROM erasure_journal WHERE kind = ${set}`).toEqual([{ rule }]);
  });
});

describe("periods of one account", () => {
  afterEach(async () => {
    await erasing.lift();
    await erasing.run`DELETE FROM retention_change`;
  });
  const own = (rule: string, kept: string, accountId: string = TEST_SENDER.accountId) =>
    erasing.run`INSERT INTO retention_change (id, rule, account_id, kept, reason, shorter, proposed_by, proposed_at, effective_at)
      VALUES (${`chg_${rule}`}, ${rule}, ${accountId}, ${kept}::interval, 'case', false, 'stf_ERASER', '2026-01-01', '2026-01-01')`;
  const keys = () =>
    erasing.rows<{ key: string }>`SELECT key FROM idempotency ORDER BY key`.then((rows) =>
      rows.map(({ key }) => key),
    );
  const plant = (key: string, accountId: string, at: string) =>
    erasing.run`INSERT INTO idempotency VALUES (${accountId}, ${key}, 'h', 'msg_1', ${at}::timestamptz)`;

  test("R16 keys against sending twice: a shorter period of one account ends its own, a longer one keeps them, also when a day is wiped again", async () => {
    await own("R16", "7 days");
    await plant("mine", TEST_SENDER.accountId, "2028-06-01T10:00:00Z");
    await plant("another's", NELE.accountId, "2028-06-01T10:00:00Z");
    await erasing.standAt(begins("2028-06-09").subtract({ milliseconds: 1 }));
    expect(await erasing.due("idempotency", Temporal.PlainDate.from("2028-06-08"))).toEqual([]);
    await erasing.erase("idempotency", ["2028-06-08"]);
    expect(await keys()).toHaveLength(2);
    await erasing.standAt(begins("2028-06-09"));
    expect(await erasing.due("idempotency", Temporal.PlainDate.from("2028-06-09"))).toEqual([
      { id: "2028-06-09", falls_on: "2028-06-09" },
    ]);
    await erasing.erase("idempotency", ["2028-06-09"]);
    expect(await keys()).toEqual(["another's"]);
    await plant("mine", TEST_SENDER.accountId, "2028-06-01T10:00:00Z");
    await erasing.run`UPDATE retention_change SET kept = '60 days'`;
    await erasing.standAt(begins("2028-07-02"));
    await erasing.run`SELECT retention.wipe_idempotency('{2028-07-02}')`;
    expect(await keys()).toEqual(["mine"]);
    await erasing.standAt(begins("2028-07-31"));
    await erasing.erase("idempotency", ["2028-07-31"]);
    expect(await keys()).toEqual(["mine"]);
    await erasing.standAt(begins("2028-08-01"));
    await erasing.erase("idempotency", ["2028-08-01"]);
    expect(await keys()).toEqual([]);
  });

  test("R16 what a hold names stays when its day is wiped again after a restore, and however much it is keeps nothing else", async () => {
    await erasing.run`INSERT INTO idempotency SELECT ${TEST_SENDER.accountId}, 'k' || i, 'h', 'msg_1', '2028-09-01T10:00:00Z' FROM generate_series(1, 10001) i`;
    await plant("later", NELE.accountId, "2028-09-01T11:00:00Z");
    await erasing.hold("account", TEST_SENDER.accountId);
    await erasing.standAt(begins("2028-10-02"));
    expect(await erasing.erase("idempotency", ["2028-10-02"])).toEqual([]);
    expect(await keys()).toHaveLength(10_001);
    await erasing.run`SELECT retention.wipe_idempotency('{2028-10-02}')`;
    expect(await keys()).toHaveLength(10_001);
    await erasing.lift();
    await erasing.run`SELECT retention.wipe_idempotency('{2028-10-02}')`;
    expect(await keys()).toEqual([]);
  });

  test("R17 sessions of addressees: the period of the account whose delivery it was", async () => {
    await own("R17", "30 days");
    const at = Temporal.Instant.from("2028-11-01T10:00:00Z");
    const [mine = ""] = (await erasing.final({ at })).deliveryIds;
    const other = await erasing.final({ at });
    await erasing.run`UPDATE delivery SET account_id = ${NELE.accountId} WHERE message_id = ${other.messageId}`;
    for (const id of [mine, ...other.deliveryIds])
      await erasing.run`INSERT INTO collect_session (token_hash, delivery_id, link_generation, authentication, started_at, expires_at)
        VALUES (${`own ${id}`}, ${id}, 1, '{}', ${at}::timestamptz, ${at}::timestamptz)`;
    const left = () => erasing.rows`SELECT delivery_id FROM collect_session WHERE token_hash LIKE 'own %'`;
    await erasing.standAt(begins("2028-12-02").subtract({ milliseconds: 1 }));
    await erasing.erase("collect_session", ["2028-12-01"]);
    expect(await left()).toHaveLength(2);
    await erasing.standAt(begins("2028-12-02"));
    await erasing.erase("collect_session", ["2028-12-02"]);
    expect(await left()).toEqual([{ delivery_id: other.deliveryIds[0] }]);
  });
});

test("R11 a one-time code falls 24 hours after it was used or has expired, to the millisecond", async () => {
  const { deliveryIds } = await erasing.final({ at: Temporal.Instant.from("2027-06-01T10:00:00Z") });
  const plant = (id: string, expires: string, used: string | null) =>
    erasing.run`INSERT INTO code_challenge (id, delivery_id, created_at, expires_at, email_secret, sms_secret, email, mobile, language, consumed_at)
      VALUES (${id}, ${deliveryIds[0]}, '2027-06-01T10:00:00Z', ${expires}::timestamptz, 'x', 'x', 'a@b.be', '+32470000000', 'nl', ${used}::timestamptz)`;
  await plant("chl_used", "2027-06-01T10:10:00Z", "2027-06-01T10:04:00Z");
  await plant("chl_expired", "2027-06-01T10:10:00Z", null);
  const today = Temporal.PlainDate.from("2027-06-02");
  const due = async () => (await erasing.due("code_challenge", today)).map((one) => one.id);
  const both = ["chl_used", "chl_expired"];
  await erasing.standAt(Temporal.Instant.from("2027-06-02T10:03:59.999Z"));
  expect(await due()).toEqual([]);
  expect(await erasing.erase("code_challenge", both)).toEqual([]);
  expect(await erasing.due("code_challenge", today.add({ days: 1 }))).toHaveLength(2);
  await erasing.standAt(Temporal.Instant.from("2027-06-02T10:04:00Z"));
  expect(await due()).toEqual(["chl_used"]);
  expect(await erasing.erase("code_challenge", both)).toEqual(["chl_used"]);
  await erasing.standAt(Temporal.Instant.from("2027-06-02T10:10:00Z"));
  expect(await erasing.erase("code_challenge", both)).toEqual(["chl_expired"]);
});

describe("R8.uncollected", () => {
  const at = Temporal.Instant.from("2027-06-01T10:00:00Z");
  const holders = (messageId: string) =>
    erasing.rows<{
      holder: string;
    }>`SELECT holder FROM key_wrap WHERE message_id = ${messageId} ORDER BY holder`;

  test.each(["refused", "expired", "unreachable", "post_failed"])(
    "R8.uncollected at %s the addressee's key goes in the same transaction, the sender keeps his",
    async (state) => {
      await erasing.standAt(at);
      const { messageId, deliveryIds } = await erasing.final({ at, state });
      expect(await holders(messageId)).toEqual([{ holder: "account" }]);
      const rows =
        await erasing.rows`SELECT content_erased_at IS NOT NULL AS gone FROM delivery WHERE id = ${deliveryIds[0]}`;
      expect(rows).toEqual([{ gone: true }]);
      expect(
        await erasing.rows`SELECT rule FROM erasure_journal WHERE subject_id = ${deliveryIds[0]}`,
      ).toEqual([{ rule: "R8.uncollected" }]);
    },
  );

  test("R8.uncollected a letter that was called back from the post keeps its key as long as a print file of it is left; R16 ends both on the 31st day", async () => {
    const { messageId, deliveryIds } = await erasing.final({ at, state: "post_returned" });
    const [id = ""] = deliveryIds;
    await erasing.run`UPDATE delivery SET posted_at = ${at}::timestamptz WHERE id = ${id}`;
    await erasing.run`INSERT INTO print_batch (id, printer, state, made_by, made_at, letters) VALUES ('btc_1', 'p', 'handed_over', 'stf_ERASER', ${at}::timestamptz, 1)`;
    await erasing.run`INSERT INTO print_job (id, batch_id, ordinal, delivery_id, account_id, state, blob_id, file_falls_at)
      VALUES ('job_1', 'btc_1', 1, ${id}, ${TEST_SENDER.accountId}, 'posted', 'blb_print', ${begins("2027-07-02")}::timestamptz)`;
    await erasing.standAt(begins("2027-07-02").subtract({ milliseconds: 1 }));
    const last = Temporal.PlainDate.from("2027-07-01");
    expect(await erasing.due("uncollected_content", last)).toEqual([]);
    expect(await erasing.erase("uncollected_content", [id])).toEqual([]);
    expect(await erasing.due("print_file", last)).toEqual([]);
    expect(await erasing.erase("print_file", ["job_1"])).toEqual([]);
    await erasing.hold("delivery", id);
    await erasing.standAt(begins("2027-07-02"));
    expect(await erasing.due("print_file", last.add({ days: 1 }))).toEqual([
      { id: "job_1", falls_on: "2027-07-02" },
    ]);
    expect(await erasing.erase("print_file", ["job_1"])).toEqual([]);
    await erasing.lift();
    expect(await erasing.erase("print_file", ["job_1"])).toEqual(["job_1"]);
    expect(await holders(messageId)).toEqual([{ holder: "account" }]);
    expect(await erasing.rows`SELECT blob_id FROM blob_removal WHERE blob_id = 'blb_print'`).toHaveLength(1);
  });

  test("R8.uncollected what a hold names keeps its key, and loses it when the hold is over", async () => {
    await erasing.standAt(at);
    await erasing.hold("account", TEST_SENDER.accountId);
    const { messageId, deliveryIds } = await erasing.final({ at, state: "refused" });
    expect(await holders(messageId)).toHaveLength(2);
    await erasing.lift();
    const today = Temporal.PlainDate.from("2027-06-01");
    expect(await erasing.due("uncollected_content", today)).toEqual([
      { id: deliveryIds[0], falls_on: "2027-06-01" },
    ]);
    expect(await erasing.erase("uncollected_content", deliveryIds)).toEqual(deliveryIds);
    expect(await holders(messageId)).toEqual([{ holder: "account" }]);
  });
});

test("R8.sender the days begin with the last delivery of the message; with the last key the files are listed", async () => {
  const at = Temporal.Instant.from("2027-06-01T10:00:00Z");
  const later = at.add({ hours: 240 });
  await erasing.standAt(later);
  const { messageId, deliveryIds } = await erasing.final({
    at,
    state: "refused",
    count: 2,
    retentionDays: 30,
  });
  await erasing.run`UPDATE delivery SET final_at = NULL WHERE id = ${deliveryIds[1]}`;
  await erasing.run`UPDATE message SET final_at = NULL, content_falls_on = NULL WHERE id = ${messageId}`;
  await erasing.run`UPDATE delivery SET final_at = ${at}::timestamptz WHERE id = ${deliveryIds[0]}`;
  const falls = async () =>
    (
      await erasing.rows<{
        d: string | null;
      }>`SELECT content_falls_on::text AS d FROM message WHERE id = ${messageId}`
    )[0]?.d;
  expect(await falls()).toBeNull();
  await erasing.run`UPDATE delivery SET final_at = ${later}::timestamptz WHERE id = ${deliveryIds[1]}`;
  expect(await falls()).toBe("2027-07-12");
  await erasing.standAt(begins("2027-07-12"));
  expect(await erasing.erase("sender_content", [messageId])).toEqual([messageId]);
  const blobs =
    await erasing.rows`SELECT p.blob_id FROM message_part p JOIN blob_removal b USING (blob_id) WHERE p.message_id = ${messageId}`;
  expect(blobs).toHaveLength(1);
});

test("R8.registered a setting that is changed counts for what he has, and no day is reckoned for who is not registered", async () => {
  const at = Temporal.Instant.from("2027-06-01T10:00:00Z");
  const { deliveryIds } = await erasing.final({ at, registered: true });
  const falls = async () =>
    (
      await erasing.rows<{
        d: string | null;
      }>`SELECT inbox_falls_on::text AS d FROM delivery WHERE id = ${deliveryIds[0]}`
    )[0]?.d;
  expect(await falls()).toBe("2028-06-01");
  await erasing.run`UPDATE account SET content_retention_days = 30 WHERE id = ${NELE.accountId}`;
  expect(await falls()).toBe("2027-07-02");
  await erasing.run`UPDATE account SET content_retention_days = 365 WHERE id = ${NELE.accountId}`;
});

describe("holds", () => {
  const at = Temporal.Instant.from("2027-06-01T10:00:00Z");
  const LATE = begins("2031-01-01");

  test.each(["delivery", "message", "account", "person"] as const)(
    "R9, R8, R7 whatever a hold on the %s names stays, and goes once it is lifted",
    async (scope) => {
      await erasing.standAt(LATE);
      const { messageId, deliveryIds } = await erasing.final({ at, registered: true });
      const [id = ""] = deliveryIds;
      await erasing.hold(
        scope,
        { delivery: id, message: messageId, account: TEST_SENDER.accountId, person: NELE.personId }[scope],
      );
      for (const set of ["addressee", "registered_content", "evidence"])
        expect(await erasing.erase(set, [id]), set).toEqual([]);
      // A hold on a person suspends what is his, not what the sender has.
      if (scope !== "person") expect(await erasing.erase("sender_content", [messageId])).toEqual([]);
      await erasing.lift();
      for (const set of ["addressee", "registered_content"])
        expect(await erasing.erase(set, [id]), set).toEqual([id]);
      expect(await erasing.erase("evidence", [id])).toEqual([id]);
      expect(await erasing.rows`SELECT id FROM message WHERE id = ${messageId}`).toEqual([]);
    },
  );

  test("R9 a hold that has ended by its date holds nothing", async () => {
    const { deliveryIds } = await erasing.final({ at });
    await erasing.hold("delivery", deliveryIds[0] ?? "");
    await erasing.run`UPDATE legal_hold SET ends_on = '2030-12-31'`;
    expect(await erasing.erase("evidence", deliveryIds)).toEqual(deliveryIds);
    await erasing.lift();
  });
});

test("R9, R7 due items come page by page, in the order in which they fell, each once", async () => {
  await erasing.standAt(begins("2027-06-01"));
  const ids: string[] = [];
  for (const day of ["03", "02", "01"]) {
    const { deliveryIds } = await erasing.final({
      at: Temporal.Instant.from(`2027-01-${day}T10:00:00Z`),
      state: "refused",
    });
    ids.unshift(...deliveryIds);
  }
  const today = Temporal.PlainDate.from("2027-06-01");
  const all = (await erasing.due("addressee", today)).map((one) => one.id).filter((id) => ids.includes(id));
  expect(all).toEqual(ids);
  const rest = (await erasing.due("addressee", today, ids[0])).map((one) => one.id);
  expect(rest).not.toContain(ids[0]);
  expect(rest).toContain(ids[1]);
});

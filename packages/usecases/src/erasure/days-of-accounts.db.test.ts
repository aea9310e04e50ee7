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
} from "./erasing.test-support.ts";

let bench: VerbBench;
let erasing: Erasing;
beforeAll(async () => {
  bench = await createVerbBench();
  erasing = await createErasing(bench);
  await erasing.run`INSERT INTO staff (id, email, family_name, first_names, roles, webauthn_handle, language, created_at)
    VALUES ('stf_ERASER', 'officer@example.be', 'Maes', 'An', '{privacy_officer}', 'h', 'nl', clock.now())`;
});
afterEach(() => erasing.run`DELETE FROM legal_hold`);
afterAll(() => bench.close());

const name = () => randomBytes(8).toString("hex").toUpperCase();

async function person(): Promise<string> {
  const id = `per_${name()}`;
  await erasing.run`INSERT INTO person (id, email, family_name, first_names, language, created_at, email_verified_at, password_hash, webauthn_handle)
    VALUES (${id}, ${`${id}@example.be`}, 'Kanarie', 'Piet', 'nl', '2026-11-22', '2026-11-22', 'kanarie', ${id})`;
  return id;
}
async function account(
  given: { kind?: string; status?: string; at?: Temporal.Instant } = {},
): Promise<string> {
  const id = `acc_${name()}`;
  const { kind = "company", status = "active", at = Temporal.Instant.from("2026-11-22T10:00:00Z") } = given;
  await erasing.run`INSERT INTO account (id, kind, name, enterprise_number, language, email, status, created_at, street)
    VALUES (${id}, ${kind}, 'Kanarie bv', '0403019261', 'nl', ${`${id}@example.be`}, ${status}, ${at}::timestamptz, 'Kouter')`;
  return id;
}
async function member(accountId: string, personId: string, role = "user"): Promise<string> {
  const id = `mem_${name()}`;
  await erasing.run`INSERT INTO member (id, account_id, person_id, role, public_id, joined_at) VALUES (${id}, ${accountId}, ${personId}, ${role}, ${id}, '2026-11-22')`;
  return id;
}
/** Ended as the portal does it, by the account that the membership is of. */
async function leave(memberId: string, accountId: string, heir: string): Promise<void> {
  await erasing.run`UPDATE member SET left_at = clock.now(), left_because = 'left' WHERE id = ${memberId}`;
  await bench
    .context("portal")
    .db.transaction()
    .execute(async (trx) => {
      await sql`SELECT set_config('posthorn.account_id', ${accountId}, true)`.execute(trx);
      await sql`SELECT end_membership(${memberId}, ${heir}, clock.now())`.execute(trx);
    });
}
async function namesOf(personId: string): Promise<string | undefined> {
  return (
    await erasing.rows<{ family_name: string }>`SELECT family_name FROM person WHERE id = ${personId}`
  )[0]?.family_name;
}
const journal = (id: string) =>
  erasing.rows<{
    rule: string;
    kind: string;
  }>`SELECT rule, kind FROM erasure_journal WHERE subject_id = ${id} ORDER BY number`;

const link = (purpose: string, subject: string, at: Temporal.Instant) =>
  erasing.run`INSERT INTO mailed_link (id, purpose, subject_id, email, language, created_at, expires_at)
    VALUES (${`mlk_${name()}`}, ${purpose}, ${subject}, 'kanarie@example.be', 'nl', ${at}::timestamptz, ${at}::timestamptz)`;
const SHORT = ["2027-02-26T10:00:00Z", "2027-03-28"] as const;
const LONG = [
  ["2028-02-29T10:00:00Z", "2033-02-28"],
  ["2027-10-30T22:30:00Z", "2032-10-31"],
  ["2027-03-27T23:30:00Z", "2032-03-28"],
] as const;

/** Each with the day of its trigger and the last day on which it is kept. */
const CASES: readonly DayCase[] = [
  {
    rule: "R10",
    set: "credit_refund",
    what: "a refund falls 10 years after the end of the year it was paid in",
    plant: async (at) => {
      const id = `rfd_${name()}`;
      await erasing.run`INSERT INTO credit_refund (id, account_id, member_id, credits, asked_at, paid_at)
        VALUES (${id}, ${TEST_SENDER.accountId}, ${TEST_SENDER.memberId}, 1, ${at}::timestamptz, ${at}::timestamptz)`;
      return id;
    },
    days: [
      ["2027-06-01T10:00:00Z", "2037-12-31"],
      // Half an hour before midnight in Brussels, and half an hour after it.
      ["2027-12-31T22:30:00Z", "2037-12-31"],
      ["2027-12-31T23:30:00Z", "2038-12-31"],
    ],
  },
  {
    rule: "R13",
    set: "policy_acceptance",
    what: "the proof of an agreement falls on the day after 5 years",
    plant: async (at) => {
      const id = `pac_${name()}`;
      await erasing.run`INSERT INTO policy_acceptance (id, person_id, policy, version, language, sha256, accepted_at, withdrawn_at)
        VALUES (${id}, ${NELE.personId}, 'terms', '1', 'nl', repeat('a', 64), '2026-01-01', ${at}::timestamptz)`;
      return id;
    },
    days: LONG,
  },
  {
    rule: "R13",
    set: "addressee_consent",
    what: "the proof of an addressee's consent falls on the day after 5 years",
    plant: async (at) => {
      const id = `con_${name()}`;
      await erasing.run`INSERT INTO addressee_consent (id, account_id, email, name, sort_name, basis, stated_on, source, recorded_at, withdrawn_at, withdrawn_by)
        VALUES (${id}, ${TEST_SENDER.accountId}, ${`${id}@example.be`}, 'Kanarie', 'kanarie', 'clause', '2026-01-01', 'sender', '2026-01-01', ${at}::timestamptz, 'sender')`;
      return id;
    },
    days: LONG,
  },
  {
    rule: "R15.unfinished",
    set: "registration",
    what: "a registration that nobody finished falls on the day after 30 days",
    plant: async (at) => {
      const id = `reg_${name()}`;
      await erasing.run`INSERT INTO registration (id, kind, email, language, form, created_at, changed_at)
        VALUES (${id}, 'private', 'kanarie@example.be', 'nl', '{"name":"Kanarie"}', ${at}::timestamptz, ${at}::timestamptz)`;
      await link("registration", id, at);
      return id;
    },
    days: [SHORT, ["2027-09-30T22:30:00Z", "2027-10-31"]],
  },
  {
    rule: "R15.unfinished",
    set: "invitation",
    what: "an invitation that nobody accepted falls on the day after 30 days from when it was last sent",
    plant: async (at) => {
      const id = `inv_${name()}`;
      await erasing.run`INSERT INTO invitation (id, account_id, email, role, language, invited_by, created_at, expires_at)
        VALUES (${id}, ${TEST_SENDER.accountId}, ${`${id}@example.be`}, 'user', 'nl', ${TEST_SENDER.memberId}, '2027-01-01', ${at}::timestamptz + interval '336 hours')`;
      await link("invitation", id, at);
      return id;
    },
    days: [SHORT],
  },
  {
    rule: "R15.unfinished",
    set: "mailed_link",
    what: "a link by mail falls on the day after 30 days",
    plant: async (at) => {
      const id = `mlk_${name()}`;
      await erasing.run`INSERT INTO mailed_link (id, purpose, subject_id, email, language, created_at, expires_at, used_at)
        VALUES (${id}, 'email_change', ${NELE.personId}, 'kanarie@example.be', 'nl', '2027-01-01', ${at}::timestamptz, ${at}::timestamptz)`;
      await erasing.run`INSERT INTO person_errand (id, kind, facts, created_at, done_at, to_email, to_language, mailed_link_id)
        VALUES (${id}, 'email_change', '{}', ${at}::timestamptz, ${at}::timestamptz, 'kanarie@example.be', 'nl', ${id})`;
      return id;
    },
    days: [SHORT],
  },
  {
    rule: "R15.unfinished",
    set: "mailed_link",
    what: "the link by which a request is followed falls on the day after 30 days from its end",
    plant: async (at) => {
      const id = `mlk_${name()}`;
      await erasing.run`INSERT INTO mailed_link (id, purpose, subject_id, email, language, created_at, expires_at)
        VALUES (${id}, 'rights', ${`rgt_${id}`}, 'kanarie@example.be', 'nl', '2026-08-01', ${at}::timestamptz)`;
      return id;
    },
    days: [SHORT],
  },
  {
    rule: "R15.unfinished",
    set: "application",
    what: "a company that never asked for its approval falls on the day after 30 days",
    plant: async (at) => {
      const id = await account({ status: "applying", at });
      const applicant = await member(id, await person(), "admin");
      await erasing.run`INSERT INTO company_application (id, account_id, applicant_member_id, state, company_name, created_at, changed_at)
        VALUES (${id}, ${id}, ${applicant}, 'draft', 'Kanarie', ${at}::timestamptz, ${at}::timestamptz)`;
      return id;
    },
    days: [SHORT],
  },
];

describe.each(CASES)("$rule $what", (one) => {
  const { rule, days } = one;
  test.each(days)(`${rule}, from %s: kept through %s, and gone the day after`, (trigger, lastDay) =>
    expectItsDay(erasing, one, [trigger, lastDay]),
  );
});

test("R13 a longer period of one account keeps what is its own, and nothing of another's", async () => {
  const plant = CASES.find(({ set }) => set === "addressee_consent")?.plant;
  const at = Temporal.Instant.from("2029-06-01T10:00:00Z");
  const [own, other] = [await plant?.(at), await plant?.(at)];
  const accountId = await account();
  await erasing.run`UPDATE addressee_consent SET account_id = ${accountId} WHERE id = ${own}`;
  await erasing.standAt(begins("2034-06-02"));
  await erasing.run`INSERT INTO retention_change (id, rule, account_id, kept, reason, shorter, proposed_by, proposed_at, effective_at)
    VALUES ('rch_OWN', 'R13', ${accountId}, interval '7 years', 'inspection', false, 'stf_ERASER', clock.now(), '2034-06-01')`;
  const ids = [own ?? "", other ?? ""];
  const due = await erasing.due("addressee_consent", Temporal.PlainDate.from("2034-06-02"));
  expect(due.filter(({ id }) => ids.includes(id))).toEqual([{ id: other, falls_on: "2034-06-02" }]);
  expect(await erasing.erase("addressee_consent", ids)).toEqual([other]);
  await erasing.standAt(begins("2036-06-02"));
  expect(await erasing.due("addressee_consent", Temporal.PlainDate.from("2036-06-02"))).toContainEqual({
    id: own,
    falls_on: "2036-06-02",
  });
  expect(await erasing.erase("addressee_consent", ids)).toEqual([own]);
  await erasing.run`DELETE FROM retention_change`;
});

test("R10 the ledger of a year falls 10 years after its end, and what a hold on the account names stays", async () => {
  const held = await account();
  for (const [accountId, at] of [
    [TEST_SENDER.accountId, "2040-03-01T10:00:00Z"],
    [TEST_SENDER.accountId, "2040-12-31T22:59:00Z"],
    [held, "2040-07-01T10:00:00Z"],
    [TEST_SENDER.accountId, "2040-12-31T23:00:00Z"],
  ] as const)
    await erasing.run`INSERT INTO credit_entry (account_id, kind, item, amount, entered_at) VALUES (${accountId}, 'purchase', 'pack', 7, ${at}::timestamptz)`;
  const left = async () =>
    (await erasing.rows<{ n: number }>`SELECT count(*)::int AS n FROM credit_entry WHERE amount = 7`)[0]?.n;
  await erasing.standAt(begins("2051-01-01").subtract({ milliseconds: 1 }));
  expect(await erasing.erase("finance", ["2051-01-01"])).toEqual([]);
  expect(await left()).toBe(4);
  await erasing.standAt(begins("2051-01-01"));
  await erasing.hold("account", held);
  expect(await erasing.due("finance", Temporal.PlainDate.from("2051-01-01"))).toContainEqual({
    id: "2051-01-01",
    falls_on: "2051-01-01",
  });
  expect(await erasing.erase("finance", ["2051-01-01"])).toEqual([]);
  expect(await left()).toBe(2);
  await erasing.lift();
  expect(await erasing.erase("finance", ["2051-01-01"])).toEqual(["2051-01-01"]);
  expect(await left()).toBe(1);
});

describe("R1, R2 accounts", () => {
  async function closed(
    kind: string,
  ): Promise<{ readonly id: string; readonly personId: string; readonly adminId: string }> {
    const id = await account({ kind, status: "closed" });
    const personId = await person();
    const adminId = await member(id, personId, "admin");
    // Closed on the 13th of February 2027: the 45th day is the 30th of March, two days after summer time began.
    await erasing.run`UPDATE account SET closed_at = '2027-02-13T22:30:00Z', erase_by = '2027-03-30' WHERE id = ${id}`;
    return { id, personId, adminId };
  }
  test.each([
    ["R1", "private"],
    ["R2", "company"],
  ])("%s a %s account is gone before the end of the 45th day, and there on the 44th", async (rule, kind) => {
    const { id, personId } = await closed(kind);
    await erasing.standAt(begins("2027-03-30").subtract({ milliseconds: 1 }));
    expect(await erasing.erase("account", [id])).toEqual([]);
    expect(
      (await erasing.due("account", Temporal.PlainDate.from("2027-03-29"))).map((one) => one.id),
    ).not.toContain(id);
    expect(await erasing.due("account", Temporal.PlainDate.from("2027-03-30"))).toContainEqual({
      id,
      falls_on: "2027-03-30",
    });
    await erasing.standAt(begins("2027-03-30"));
    expect(await erasing.erase("account", [id])).toEqual([id]);
    expect(await erasing.erase("account", [id])).toEqual([]);
    expect(await namesOf(personId)).toBe("");
    expect([await journal(id), await journal(personId)]).toEqual([
      [{ rule, kind: "account" }],
      [{ rule, kind: "person" }],
    ]);
    expect(
      await erasing.rows`SELECT name, enterprise_number, street, email FROM account WHERE id = ${id}`,
    ).toEqual([{ name: "", enterprise_number: null, street: null, email: "" }]);
    const told =
      await erasing.rows`SELECT kind FROM person_errand WHERE to_email = ${`${personId}@example.be`}`;
    expect(told).toEqual([{ kind: "account_erased" }]);
  });

  test("R1 a hold on a person keeps the account of his own, and what stands in his inbox", async () => {
    const { id, personId } = await closed("private");
    const { deliveryIds } = await erasing.final({ at: Temporal.Instant.from("2027-02-01T10:00:00Z") });
    await erasing.run`INSERT INTO inbox_entry (delivery_id, person_id, account_id, because, entered_at)
    VALUES (${deliveryIds[0]}, ${personId}, ${id}, 'notice', clock.now())`;
    await erasing.standAt(begins("2027-03-30"));
    await erasing.hold("person", personId);
    expect(await erasing.erase("account", [id])).toEqual([]);
    await erasing.standAt(begins("2029-02-02"));
    expect(await erasing.erase("evidence", deliveryIds)).toEqual([]);
    await erasing.lift();
    expect(await erasing.erase("account", [id])).toEqual([id]);
    expect(await erasing.erase("evidence", deliveryIds)).toEqual(deliveryIds);
  });

  test("R7, R8, R9 a hold on a person keeps what was sent from the account of his own, and nothing that he sent for a company", async () => {
    const [own, company] = [await account({ kind: "private" }), await account()];
    const personId = await person();
    for (const id of [own, company]) await member(id, personId, "admin");
    const at = Temporal.Instant.from("2027-02-01T10:00:00Z");
    const [private_, business] = [await erasing.final({ at }), await erasing.final({ at })];
    for (const [sent, of] of [
      [private_, own],
      [business, company],
    ] as const) {
      await erasing.run`UPDATE message SET account_id = ${of} WHERE id = ${sent.messageId}`;
      await erasing.run`UPDATE delivery SET account_id = ${of} WHERE message_id = ${sent.messageId}`;
    }
    const both = [...private_.deliveryIds, ...business.deliveryIds];
    const messages = [private_.messageId, business.messageId];
    await erasing.hold("person", personId);
    const told = await erasing.rows`SELECT deliveries FROM retention.hold_subject('person', ${personId})`;
    expect(told).toEqual([{ deliveries: 1 }]);
    expect(await erasing.rows`SELECT id, until::text FROM retention.held_until(${both})`).toEqual([
      { id: private_.deliveryIds[0], until: "2099-12-31" },
    ]);
    for (const [id, count] of [
      [private_.deliveryIds[0], 1],
      [private_.messageId, 1],
      [business.messageId, 0],
    ] as const)
      expect(await erasing.rows`SELECT FROM retention.holds_of(${id})`).toHaveLength(count);
    await erasing.standAt(begins("2029-02-02"));
    for (const [set, ids, gone] of [
      ["addressee", both, business.deliveryIds],
      ["sender_content", messages, [business.messageId]],
      ["evidence", both, business.deliveryIds],
    ] as const)
      expect(await erasing.erase(set, ids)).toEqual(gone);
    await erasing.lift();
    expect(await erasing.erase("sender_content", messages)).toEqual([private_.messageId]);
    expect(await erasing.erase("evidence", both)).toEqual(private_.deliveryIds);
  });

  test("R2 a hold on an addressee keeps his key when the sender's account goes, and the sender's own goes with it", async () => {
    const { id } = await closed("company");
    const { deliveryIds, messageId } = await erasing.final({
      at: Temporal.Instant.from("2027-02-01T10:00:00Z"),
      state: "accepted",
      registered: true,
    });
    await erasing.hold("person", NELE.personId);
    await erasing.run`UPDATE delivery SET state = 'refused', final_at = '2027-02-01T11:00:00Z' WHERE message_id = ${messageId}`;
    await erasing.run`UPDATE message SET account_id = ${id} WHERE id = ${messageId}`;
    await erasing.standAt(begins("2027-03-30"));
    expect(await erasing.erase("account", [id])).toEqual([id]);
    const holders = () => erasing.rows`SELECT holder FROM key_wrap WHERE message_id = ${messageId}`;
    expect(await holders()).toEqual([{ holder: deliveryIds[0] }]);
    await erasing.lift();
    expect(await erasing.erase("uncollected_content", deliveryIds)).toEqual(deliveryIds);
    expect(await holders()).toEqual([]);
  });

  test("R2 a letter that was released keeps its key when its sender's account goes: to be made from, and until its print file falls (R16)", async () => {
    const { id } = await closed("company");
    const sent = await erasing.final({
      at: Temporal.Instant.from("2027-02-01T10:00:00Z"),
      state: "to_print",
      count: 2,
    });
    const [released = "", posted = ""] = sent.deliveryIds;
    const since = "2027-03-20T10:00:00Z";
    await erasing.run`UPDATE delivery SET final_at = NULL, print_released_at = ${since}::timestamptz WHERE message_id = ${sent.messageId}`;
    await erasing.run`INSERT INTO print_batch (id, printer, state, made_by, made_at, letters) VALUES ('btc_sent', 'p', 'handed_over', 'stf_ERASER', ${since}::timestamptz, 2)`;
    await erasing.run`INSERT INTO print_job (id, batch_id, ordinal, delivery_id, account_id, state, blob_id, file_falls_at) VALUES
      ('job_sent1', 'btc_sent', 1, ${released}, ${id}, 'numbered', NULL, NULL),
      ('job_sent2', 'btc_sent', 2, ${posted}, ${id}, 'posted', 'blb_sent', ${begins("2027-04-20")}::timestamptz)`;
    await erasing.run`UPDATE delivery SET state = 'post_delivered', posted_at = ${since}::timestamptz, final_at = '2027-03-25T10:00:00Z' WHERE id = ${posted}`;
    await erasing.run`UPDATE message SET account_id = ${id} WHERE id = ${sent.messageId}`;
    await erasing.standAt(begins("2027-03-30"));
    expect(await erasing.erase("account", [id])).toEqual([id]);
    const holders = () =>
      erasing.rows`SELECT holder FROM key_wrap WHERE message_id = ${sent.messageId} ORDER BY holder`;
    expect(await holders()).toEqual([released, posted].toSorted().map((holder) => ({ holder })));
    // Its way to the post stays open to it, and with the last of its file the key goes.
    await erasing.standAt(begins("2027-04-20"));
    expect(await erasing.erase("print_file", ["job_sent2"])).toEqual(["job_sent2"]);
    expect(await holders()).toEqual([{ holder: released }]);
    await erasing.run`UPDATE delivery SET state = 'post_failed', final_at = clock.now() WHERE id = ${released}`;
    expect(await holders()).toEqual([]);
  });

  test("R2 a hold on the account keeps it whole; one on a person keeps him until it ends, and then the set finds him", async () => {
    const { id, personId } = await closed("company");
    await erasing.standAt(begins("2027-03-30"));
    await erasing.hold("account", id);
    expect(await erasing.erase("account", [id])).toEqual([]);
    expect(await namesOf(personId)).toBe("Kanarie");
    await erasing.lift();
    await erasing.hold("person", personId);
    expect(await erasing.erase("account", [id])).toEqual([id]);
    expect(await namesOf(personId)).toBe("Kanarie");
    const due = await erasing.due("person", Temporal.PlainDate.from("2027-03-30"));
    expect(due).toContainEqual({ id: personId, falls_on: "2027-03-30" });
    expect(await erasing.erase("person", [personId])).toEqual([]);
    await erasing.lift();
    expect(await erasing.erase("person", [personId])).toEqual([personId]);
    expect(await erasing.erase("person", [personId])).toEqual([]);
    expect([await namesOf(personId), await journal(personId)]).toEqual([
      "",
      [{ rule: "R2", kind: "person" }],
    ]);
  });

  test("R5 who has another membership keeps what serves that one; two erasers at once end the rest once", async () => {
    const { id, personId } = await closed("company");
    const living = await account();
    await member(living, personId);
    await erasing.standAt(begins("2027-03-30"));
    const answers = await Promise.all([erasing.erase("account", [id]), erasing.erase("account", [id])]);
    expect(answers.flat()).toEqual([id]);
    expect([await namesOf(personId), await journal(personId)]).toEqual(["Kanarie", []]);
    expect(await journal(id)).toHaveLength(1);
  });

  test("R2, R3 wiped again after a restore, nothing is left either", async () => {
    const { id, personId } = await closed("company");
    const admin = await member(await account(), await person(), "admin");
    await erasing.run`SELECT retention.wipe_account(ARRAY[${id}])`;
    expect(await namesOf(personId)).toBe("");
    await erasing.run`SELECT retention.wipe_membership(ARRAY[${admin}])`;
    expect(await erasing.rows`SELECT left_at IS NULL AS there FROM member WHERE id = ${admin}`).toEqual([
      { there: false },
    ]);
  });
});

test.each([
  ["R3", "user"],
  ["R4", "admin"],
])(
  "%s what names a company's %s goes at once when he leaves, and the journal says so",
  async (rule, role) => {
    await erasing.standAt(Temporal.Instant.from("2027-05-05T10:00:00Z"));
    const company = await account();
    const heir = await member(company, await person(), "admin");
    const [held, gone] = [await person(), await person()];
    const members = [await member(company, held, role), await member(company, gone, role)] as const;
    await erasing.hold("person", held);
    for (const each of members) await leave(each, company, heir);
    expect([await namesOf(held), await namesOf(gone)]).toEqual(["Kanarie", ""]);
    expect([await journal(members[1]), await journal(gone), await journal(held)]).toEqual([
      [{ rule, kind: "membership" }],
      [{ rule, kind: "person" }],
      [],
    ]);
    await erasing.lift();
    expect(await erasing.erase("person", [held, gone])).toEqual([held]);
    expect(await journal(held)).toEqual([{ rule, kind: "person" }]);
  },
);

test("R12 papers of the mandate go at once when the account ends; a hold keeps them until it is over", async () => {
  await erasing.standAt(Temporal.Instant.from("2027-06-05T10:00:00Z"));
  for (const held of [false, true]) {
    const id = await account({ status: "active" });
    const applicant = await member(id, await person(), "admin");
    await erasing.run`INSERT INTO company_application (id, account_id, applicant_member_id, state, representative_name, created_at, changed_at)
      VALUES (${id}, ${id}, ${applicant}, 'approved', 'Kanarie', clock.now(), clock.now())`;
    await erasing.run`INSERT INTO application_document (id, application_id, account_id, kind, blob_id, wrapped_key, name, media_type, size, sha256, uploaded_at)
      VALUES (${id}, ${id}, ${id}, 'kbo_extract', ${`blb_${id}`}, 'k', 'Kanarie.pdf', 'application/pdf', 1, '', clock.now())`;
    if (held) await erasing.hold("account", id);
    const there = () => erasing.rows`SELECT FROM application_document WHERE account_id = ${id}`;
    await erasing.run`SELECT remove_application_documents(${id})`;
    expect(await there()).toHaveLength(1);
    await erasing.run`UPDATE account SET status = 'closed', closed_at = clock.now(), erase_by = '2027-07-20' WHERE id = ${id}`;
    await erasing.run`SELECT remove_application_documents(${id})`;
    expect(await there()).toHaveLength(held ? 1 : 0);
    if (held) {
      expect(await erasing.due("mandate_document", Temporal.PlainDate.from("2027-06-05"))).toEqual([
        { id, falls_on: "2027-06-05" },
      ]);
      expect(await erasing.erase("mandate_document", [id])).toEqual([]);
      await erasing.lift();
      expect(await erasing.erase("mandate_document", [id])).toEqual([id]);
    }
    expect(await there()).toEqual([]);
    expect(await journal(id)).toEqual([{ rule: "R12", kind: "mandate_document" }]);
    expect(await erasing.rows`SELECT FROM blob_removal WHERE blob_id = ${`blb_${id}`}`).toHaveLength(1);
    await erasing.run`UPDATE account SET status = 'active' WHERE id = ${id}`;
  }
});

describe("R15.unfinished an application", () => {
  async function refused(): Promise<{ readonly id: string; readonly personId: string }> {
    const id = await account({ status: "applying", at: Temporal.Instant.from("2027-01-01T10:00:00Z") });
    const personId = await person();
    const applicant = await member(id, personId, "admin");
    await erasing.run`INSERT INTO company_application (id, account_id, applicant_member_id, state, company_name, created_at, changed_at, decided_at)
      VALUES (${id}, ${id}, ${applicant}, 'refused', 'Kanarie', '2027-01-01', '2027-01-01', '2027-02-26T10:00:00Z')`;
    await erasing.run`INSERT INTO application_document (id, application_id, account_id, kind, blob_id, wrapped_key, name, media_type, size, sha256, uploaded_at)
      VALUES (${id}, ${id}, ${id}, 'kbo_extract', ${`blb_${id}`}, 'k', 'Kanarie.pdf', 'application/pdf', 1, '', clock.now())`;
    return { id, personId };
  }
  test("R15.unfinished one that was refused and let rest goes with its papers, and with its person where nobody else uses him", async () => {
    const [alone, elsewhere] = [await refused(), await refused()];
    await member(await account(), elsewhere.personId);
    await erasing.standAt(begins("2027-03-29").subtract({ milliseconds: 1 }));
    expect(await erasing.erase("application", [alone.id, elsewhere.id])).toEqual([]);
    await erasing.standAt(begins("2027-03-29"));
    expect((await erasing.erase("application", [alone.id, elsewhere.id])).toSorted()).toEqual(
      [alone.id, elsewhere.id].toSorted(),
    );
    expect([await namesOf(alone.personId), await namesOf(elsewhere.personId)]).toEqual(["", "Kanarie"]);
    for (const { id } of [alone, elsewhere]) {
      expect(await erasing.rows`SELECT FROM company_application WHERE account_id = ${id}`).toEqual([]);
      expect(await erasing.rows`SELECT FROM blob_removal WHERE blob_id = ${`blb_${id}`}`).toHaveLength(1);
      expect(await erasing.rows`SELECT name, status FROM account WHERE id = ${id}`).toEqual([
        { name: "", status: "erased" },
      ]);
    }
  });
  test("R15.unfinished one that waits for staff, or was approved, does not fall", async () => {
    const { id } = await refused();
    for (const state of ["submitted", "approved"]) {
      await erasing.run`UPDATE company_application SET state = ${state} WHERE account_id = ${id}`;
      await erasing.standAt(begins("2029-01-01"));
      expect(await erasing.erase("application", [id])).toEqual([]);
      expect(await erasing.due("application", Temporal.PlainDate.from("2029-01-01"))).toEqual([]);
    }
    await erasing.run`UPDATE account SET status = 'active', enterprise_number = NULL WHERE id = ${id}`;
  });
});

test("R18 the report of a file of contacts is gone a day after it, R16 a mail to a person on the day after 30 days", async () => {
  await erasing.run`INSERT INTO contact_import VALUES ('cim_1', ${TEST_SENDER.accountId}, ${TEST_SENDER.memberId}, '2027-08-01T10:00:00Z', '{}', 0, 0, 1, '[["Kanarie"]]')`;
  await erasing.standAt(Temporal.Instant.from("2027-08-02T09:59:59.999Z"));
  expect(await erasing.erase("contact_import", ["cim_1"])).toEqual([]);
  await erasing.standAt(Temporal.Instant.from("2027-08-02T10:00:00Z"));
  expect(await erasing.due("contact_import", Temporal.PlainDate.from("2027-08-02"))).toEqual([
    { id: "cim_1", falls_on: "2027-08-02" },
  ]);
  expect(await erasing.erase("contact_import", ["cim_1"])).toEqual(["cim_1"]);
  await erasing.run`INSERT INTO person_errand (id, person_id, kind, facts, created_at, done_at)
    VALUES ('per_MAIL', ${NELE.personId}, 'new_device', '{}', '2027-09-30T22:30:00Z', '2027-09-30T22:30:00Z')`;
  await erasing.standAt(begins("2027-11-01").subtract({ milliseconds: 1 }));
  expect(await erasing.erase("person_errand", ["2027-11-01"])).toEqual([]);
  await erasing.standAt(begins("2027-11-01"));
  expect(await erasing.erase("person_errand", ["2027-11-01"])).toEqual(["2027-11-01"]);
});

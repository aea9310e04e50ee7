import { randomBytes } from "node:crypto";
import { sql, transact } from "@posthorn/db";
import { createVerbBench, TEST_SENDER, type VerbBench, waitFor } from "@posthorn/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { logUse } from "../record/log-use.ts";
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
    VALUES ('stf_ERASER', 'officer@example.be', 'Maes', 'An', '{privacy_officer}', 'h', 'nl', clock.now()),
      ('stf_SECOND', 'second@example.be', 'Claes', 'Jo', '{privacy_officer}', 'h2', 'nl', clock.now())`;
});
afterEach(async () => {
  await erasing.run`DELETE FROM legal_hold`;
  await erasing.run`DELETE FROM retention_change`;
});
afterAll(() => bench.close());

const name = () => randomBytes(8).toString("hex");
const LEAP = ["2028-02-29T10:00:00Z", "2030-02-28"] as const;
const SUMMER = ["2027-03-27T23:30:00Z", "2029-03-28"] as const;
const WINTER = ["2027-10-30T22:30:00Z", "2029-10-31"] as const;
const MONTH_END = ["2027-08-31T21:59:59Z", "2029-08-31"] as const;

const logged =
  (given: { person?: string; account?: string; delivery?: string } = {}): Plant =>
  async (at) => {
    const act = name();
    await erasing.run`INSERT INTO use_log (used_at, falls_on, service, act, account_id, person_id, delivery_id, ip)
      VALUES (${at}::timestamptz, retention.least_day(retention.day_of(${at}::timestamptz)), 'portal', ${act}, ${given.account ?? null},
        ${given.person ?? null}, ${given.delivery ?? null}, '192.0.2.1')`;
    return act;
  };
const session: Plant = async (at) => {
  const id = `ses_${name()}`;
  // Ended by the clock alone.
  await erasing.run`INSERT INTO session (token_hash, id, person_id, member_id, account_id, method, authenticated_at, fresh_at, last_used_at, expires_at, ip)
    VALUES (${id}, ${id}, ${NELE.personId}, 'mem_SEED0NELECLAES', ${NELE.accountId}, 'password', ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz, '192.0.2.1')`;
  return id;
};
const staff: Plant = async (at) => {
  const id = `stf_${name()}`;
  await erasing.run`INSERT INTO staff (id, email, family_name, first_names, roles, webauthn_handle, language, created_at, left_at)
    VALUES (${id}, ${`${id}@example.be`}, 'Kanarie', 'Ann', '{auditor}', ${id}, 'nl', ${at}::timestamptz, ${at}::timestamptz)`;
  return id;
};
async function looked(staffId: string | null, at: Temporal.Instant, subject: string): Promise<void> {
  await erasing.run`INSERT INTO staff_log (happened_at, staff_id, act, subject, ip, browser, os, language)
    VALUES (${at}::timestamptz, ${staffId}, 'looked', ${subject}, '192.0.2.1', 'Firefox', 'Linux', 'nl')`;
}
const record: Plant = async (at) => {
  const id = `idr_${name()}`;
  await erasing.run`INSERT INTO identification_record (id, person_id, purpose, method, issuer, identified_at, commitment, commitment_key, sealed, key_version, kept_at)
    VALUES (${id}, ${NELE.personId}, 'sign_in', 'eid', 'BE', ${at}::timestamptz, repeat('0', 64), decode(repeat('00', 32), 'hex'), 'x', 1, ${at}::timestamptz)`;
  return id;
};
const request: Plant = async (at) => {
  const id = `rgt_${name()}`;
  await erasing.run`INSERT INTO rights_request (id, kind, channel, name, email, language, received_at, identity, state, answered_at)
    VALUES (${id}, 'access', 'form', 'Kanarie', 'k@example.be', 'nl', ${at}::timestamptz, 'codes', 'answered', ${at}::timestamptz)`;
  await erasing.run`INSERT INTO rights_request_event (request_id, at, event) VALUES (${id}, ${at}::timestamptz, 'received')`;
  await erasing.run`INSERT INTO rights_request_file (id, request_id, kind, blob_id, wrapped_key, name, media_type, size, sha256, added_at)
    VALUES (${id}, ${id}, 'export', ${`blb_${id}`}, 'k', 'n', 'application/pdf', 1, '', ${at}::timestamptz)`;
  return id;
};

/** Of rows erased one by one; each with the day of its trigger and the last day on which it is kept. */
const ROWS: readonly DayCase[] = [
  {
    rule: "R6",
    set: "identification_record",
    what: "a record of who a person was falls on the day after 24 months",
    plant: record,
    days: [LEAP, SUMMER, WINTER, MONTH_END],
  },
  {
    rule: "R14",
    set: "rights",
    what: "a request of a person falls on the day after 5 years from its answer",
    plant: request,
    days: [
      ["2028-02-29T10:00:00Z", "2033-02-28"],
      ["2027-10-30T22:30:00Z", "2032-10-31"],
    ],
  },
  {
    rule: "R14",
    set: "hold",
    what: "a hold that was lifted falls, with its history, on the day after 5 years",
    plant: async (at) => {
      const id = `hld_${name()}`;
      await erasing.run`INSERT INTO legal_hold (id, scope, scope_id, ground, reason, asked_at, state, decided_by, decided_at, ends_on, lift_asked_by, lifted_at)
        VALUES (${id}, 'person', 'per_NOBODY', 'dispute', 'Kanarie', '2020-01-01', 'lifted', 'stf_ERASER', '2020-01-01', '2039-12-31', 'stf_ERASER', ${at}::timestamptz)`;
      await erasing.run`INSERT INTO legal_hold_event (hold_id, event, at, words) VALUES (${id}, 'asked', '2020-01-01', 'Kanarie')`;
      return id;
    },
    days: [["2027-10-30T22:30:00Z", "2032-10-31"]],
  },
  {
    rule: "R14",
    set: "hold",
    what: "a hold that ended falls on the day after 5 years from its last day, one that was refused from the refusal",
    plant: async (at) => {
      const ended = at.toString() === "2028-02-29T00:00:00Z";
      const id = `hld_${name()}`;
      await erasing.run`INSERT INTO legal_hold (id, scope, scope_id, ground, reason, asked_at, state, decided_by, decided_at, ends_on)
        VALUES (${id}, 'person', 'per_NOBODY', 'dispute', 'Kanarie', '2020-01-01', ${ended ? "ended" : "refused"}, 'stf_ERASER',
          ${ended ? "2020-01-01" : at.toString()}::timestamptz, ${ended ? "2028-02-29" : null}::date)`;
      return id;
    },
    days: [
      ["2028-02-29T00:00:00Z", "2033-02-28"],
      ["2027-03-27T23:30:00Z", "2032-03-28"],
    ],
  },
  {
    rule: "R19.staff",
    set: "staff",
    what: "who left the staff is erased on the day after 24 months",
    plant: staff,
    days: [LEAP, SUMMER, WINTER],
  },
];
describe.each(ROWS)("$rule $what", (one) => {
  const { rule, days } = one;
  test.each(days)(`${rule}, from %s: kept through %s, and gone the day after`, (trigger, lastDay) =>
    expectItsDay(erasing, one, [trigger, lastDay]),
  );
});

/** Of a day's rows; `plant` answers what `key` finds the row by. */
const DAYS: readonly {
  readonly rule: string;
  readonly set: string;
  readonly key: string;
  readonly what: string;
  readonly plant: Plant;
  readonly days: readonly (readonly [trigger: string, lastDay: string])[];
}[] = [
  {
    rule: "R6",
    set: "use_log",
    key: "act",
    what: "what was used falls on the day after 24 months",
    plant: logged(),
    days: [LEAP, SUMMER, WINTER, MONTH_END],
  },
  {
    rule: "R6",
    set: "key_use",
    key: "owner_id",
    what: "the use of a key falls on the day after 24 months",
    plant: async (at) => {
      const id = name();
      await erasing.run`INSERT INTO key_use (used_at, service, purpose, owner_id, holder) VALUES (${at}::timestamptz, 'portal', 'open', ${id}, 'account')`;
      return id;
    },
    days: [LEAP, SUMMER],
  },
  {
    rule: "R6",
    set: "register_number_use",
    key: "staff_id",
    what: "the reading of a register number falls on the day after 24 months",
    plant: async (at) => {
      const id = name();
      await erasing.run`INSERT INTO register_number_use (used_at, service, purpose, staff_id) VALUES (${at}::timestamptz, 'backoffice', 'opened', ${id})`;
      return id;
    },
    days: [LEAP, WINTER],
  },
  {
    rule: "R17",
    set: "session",
    key: "id",
    what: "a session falls on the day after 90 days",
    plant: session,
    days: [
      ["2027-03-01T22:59:59Z", "2027-05-30"],
      ["2027-09-01T22:30:00Z", "2027-12-01"],
    ],
  },
  {
    rule: "R17",
    set: "device",
    key: "id",
    what: "a browser falls on the day after 90 days unseen",
    plant: async (at) => {
      const id = `dev_${name()}`;
      await erasing.run`INSERT INTO device (id, holder_kind, holder_id, token_hash, browser, os, first_seen_at, last_seen_at)
        VALUES (${id}, 'person', ${NELE.personId}, ${id}, 'Firefox', 'Linux', ${at}::timestamptz, ${at}::timestamptz)`;
      return id;
    },
    days: [["2027-03-01T22:59:59Z", "2027-05-30"]],
  },
  {
    rule: "R17",
    set: "passkey",
    key: "id",
    what: "a passkey that was removed falls on the day after 90 days",
    plant: async (at) => {
      const id = `pky_${name()}`;
      await erasing.run`INSERT INTO passkey (id, holder_kind, holder_id, credential_id, public_key, sign_count, backed_up, name, created_at, removed_at)
        VALUES (${id}, 'person', ${NELE.personId}, ${id}, 'k', 0, false, 'Kanarie', ${at}::timestamptz, ${at}::timestamptz)`;
      return id;
    },
    days: [["2027-03-01T22:59:59Z", "2027-05-30"]],
  },
  {
    rule: "R17",
    set: "staff_session",
    key: "id",
    what: "a session of staff falls on the day after 90 days",
    plant: async (at) => {
      const id = `sts_${name()}`;
      await erasing.run`INSERT INTO staff_session (token_hash, id, staff_id, authenticated_at, fresh_at, last_used_at, expires_at, browser, os, ip)
        VALUES (${id}, ${id}, 'stf_ERASER', ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz, 'Firefox', 'Linux', '192.0.2.1')`;
      return id;
    },
    days: [["2027-03-01T22:59:59Z", "2027-05-30"]],
  },
  {
    rule: "R19.staff",
    set: "staff_log",
    key: "subject",
    what: "what staff did falls on the day after 24 months from their leaving",
    plant: async (at) => {
      const id = name();
      await looked(await staff(at), at, id);
      return id;
    },
    days: [LEAP, SUMMER, WINTER],
  },
  {
    rule: "R15.unfinished",
    set: "staff_invitation",
    key: "token_hash",
    what: "an invitation of staff falls on the day after 30 days",
    plant: async (at) => {
      const id = name();
      await erasing.run`INSERT INTO staff_invitation (token_hash, staff_id, made_at, expires_at) VALUES (${id}, 'stf_ERASER', ${at}::timestamptz, ${at}::timestamptz)`;
      return id;
    },
    days: [["2027-02-26T10:00:00Z", "2027-03-28"]],
  },
];
describe.each(DAYS)("$rule $what", ({ rule, set, key, plant, days }) => {
  test.each(days)(`${rule}, from %s: kept through %s, and gone the day after`, async (trigger, lastDay) => {
    const found = await plant(Temporal.Instant.from(trigger));
    const there = async () =>
      (
        await erasing.rows<{
          n: number;
        }>`SELECT count(*)::int AS n FROM ${sql.table(set)} WHERE ${sql.ref(key)} = ${found}`
      )[0]?.n;
    const last = Temporal.PlainDate.from(lastDay);
    const next = last.add({ days: 1 });
    const day = next.toString();
    await erasing.standAt(begins(day).subtract({ milliseconds: 1 }));
    expect((await erasing.due(set, last)).map((one) => one.id)).not.toContain(day);
    expect(await erasing.erase(set, [day])).toEqual([]);
    expect(await there()).toBe(1);
    expect(await erasing.due(set, next)).toContainEqual({ id: day, falls_on: day });
    await erasing.standAt(begins(day));
    expect(await erasing.erase(set, [day])).toEqual([day]);
    expect(await there()).toBe(0);
    expect(await erasing.erase(set, [day])).toEqual([]);
    expect((await erasing.due(set, next)).map((one) => one.id)).not.toContain(day);
    expect(
      await erasing.rows`SELECT rule FROM erasure_journal WHERE kind = ${set} AND subject_id = ${day}`,
    ).toEqual([{ rule }]);
  });
});

/** Every day that is due, to its end. */
async function eraseAll(set: string, day: string): Promise<readonly string[]> {
  const gone: string[] = [];
  for (const { id } of await erasing.due(set, Temporal.PlainDate.from(day)))
    gone.push(...(await erasing.erase(set, [id])));
  return gone;
}
const uses = async (act: string) =>
  (await erasing.rows<{ falls_on: string }>`SELECT falls_on::text FROM use_log WHERE act = ${act}`).map(
    (row) => row.falls_on,
  );

describe("R6 the log of use", () => {
  const act = Temporal.Instant.from("2031-01-10T10:00:00Z");
  test("R6 what was done with a delivery falls 24 months after its final state, be that later, open yet, or gone", async () => {
    const begun = Temporal.Instant.from("2027-01-10T10:00:00Z");
    const later = await erasing.final({ at: Temporal.Instant.from("2027-02-20T10:00:00Z") });
    const open = await bench.submit({ at: begun });
    const ids = {
      later: await logged({ delivery: later.deliveryIds[0] ?? "" })(begun),
      open: await logged({ delivery: open.deliveryIds[0] ?? "" })(begun),
      gone: await logged({ delivery: "dlv_GONE" })(begun),
    };
    await erasing.standAt(begins("2029-01-11"));
    expect(await eraseAll("use_log", "2029-01-11")).toContain("2029-01-11");
    expect(await uses(ids.gone)).toEqual([]);
    expect(await uses(ids.later)).toEqual(["2029-02-21"]);
    expect(await uses(ids.open)).toEqual(["2031-01-12"]);
    await erasing.standAt(begins("2029-02-21"));
    await eraseAll("use_log", "2029-02-21");
    expect(await uses(ids.later)).toEqual([]);
    expect(await uses(ids.open)).toHaveLength(1);
  });

  test.each([
    ["account", { account: NELE.accountId }, NELE.accountId],
    ["person", { person: NELE.personId }, NELE.personId],
    ["account", { person: NELE.personId }, NELE.accountId],
  ] as const)("R6, R17 a hold on the %s keeps what names it, and no longer", async (scope, named, id) => {
    const held = await logged(named)(act);
    const other = await logged()(act);
    const kept = await session(Temporal.Instant.from("2032-12-01T10:00:00Z"));
    await erasing.standAt(begins("2033-03-11"));
    await erasing.hold(scope, id);
    await eraseAll("use_log", "2033-03-11");
    expect(await erasing.erase("session", ["2033-03-02"])).toEqual([]);
    expect([await uses(held), await uses(other)]).toEqual([[expect.any(String)], []]);
    const sessions = () => erasing.rows`SELECT id FROM session WHERE id = ${kept}`;
    expect(await sessions()).toHaveLength(1);
    await erasing.lift();
    await erasing.standAt(begins("2033-03-12"));
    await eraseAll("use_log", "2033-03-12");
    await eraseAll("session", "2033-03-12");
    expect([await uses(held), await sessions()]).toEqual([[], []]);
  });

  test("R6 a period made longer after things were due keeps them, and one made shorter takes nothing before it is in force", async () => {
    const row = await logged()(act);
    await erasing.standAt(begins("2033-01-10"));
    await erasing.run`INSERT INTO retention_change (id, rule, kept, reason, shorter, proposed_by, proposed_at, seconded_by, seconded_at, effective_at) VALUES
      ('rch_LONGER', 'R6', interval '36 months', 'inspection', false, 'stf_ERASER', clock.now(), NULL, NULL, '2033-01-10T12:00:00Z'),
      ('rch_SHORTER', 'R6', interval '24 months', 'over', true, 'stf_ERASER', '2033-02-01', 'stf_SECOND', '2033-02-01', '2033-02-09T23:00:00Z')`;
    await erasing.standAt(begins("2033-01-20"));
    expect(await erasing.due("use_log", Temporal.PlainDate.from("2033-01-20"))).toEqual([]);
    expect(await erasing.erase("use_log", ["2033-01-11"])).toEqual([]);
    await erasing.standAt(Temporal.Instant.from("2033-02-09T22:59:59Z"));
    expect(await erasing.erase("use_log", ["2033-01-11"])).toEqual([]);
    expect(await uses(row)).toEqual(["2033-01-11"]);
    await erasing.standAt(Temporal.Instant.from("2033-02-09T23:00:00Z"));
    expect(await eraseAll("use_log", "2033-02-10")).toContain("2033-01-11");
    expect(await uses(row)).toEqual([]);
  });

  test("R6 months are made ahead, and one that is over goes once it is empty; what fits in none is taken all the same", async () => {
    const parts = async () =>
      (
        await erasing.rows<{
          name: string;
        }>`SELECT relname AS name FROM pg_class WHERE relnamespace = 'use_log_month'::regnamespace AND relkind = 'r' ORDER BY 1`
      ).map((row) => row.name);
    await erasing.standAt(begins("2034-05-15"));
    const keep = async () =>
      (await sql<{ n: number }>`SELECT retention.keep_months() AS n`.execute(bench.context("eraser").db))
        .rows[0]?.n;
    await keep();
    expect(await parts()).toEqual(expect.arrayContaining(["from_2036_05", "from_2036_08", "other"]));
    const row = await logged()(Temporal.Instant.from("2034-05-20T10:00:00Z"));
    const far = await logged()(Temporal.Instant.from("2099-05-20T10:00:00Z"));
    await erasing.standAt(begins("2036-06-01"));
    await keep();
    expect(await parts()).toContain("from_2036_05");
    await eraseAll("use_log", "2036-06-01");
    expect(await keep()).toBe(1);
    expect(await parts()).not.toContain("from_2036_05");
    expect([await uses(row), await uses(far)]).toEqual([[], ["2101-05-21"]]);
    await erasing.run`DELETE FROM use_log WHERE act = ${far}`;
  });

  test("an emptied month is dropped while somebody reads in the log: neither stands in the other's way for good", async () => {
    await erasing.standAt(begins("2036-09-15"));
    const dropping = await bench
      .context("owner")
      .db.transaction()
      .execute(async (reader) => {
        await sql`SELECT FROM ONLY use_log`.execute(reader);
        const drops = sql`SELECT retention.keep_months()`.execute(bench.context("eraser").db);
        await waitFor("the eraser to wait for the reader", async () => {
          const waits =
            await erasing.rows`SELECT FROM pg_locks WHERE NOT granted AND relation = 'use_log'::regclass`;
          return waits.length > 0 || undefined;
        });
        await sql`SELECT FROM use_log_month.from_2036_06`.execute(reader);
        return { drops };
      });
    await expect(dropping.drops).resolves.toBeDefined();
  });

  test("R6 fifteen thousand rows go in slices, by two erasers at once, each row once", async () => {
    await erasing.run`INSERT INTO use_log (used_at, falls_on, service, act) SELECT '2035-01-01T10:00:00Z', '2037-01-02', 'portal', 'many' FROM generate_series(1, 15000)`;
    await erasing.standAt(begins("2037-01-02"));
    const answers = await Promise.all([
      erasing.erase("use_log", ["2037-01-02"]),
      erasing.erase("use_log", ["2037-01-02"]),
    ]);
    const rest = await erasing.erase("use_log", ["2037-01-02"]);
    expect([...answers.flat(), ...rest]).toEqual(["2037-01-02"]);
    expect(await uses("many")).toEqual([]);
  });
});

test("R6 a record of who collected falls 24 months after the final state; an earlier look puts it off", async () => {
  const { deliveryIds } = await erasing.final({ at: Temporal.Instant.from("2027-03-01T10:00:00Z") });
  await erasing.run`INSERT INTO identification_record (id, delivery_id, purpose, method, issuer, identified_at, commitment, commitment_key, sealed, key_version, kept_at)
    VALUES ('idr_COLLECT', ${deliveryIds[0]}, 'collect', 'eid', 'BE', '2027-02-01', repeat('0', 64), decode(repeat('00', 32), 'hex'), 'x', 1, '2027-02-01T10:00:00Z')`;
  // As one that was written while the delivery was open.
  await erasing.run`UPDATE identification_record SET counts_from = NULL WHERE id = 'idr_COLLECT'`;
  await erasing.standAt(begins("2029-02-15"));
  expect(await erasing.erase("identification_record", ["idr_COLLECT"])).toEqual([]);
  expect(
    (await erasing.due("identification_record", Temporal.PlainDate.from("2029-03-01"))).map(({ id }) => id),
  ).not.toContain("idr_COLLECT");
  await erasing.standAt(begins("2029-03-02"));
  expect(await erasing.erase("identification_record", ["idr_COLLECT"])).toEqual(["idr_COLLECT"]);
});

test("R6 what is done with a delivery that is final long since falls with it, and not 24 months after the act", async () => {
  const { deliveryIds } = await erasing.final({ at: Temporal.Instant.from("2027-04-01T10:00:00Z") });
  const deliveryId = deliveryIds[0] ?? "";
  const worker = bench.context("worker");
  const at = Temporal.Instant.from("2028-04-01T10:00:00Z");
  const visitor = { ip: "192.0.2.1", userAgent: "test", language: "nl" };
  await transact(worker.db, {}, (trx) =>
    logUse(trx, worker, { act: "opened_late", at, visitor, deliveryId }),
  );
  await erasing.run`INSERT INTO key_use (used_at, service, purpose, owner_id, holder) VALUES (${at}::timestamptz, 'collect', 'open', 'late', ${deliveryId})`;
  expect(await uses("opened_late")).toEqual(["2029-04-02"]);
  await erasing.standAt(begins("2029-04-02").subtract({ milliseconds: 1 }));
  await eraseAll("use_log", "2029-04-01");
  await eraseAll("key_use", "2029-04-01");
  const keys = () => erasing.rows`SELECT owner_id FROM key_use WHERE owner_id = 'late'`;
  expect([await uses("opened_late"), await keys()]).toEqual([["2029-04-02"], [{ owner_id: "late" }]]);
  await erasing.standAt(begins("2029-04-02"));
  await eraseAll("use_log", "2029-04-02");
  await eraseAll("key_use", "2029-04-02");
  expect([await uses("opened_late"), await keys()]).toEqual([[], []]);
});

test("R14 with a request its papers are let go, and what it says; R19.staff who left keeps no name", async () => {
  const id = await request(Temporal.Instant.from("2038-03-01T10:00:00Z"));
  await erasing.run`INSERT INTO mailed_link (id, purpose, subject_id, email, language, created_at, expires_at)
    VALUES (${id}, 'rights', ${id}, 'k@example.be', 'nl', '2038-03-01T10:00:00Z', '2038-10-01T10:00:00Z')`;
  const gone = await staff(Temporal.Instant.from("2038-03-01T10:00:00Z"));
  await erasing.standAt(begins("2043-03-02"));
  expect(await erasing.erase("rights", [id])).toEqual([id]);
  expect(await erasing.rows`SELECT blob_id FROM blob_removal WHERE blob_id = ${`blb_${id}`}`).toHaveLength(1);
  expect(await erasing.rows`SELECT FROM rights_request_event WHERE request_id = ${id}`).toEqual([]);
  expect(await erasing.rows`SELECT FROM mailed_link WHERE subject_id = ${id}`).toEqual([]);
  expect(await erasing.erase("staff", [gone])).toEqual([gone]);
  expect(await erasing.rows`SELECT email, family_name, first_names FROM staff WHERE id = ${gone}`).toEqual([
    { email: `erased:${gone}`, family_name: gone, first_names: "" },
  ]);
});

test("R19.staff what staff did stays as long as they are staff, and 24 months after they left", async () => {
  const act = Temporal.Instant.from("2045-01-10T10:00:00Z");
  const [serving, left] = [await staff(act), await staff(act)];
  await erasing.run`UPDATE staff SET left_at = CASE WHEN id = ${left} THEN timestamptz '2046-05-01T10:00:00Z' END WHERE id IN (${serving}, ${left})`;
  for (const who of [serving, left, null]) await looked(who, act, `of ${who}`);
  const there = async () =>
    (
      await erasing.rows<{
        subject: string;
      }>`SELECT subject FROM staff_log WHERE happened_at = ${act}::timestamptz ORDER BY id`
    ).map(({ subject }) => subject);
  await erasing.standAt(begins("2047-01-11"));
  await eraseAll("staff_log", "2047-01-11");
  expect(await there()).toEqual([`of ${serving}`, `of ${left}`]);
  await erasing.standAt(begins("2048-05-02").subtract({ milliseconds: 1 }));
  await eraseAll("staff_log", "2048-05-01");
  expect(await there()).toEqual([`of ${serving}`, `of ${left}`]);
  await erasing.standAt(begins("2048-05-02"));
  await eraseAll("staff_log", "2048-05-02");
  expect(await there()).toEqual([`of ${serving}`]);
  await erasing.run`UPDATE staff SET left_at = '2048-06-01T10:00:00Z' WHERE id = ${serving}`;
  await erasing.standAt(begins("2050-06-02").subtract({ milliseconds: 1 }));
  await eraseAll("staff_log", "2050-06-01");
  expect(await there()).toEqual([`of ${serving}`]);
  await erasing.standAt(begins("2050-06-02"));
  await eraseAll("staff_log", "2050-06-02");
  expect(await there()).toEqual([]);
  await looked(serving, act, "again");
  await expect(erasing.run`UPDATE staff_log SET act = 'x' WHERE subject = 'again'`).rejects.toThrow(
    "insert only",
  );
});

test("R16, R17 a shorter period of one account takes nothing that is another's or nobody's", async () => {
  const at = Temporal.Instant.from("2051-03-01T10:00:00Z");
  const [own, others] = [await session(at), await session(at)];
  await erasing.run`UPDATE session SET account_id = ${TEST_SENDER.accountId} WHERE id = ${own}`;
  const { deliveryIds } = await bench.submit();
  await erasing.run`UPDATE delivery SET account_id = ${NELE.accountId} WHERE id = ${deliveryIds[0]}`;
  await erasing.run`INSERT INTO collect_session (token_hash, delivery_id, link_generation, authentication, started_at, expires_at)
    VALUES ('of_another', ${deliveryIds[0]}, 1, '{}', ${at}::timestamptz, ${at}::timestamptz)`;
  await erasing.run`INSERT INTO staff_session (token_hash, id, staff_id, authenticated_at, fresh_at, last_used_at, expires_at, browser, os, ip)
    VALUES ('of_staff', 'of_staff', 'stf_ERASER', ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz, 'Firefox', 'Linux', '192.0.2.1')`;
  await erasing.run`INSERT INTO retention_change (id, rule, account_id, kept, reason, shorter, proposed_by, proposed_at, effective_at)
    VALUES ('rch_R17', 'R17', ${TEST_SENDER.accountId}, interval '30 days', 'asked', false, 'stf_ERASER', clock.now(), '2051-03-15')`;
  const left = async () => ({
    sessions: (
      await erasing.rows<{ id: string }>`SELECT id FROM session WHERE id IN (${own}, ${others})`
    ).map(({ id }) => id),
    collect: (await erasing.rows`SELECT FROM collect_session WHERE token_hash = 'of_another'`).length,
    staff: (await erasing.rows`SELECT FROM staff_session WHERE id = 'of_staff'`).length,
  });
  const eraseSessions = async (day: string) => {
    await erasing.standAt(begins(day));
    for (const set of ["session", "collect_session", "staff_session"]) await eraseAll(set, day);
  };
  await eraseSessions("2051-04-01");
  expect(await left()).toEqual({ sessions: [others], collect: 1, staff: 1 });
  await eraseSessions("2051-05-31");
  expect(await left()).toEqual({ sessions: [], collect: 0, staff: 0 });
  await erasing.run`DELETE FROM retention_change WHERE id = 'rch_R17'`;
});

test("R11 counted tries fall at the first midnight a day after they count no more", async () => {
  const ends = begins("2039-05-10").epochMilliseconds;
  await erasing.run`DELETE FROM rate_limit`;
  await erasing.run`INSERT INTO rate_limit (key, points, expire) VALUES ('ip 192.0.2.1', 1, ${ends})`;
  await erasing.standAt(begins("2039-05-11"));
  expect(await erasing.due("rate_limit", Temporal.PlainDate.from("2039-05-11"))).toEqual([]);
  await erasing.standAt(begins("2039-05-12"));
  expect(await erasing.erase("rate_limit", ["2039-05-12"])).toEqual(["2039-05-12"]);
  expect(await erasing.rows`SELECT FROM rate_limit`).toEqual([]);
});

test("the planner's samples hold nothing of whom the rows tell", async () => {
  await erasing.run`INSERT INTO use_log (used_at, falls_on, service, act, ip, user_agent, language)
    SELECT clock.now(), '2050-01-01', 'portal', 'sampled', 'kanarie', 'kanarie', 'kanarie' FROM generate_series(1, 500)`;
  await erasing.run`UPDATE staff SET family_name = 'kanarie', first_names = 'kanarie'`;
  await erasing.run`UPDATE person SET family_name = 'kanarie', first_names = 'kanarie', email = id || '@kanarie.example' WHERE erased_at IS NULL`;
  await erasing.run`UPDATE account SET name = 'kanarie', street = 'kanarie', email = 'kanarie'`;
  await erasing.run`INSERT INTO rights_request (id, kind, channel, name, email, language, received_at, identity, state)
    SELECT 'rgt_k' || i, 'access', 'form', 'kanarie', 'kanarie', 'nl', clock.now(), 'open', 'identity' FROM generate_series(1, 20) i`;
  await sql`ANALYZE`.execute(bench.context("owner").db);
  expect(
    await erasing.rows`SELECT tablename, attname FROM pg_stats WHERE most_common_vals::text ILIKE '%kanarie%' OR histogram_bounds::text ILIKE '%kanarie%'`,
  ).toEqual([]);
});

test("what is due is found by index, not by looking at every row", async () => {
  const indexes = await erasing.rows<{
    name: string;
  }>`SELECT indexname AS name FROM pg_indexes WHERE indexname LIKE 'retention\\_%'`;
  await erasing.run`INSERT INTO key_use (used_at, service, purpose, owner_id, holder) SELECT '2045-01-01', 'portal', 'open', 'o', 'account' FROM generate_series(1, 20000)`;
  await sql`ANALYZE key_use`.execute(bench.context("owner").db);
  const plan = await erasing.rows<{
    "QUERY PLAN": string;
  }>`EXPLAIN SELECT min(coalesce(counts_from, used_at)) FROM key_use
    WHERE coalesce(counts_from, used_at) >= '-infinity' AND coalesce(counts_from, used_at) < '2040-01-01'`;
  expect(plan.map((line) => line["QUERY PLAN"]).join("\n")).toContain("retention_key_use");
  for (const { set } of [...ROWS, ...DAYS].filter(({ set }) => set !== "use_log"))
    expect(indexes.map((row) => row.name)).toContain(`retention_${set}`);
});

import { clockNow, sql } from "@posthorn/db";
import { LANGUAGES, type Language } from "@posthorn/domain";
import { newId } from "@posthorn/runtime";
import {
  createLogBench,
  createVerbBench,
  type LogBench,
  TEST_SENDER,
  type VerbBench,
} from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { StaffReader } from "../staff/authorise-staff.ts";
import { checkRecords } from "./check-records.ts";
import { closeDisclosure, enterDisclosure, noteDisclosureTold } from "./enter-disclosure.ts";
import { endSubprocessor, enterSubprocessor } from "./enter-subprocessor.ts";
import { exportDisclosures, listDisclosures, viewDisclosure } from "./list-disclosures.ts";
import { listSubprocessors, viewSubprocessors } from "./list-subprocessors.ts";
import { changeBreach, openBreach } from "./open-breach.ts";
import { sendCirculars } from "./send-circulars.ts";
import { closeBreach, releaseBreach, settleDuty } from "./settle-duty.ts";
import { tellOfficers } from "./tell-officers.ts";
import { listBreaches, viewBreach } from "./view-breach.ts";

const visitor = { ip: "203.0.113.9", userAgent: "test", language: "nl" };
const inAll = (words: string) =>
  Object.fromEntries(LANGUAGES.map((language) => [language, words])) as Record<Language, string>;

let bench: VerbBench;
let log: LogBench;
let officer: StaffReader;
let auditor: StaffReader;

beforeAll(async () => {
  bench = await createVerbBench();
  log = await createLogBench(bench);
  officer = await staffMember(["privacy_officer"]);
  auditor = await staffMember(["auditor"]);
});
afterAll(() => bench.close());

const owner = () => bench.context("owner").db;
const desk = () => bench.context("backoffice");

async function staffMember(roles: StaffReader["staff"]["roles"]): Promise<StaffReader> {
  const at = await clockNow(owner());
  const id = newId("stf", at);
  await owner()
    .insertInto("staff")
    .values({
      id,
      email: `${id}@posthorn.example`.toLowerCase(),
      family_name: "Vermeulen",
      first_names: "Bo",
      language: "en",
      roles: [...roles],
      webauthn_handle: id,
      created_at: at,
      left_at: null,
    })
    .execute();
  return { staff: { staffId: id, roles, freshUntil: at.add({ hours: 100_000 }) }, visitor, arrivedAt: at };
}

async function inDays(days: number): Promise<string> {
  const now = await clockNow(owner());
  return now.toZonedDateTimeISO("Europe/Brussels").toPlainDate().add({ days }).toString();
}

async function relay(change: object = {}) {
  return {
    name: "Relay NV",
    address: "Stationsstraat 1, 9000 Gent",
    purpose: inAll("Carries our mails"),
    country: "BE",
    parentName: "Relay Group",
    parentCountry: "NL",
    termsUrl: "https://relay.be/dpa",
    hosts: "smtp.relay.be api.relay.be",
    roles: ["mail"],
    effectiveOn: await inDays(30),
    override: "",
    shortNotice: "",
    ...change,
  };
}

const codes = (fields: readonly { readonly path: string; readonly code: string }[] | undefined) =>
  fields?.map(({ path, code }) => `${path} ${code}`);
async function refusal(act: Promise<unknown>): Promise<unknown> {
  const error = (await act.then(
    () => null,
    (thrown: unknown) => thrown,
  )) as { code?: string; fields?: readonly { path: string; code: string }[] } | null;
  return error === null ? null : codes(error.fields)?.join(", ") || error.code;
}

test("a new subprocessor is told to who runs each account, once, and stands on the public page", async () => {
  const id = await enterSubprocessor(desk(), officer, await relay(), 30);
  const worker = bench.context("worker");
  // Of two workers one finds it locked; a second pass finds nothing more.
  await Promise.all([sendCirculars(worker), sendCirculars(worker)]);
  while ((await sendCirculars(worker)) > 0);
  const admins = await owner()
    .selectFrom("member")
    .innerJoin("account", "account.id", "member.account_id")
    .select("member.person_id")
    .where("member.role", "=", "admin")
    .where("member.left_at", "is", null)
    .where("account.status", "<>", "erased")
    .execute();
  const mails = await owner()
    .selectFrom("person_errand")
    .select(["person_id", "facts"])
    .where("kind", "=", "subprocessor_announced")
    .execute();
  expect(mails.map((row) => String(row.person_id)).toSorted()).toEqual(
    admins.map((row) => row.person_id).toSorted(),
  );
  expect(mails[0]?.facts).toMatchObject({ provider: "Relay NV", country: "BE", in_force: await inDays(30) });
  const [line] = await viewSubprocessors(bench.context("portal"));
  expect(line).toMatchObject({
    id,
    standing: "announced",
    override: null,
    hosts: ["smtp.relay.be", "api.relay.be"],
  });
  const { lines } = await listSubprocessors(desk(), auditor, {});
  expect(lines[0]).toMatchObject({ told: mails.length, toldAll: true });
  await endSubprocessor(desk(), officer, { id, lastDay: await inDays(40) });
  expect(await refusal(endSubprocessor(desk(), officer, { id, lastDay: await inDays(41) }))).toBe(
    "subprocessor_ended",
  );
});

test("none from outside, and none at short notice, without a reason that everybody reads", async () => {
  const enter = async (change: object, reader = officer) =>
    refusal(enterSubprocessor(desk(), reader, await relay(change), 30));
  expect(await enter({ country: "US" })).toBe("override override_required");
  expect(await enter({ parentCountry: "US" })).toBe("override override_required");
  expect(await enter({ effectiveOn: await inDays(29) })).toBe("short_notice short_notice_required");
  expect(await enter({ country: "ZZ" })).toBe("country country_invalid");
  expect(await enter({ hosts: "localhost", termsUrl: "http://relay.be", roles: ["x"] })).toBe(
    "terms_url url_invalid, hosts host_invalid, roles choose",
  );
  expect(await enter({}, auditor)).toBe("staff_role_missing");
  const stale = { ...officer, staff: { ...officer.staff, freshUntil: officer.arrivedAt } };
  expect(await enter({}, stale)).toBe("staff_not_fresh");
  const override = "No provider in the Union reaches these networks.";
  const id = await enterSubprocessor(desk(), officer, await relay({ country: "US", override }), 30);
  const line = (await viewSubprocessors(bench.context("portal"))).find((each) => each.id === id);
  expect(line).toMatchObject({ override, country: "US" });
});

test("the list goes on by cursor, there and back, and everybody still reads all that are in use", async () => {
  const [first] = await viewSubprocessors(bench.context("portal"));
  await sql`INSERT INTO subprocessor SELECT (jsonb_populate_record(s, jsonb_build_object('id', 'sub_MANY' || lpad(n::text, 3, '0'), 'name', 'Many',
    'ended_on', CASE WHEN n > 60 THEN '2026-01-01' END, 'effective_on', '2025-01-01'))).* FROM subprocessor s, generate_series(1, 120) n
    WHERE s.id = ${first?.id ?? ""}`.execute(owner());
  const seen: string[] = [];
  const pages: (string | undefined)[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await listSubprocessors(desk(), officer, cursor === undefined ? {} : { cursor });
    pages.push(cursor);
    seen.push(...page.lines.map(({ id }) => id));
    if (page.next === null) {
      const back = await listSubprocessors(desk(), officer, { cursor: page.previous ?? "" });
      expect(back.lines.map(({ id }) => id)).toEqual(seen.slice(50, 100));
      break;
    }
    cursor = page.next;
  }
  expect(pages).toHaveLength(3);
  expect(new Set(seen).size).toBe(seen.length);
  const shown = await viewSubprocessors(bench.context("portal"));
  const many = shown.filter(({ name }) => name === "Many");
  expect(many.filter(({ standing }) => standing === "in_force")).toHaveLength(60);
  expect(many.filter(({ standing }) => standing === "ended")).toHaveLength(50);
  expect(await refusal(listSubprocessors(desk(), officer, { cursor: "x" }))).toBe("cursor_invalid");
  await sql`DELETE FROM subprocessor WHERE name = 'Many'`.execute(owner());
});

const BREACH = {
  facts: "A disk with drafts was lost on the way to the data centre.",
  natures: ["confidentiality", "availability"],
  people: ["addressees"],
  data: ["names", "content"],
  persons: "12",
  accounts: TEST_SENDER.accountId,
  assessment: "",
  words: { ...inAll(""), nl: "Een schijf met ontwerpen ging verloren." },
};

async function yesterday(): Promise<string> {
  return `${await inDays(-1)} 14:05`;
}

test("a breach has a clock on each duty, is told to senders on release, and closes with a report once all is settled", async () => {
  const id = await openBreach(desk(), officer, { ...BREACH, noticedAt: await yesterday() });
  const view = await viewBreach(desk(), auditor, id);
  const hours = view.duties.map(({ duty, dueAt }) => [duty, dueAt.since(view.noticedAt).total("hours")]);
  expect(hours.slice(0, 6)).toEqual([
    ["senders", 0],
    ["supervisory", 24],
    ["persons", 24],
    ["nis2_early", 24],
    ["gba", 72],
    ["nis2_notification", 72],
  ]);
  expect(await refusal(releaseBreach(desk(), officer, id))).toBe(
    "words.fr required, words.de required, words.en required",
  );
  await changeBreach(desk(), officer, {
    ...BREACH,
    id,
    seenAt: view.changedAt,
    words: inAll("A disk was lost; nobody can read it."),
  });
  expect(await refusal(changeBreach(desk(), officer, { ...BREACH, id, seenAt: view.changedAt }))).toBe(
    "breach_changed",
  );
  await releaseBreach(desk(), officer, id);
  expect(await refusal(releaseBreach(desk(), officer, id))).toBe("breach_duty_settled");
  while ((await sendCirculars(bench.context("worker"))) > 0);
  const mails = await owner()
    .selectFrom("person_errand")
    .select(["person_id", "facts"])
    .where("kind", "=", "breach_told")
    .execute();
  expect(mails.map((row) => row.person_id)).toEqual(["per_SEED0LOTTEMAES"]);
  expect(mails[0]?.facts["breach_words"]).toBe("A disk was lost; nobody can read it.");
  expect(await refusal(closeBreach(desk(), officer, { id, report: "All was told and mended." }))).toBe(
    "breach_duties_open",
  );
  for (const duty of ["supervisory", "persons", "nis2_early", "gba"])
    await settleDuty(desk(), officer, {
      id,
      duty,
      outcome: "not_required",
      words: "The disk was encrypted.",
    });
  await settleDuty(desk(), officer, { id, duty: "nis2_notification", outcome: "done", words: "CCB 2026/1" });
  expect(
    await refusal(settleDuty(desk(), officer, { id, duty: "gba", outcome: "done", words: "Case 12345" })),
  ).toBe("breach_duty_settled");
  const notified = (await viewBreach(desk(), officer, id)).duties;
  const at = (duty: string) => notified.find((each) => each.duty === duty);
  expect(at("nis2_final")?.dueAt).toEqual(
    at("nis2_notification")?.settledAt?.toZonedDateTimeISO("Europe/Brussels").add({ months: 1 }).toInstant(),
  );
  await settleDuty(desk(), officer, { id, duty: "nis2_final", outcome: "done", words: "CCB 2026/1, final" });
  await closeBreach(desk(), officer, { id, report: "All was told and mended." });
  const closed = await viewBreach(desk(), officer, id);
  expect(closed.closedAt).not.toBeNull();
  expect(closed.events.map(({ event }) => event)).toEqual([
    "opened",
    "changed",
    "released",
    ...Array<string>(4).fill("not_required"),
    "done",
    "done",
    "closed",
  ]);
  expect(await refusal(changeBreach(desk(), officer, { ...BREACH, id, seenAt: closed.changedAt }))).toBe(
    "breach_closed",
  );
  await expect(sql`UPDATE breach_event SET words = 'x'`.execute(owner())).rejects.toThrow("insert only");
});

test("an account that turns out to be concerned once the senders were told is told at once, and nobody twice", async () => {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM account WHERE status = 'active' AND id <> ${TEST_SENDER.accountId} ORDER BY id LIMIT 2`.execute(
    owner(),
  );
  const [one = "", other = ""] = rows.map((row) => row.id);
  const words = inAll("A disk was lost; nobody can read it.");
  const id = await openBreach(desk(), officer, { ...BREACH, words, noticedAt: await yesterday() });
  const change = async (accounts: string, told = words) => {
    const { changedAt } = await viewBreach(desk(), officer, id);
    return changeBreach(desk(), officer, { ...BREACH, words: told, accounts, id, seenAt: changedAt });
  };
  const number = String((await viewBreach(desk(), officer, id)).number);
  const told = async () => {
    while ((await sendCirculars(bench.context("worker"))) > 0);
    const mails = await sql<{ account_id: string }>`
      SELECT m.account_id FROM person_errand e JOIN member m ON m.person_id = e.person_id AND m.role = 'admin' AND m.left_at IS NULL
      WHERE e.kind = 'breach_told' AND e.facts ->> 'breach' = ${number}`.execute(owner());
    return mails.rows.map((row) => row.account_id);
  };
  await change(`${TEST_SENDER.accountId} ${one}`);
  expect(await told()).toEqual([]);
  await releaseBreach(desk(), officer, id);
  const first = await told();
  expect(first).toEqual(expect.arrayContaining([TEST_SENDER.accountId, one]));
  expect(first).not.toContain(other);
  expect(await refusal(change(`${one} ${other}`, { ...words, fr: "" }))).toBe("words.fr required");
  await change(`${TEST_SENDER.accountId}`);
  await change(`${TEST_SENDER.accountId} ${one}`);
  expect((await told()).toSorted()).toEqual(first.toSorted());
  await change(`${one} ${other}`);
  expect((await told()).toSorted()).toEqual([...first, other].toSorted());
  const { events, told: counted } = await viewBreach(desk(), officer, id);
  expect(events.filter(({ event }) => event === "released").map((event) => event.words)).toEqual([
    null,
    other,
  ]);
  expect(counted).toEqual({ mails: first.length + 1, all: true });
  await change("");
  const everybody = await told();
  expect(everybody).toEqual([...new Set(everybody)]);
  expect(everybody.length).toBeGreaterThan(first.length + 1);
  await change(other);
  expect((await told()).toSorted()).toEqual(everybody.toSorted());
});

test("what is wrong in an entry is said at its fields, and nobody else enters one", async () => {
  const open = async (change: object, reader = officer) =>
    refusal(openBreach(desk(), reader, { ...BREACH, noticedAt: await yesterday(), ...change }));
  expect(await open({ noticedAt: `${await inDays(1)} 10:00` })).toBe("noticed_at time_in_future");
  expect(await open({ noticedAt: "yesterday" })).toBe("noticed_at time_invalid");
  expect(await open({ facts: "", natures: [], persons: "-1", accounts: "x" })).toBe(
    "persons out_of_range, facts required, natures choose, accounts account_unknown",
  );
  expect(await open({}, auditor)).toBe("staff_role_missing");
  expect(await refusal(viewBreach(desk(), officer, "bre_0"))).toBe("breach_unknown");
});

async function wholeRound(): Promise<number> {
  let found = 0;
  for (;;) {
    const checked = await checkRecords(bench.context("sealer"));
    found += checked?.findings ?? 0;
    if (checked?.whole) return found;
  }
}

async function byThemselves() {
  return owner()
    .selectFrom("breach")
    .select(["id", "source_key"])
    .where("source_key", "is not", null)
    .execute();
}

test("records and log that fit open nothing; a row changed by the owner of the database opens one entry, and officers are told", async () => {
  const { deliveryIds } = await bench.submit();
  await log.publish();
  expect(await wholeRound()).toBe(0);
  expect((await listBreaches(desk(), officer, {})).checkedWholeAt).not.toBeNull();
  const id = deliveryIds[0] ?? "";
  await sql`SET session_replication_role = replica`.execute(owner());
  await sql`UPDATE evidence_record SET canonical = replace(canonical, 'Peeters', 'Pieters') WHERE delivery_id = ${id} AND seq = 1`.execute(
    owner(),
  );
  expect(await wholeRound()).toBe(1);
  expect(await byThemselves()).toEqual([
    { id: expect.any(String), source_key: expect.stringMatching(`^chain/${id}#[0-9a-f]{16}$`) },
  ]);
  // Found again in every round, and entered once.
  expect(await wholeRound()).toBe(1);
  await sql`UPDATE log_entry SET leaf = sha256('other') WHERE index = 0`.execute(owner());
  expect(await wholeRound()).toBeGreaterThan(1);
  const [entry] = await byThemselves();
  expect(await byThemselves()).toHaveLength(1);
  const view = await viewBreach(desk(), officer, entry?.id ?? "");
  expect(view.findings).toContainEqual(expect.stringMatching(/^log\/leaf\/0#/));
  expect(view.openedBy).toBeNull();
  expect(view.duties).toHaveLength(7);
  while ((await tellOfficers(bench.context("worker"))) > 0);
  const mails = await owner()
    .selectFrom("person_errand")
    .select("to_email")
    .distinct()
    .where("kind", "=", "breach_opened")
    .where(sql<boolean>`facts->>'breach' = ${String(view.number)}`)
    .execute();
  const { rows: officers } = await sql<{ email: string }>`
    SELECT email FROM staff WHERE 'privacy_officer' = ANY (roles) AND left_at IS NULL`.execute(owner());
  expect(mails.map((row) => String(row.to_email)).toSorted()).toEqual(
    officers.map((row) => row.email).toSorted(),
  );
  const list = await listBreaches(desk(), officer, {});
  expect(list.lines[0]).toMatchObject({ openedByItself: true, open: 7 });
});

test.each([
  ["a record that is gone", sql`DELETE FROM evidence_record WHERE delivery_id = 'ID' AND seq = 1`],
  ["a head that is another", sql`UPDATE delivery SET record_head = repeat('1', 64) WHERE id = 'ID'`],
])("%s is found as well", async (_, change) => {
  const { deliveryIds } = await bench.submit();
  const id = deliveryIds[0] ?? "";
  const before = await wholeRound();
  await sql`SET session_replication_role = replica`.execute(owner());
  await sql.raw(change.compile(owner()).sql.replace("'ID'", `'${id}'`)).execute(owner());
  expect(await wholeRound()).toBe(before + 1);
});

test("what was entered and closed opens nothing again as long as it stays as it is; changed once more, it does", async () => {
  const { deliveryIds } = await bench.submit();
  const id = deliveryIds[0] ?? "";
  const change = async (from: string, to: string) => {
    await sql`UPDATE evidence_record SET canonical = replace(canonical, ${from}, ${to}) WHERE delivery_id = ${id} AND seq = 1`.execute(
      owner(),
    );
  };
  const closeAll = () =>
    owner()
      .updateTable("breach")
      .set({
        closed_at: sql`clock.now()`,
        closed_by: officer.staff.staffId,
        report: "Looked into and mended",
      })
      .where("closed_at", "is", null)
      .execute();
  await sql`SET session_replication_role = replica`.execute(owner());
  await change("Peeters", "Pieters");
  await wholeRound();
  await closeAll();
  const entered = (await byThemselves()).length;
  await wholeRound();
  expect(await byThemselves()).toHaveLength(entered);
  await change("Pieters", "Pietersen");
  await wholeRound();
  expect(await byThemselves()).toHaveLength(entered + 1);
});

const ASKED = {
  authority: "Onderzoeksrechter te Gent",
  legalBasis: "Wetboek van Strafvordering, art. 88bis",
  reference: "GE.2026.1234",
  given: "The log of use of the account in November 2026.",
  givenOn: "2026-11-20",
  subjects: "acc_1, dlv_2 per_3",
  telling: "later",
  tellFrom: "2027-05-01",
  tellingWords: "Secrecy of the inquiry until then.",
};

test("a disclosure says who asked by which law, of whom, and when he may be told", async () => {
  const id = await enterDisclosure(desk(), officer, ASKED);
  expect(await viewDisclosure(desk(), auditor, id)).toMatchObject({
    authority: ASKED.authority,
    decidedBy: "Bo Vermeulen",
    telling: "later",
    subjects: [
      { kind: "account", id: "acc_1" },
      { kind: "delivery", id: "dlv_2" },
      { kind: "person", id: "per_3" },
    ],
  });
  expect(await refusal(noteDisclosureTold(desk(), officer, id))).toBe("disclosure_silent");
  const open = await enterDisclosure(desk(), officer, { ...ASKED, telling: "yes", tellingWords: "" });
  await noteDisclosureTold(desk(), officer, open);
  expect(await refusal(noteDisclosureTold(desk(), officer, open))).toBe("disclosure_told");
  await closeDisclosure(desk(), officer, open);
  expect(await refusal(closeDisclosure(desk(), officer, open))).toBe("disclosure_closed");
  expect((await listDisclosures(desk(), officer, {})).lines.map((line) => line.id)).toEqual([open, id]);
  const all: string[] = [];
  for await (const line of await exportDisclosures(desk(), auditor)) all.push(line.id);
  expect(all).toEqual([open, id]);
  const wrong = { ...ASKED, subjects: "somebody", telling: "no", tellingWords: "", givenOn: "2999-01-01" };
  expect(await refusal(enterDisclosure(desk(), officer, wrong))).toBe(
    "given_on date_in_future, telling_words required, subjects subject_invalid",
  );
  expect(await refusal(enterDisclosure(desk(), auditor, ASKED))).toBe("staff_role_missing");
});

async function standAt(at: string): Promise<void> {
  await sql`CREATE OR REPLACE FUNCTION clock.now() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$ SELECT ${sql.lit(at)}::timestamptz $$`.execute(
    owner(),
  );
}

test.each([
  ["disclosure", "2026-10-24T22:30:00Z", "2031-10-25"],
  ["breach", "2028-02-29T22:30:00Z", "2033-02-28"],
] as const)(
  "R19 a closed %s falls on the day after five years, and not the day before",
  async (table, closedAt, last) => {
    const id =
      table === "breach"
        ? await openBreach(desk(), officer, { ...BREACH, noticedAt: await yesterday() })
        : await enterDisclosure(desk(), officer, ASKED);
    await sql`UPDATE ${sql.table(table)} SET closed_at = ${closedAt}${sql.raw(table === "breach" ? ", report = 'closed for a test'" : "")} WHERE id = ${id}`.execute(
      owner(),
    );
    await sql`SET timezone = 'Asia/Tokyo'`.execute(bench.context("eraser").db);
    const due = async (day: string) => {
      const { rows } = await sql<{ id: string }>`
      SELECT id FROM retention.${sql.raw(`due_${table}`)}(${day}::date, NULL, 10)`.execute(
        bench.context("eraser").db,
      );
      return rows.map((row) => row.id);
    };
    const next = Temporal.PlainDate.from(last).add({ days: 1 }).toString();
    expect(await due(last)).not.toContain(id);
    expect(await due(next)).toContain(id);
    const erase = async () => {
      const { rows } = await sql<{ gone: string[] }>`
      SELECT retention.${sql.raw(`erase_${table}`)}(ARRAY[${id}]) AS gone`.execute(
        bench.context("eraser").db,
      );
      return rows[0]?.gone ?? [];
    };
    // Its day has not come by the database's own clock, whatever the caller says.
    expect(await erase()).toEqual([]);
    await standAt(`${last}T12:00:00Z`);
    expect(await erase()).toEqual([]);
    await standAt(`${next}T12:00:00Z`);
    expect(await erase()).toEqual([id]);
    const { rows } = await sql`SELECT id FROM ${sql.table(table)} WHERE id = ${id}`.execute(owner());
    expect(rows).toEqual([]);
  },
);

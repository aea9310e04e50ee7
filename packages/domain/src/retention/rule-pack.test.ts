import { expect, test } from "vitest";
import { brusselsDay } from "../deadline/brussels-day.ts";
import { changeTakesEffect } from "./change-period.ts";
import { packAt, whenFalls, type KeptRecord, type RulePack } from "./rule-pack.ts";
import { SCHEDULE_PACK } from "./schedule-pack.ts";

const at = (text: string) =>
  text.length > 10
    ? Temporal.Instant.from(text)
    : Temporal.PlainDate.from(text)
        .toZonedDateTime({ timeZone: "Europe/Brussels", plainTime: "17:00" })
        .toInstant();
const day = (text: string) => Temporal.PlainDate.from(text);
const events = (given: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(given).map(([name, when]) => [name, at(when)]));

/** There on its last day, to the last millisecond; due with the first instant of the next. */
function expectLastDay(pack: RulePack, record: KeptRecord, last: string, rule?: string): void {
  const fall = whenFalls(pack, record, []);
  if (fall === null) throw new Error("it does not fall");
  expect(brusselsDay(fall.dueAt.subtract({ milliseconds: 1 })).toString()).toBe(last);
  expect(brusselsDay(fall.dueAt).toString()).toBe(day(last).add({ days: 1 }).toString());
  expect(fall.held).toBe(false);
  if (rule !== undefined) expect(fall.rule).toBe(rule);
}

/** A contact centre: for its clients it records calls, as processor; for its own people it listens along, as controller. */
const CONTACT_CENTRE: RulePack = [
  {
    id: "recording",
    role: "processor",
    kinds: ["recording"],
    from: [{ event: "recorded" }],
    period: { kind: "months", count: 1 },
    prolonged: [
      { when: "complaint", until: "complaint_ended", period: { kind: "days", count: 0 } },
      { when: "fraud", until: "fraud_ended", period: { kind: "days", count: 0 } },
    ],
  },
  {
    id: "coaching",
    role: "controller",
    kinds: ["coached_call"],
    from: [{ event: "listened" }],
    period: { kind: "months", count: 1 },
  },
];

test.each([
  [{ recorded: "2026-11-22" }, [], "2026-12-22"],
  [{ recorded: "2027-01-31" }, [], "2027-02-28"],
  // Over the change to summer time.
  [{ recorded: "2027-02-28T23:30:00+01:00" }, [], "2027-03-28"],
  // A complaint that ended before the month was over prolongs nothing; a later one does; with a fraud, the later of both.
  [{ recorded: "2026-11-22", complaint_ended: "2026-12-01" }, ["complaint"], "2026-12-22"],
  [{ recorded: "2026-11-22", complaint_ended: "2027-05-07" }, ["complaint"], "2027-05-07"],
  [
    { recorded: "2026-11-22", complaint_ended: "2027-05-07", fraud_ended: "2027-06-30" },
    ["complaint", "fraud"],
    "2027-06-30",
  ],
])("contact centre: a recording %o %o is kept through %s", (happened, flags, last) => {
  expectLastDay(CONTACT_CENTRE, { kind: "recording", events: events(happened), flags }, last, "recording");
});

test("contact centre: as long as a complaint or a fraud is open the recording stays, and that of another call goes", () => {
  const recorded = events({ recorded: "2026-11-22", complaint_ended: "2027-05-07" });
  const open = { kind: "recording", events: recorded, flags: ["complaint", "fraud"] };
  expect(whenFalls(CONTACT_CENTRE, open, [])).toBeNull();
  expectLastDay(CONTACT_CENTRE, { kind: "recording", events: recorded }, "2026-12-22");
});

test("contact centre: what was listened to for coaching falls by its own rule, as controller", () => {
  const coached = { kind: "coached_call", events: events({ listened: "2028-01-31" }), flags: ["complaint"] };
  expectLastDay(CONTACT_CENTRE, coached, "2028-02-29", "coaching");
  expect(CONTACT_CENTRE.map(({ id, role }) => [id, role])).toEqual([
    ["recording", "processor"],
    ["coaching", "controller"],
  ]);
});

const TELECOM: RulePack = [
  {
    id: "billing",
    role: "controller",
    kinds: ["billing"],
    from: [{ event: "contract_ended" }],
    period: { kind: "years", count: 7 },
    prolonged: [{ when: "dispute", until: "dispute_ended", period: { kind: "years", count: 10 } }],
  },
  {
    id: "consent",
    role: "controller",
    kinds: ["consent_proof"],
    from: [{ event: "consent_withdrawn" }],
    period: { kind: "years", count: 5 },
  },
  {
    id: "identity_document",
    role: "controller",
    kinds: ["identity_document"],
    from: [{ event: "validated" }],
    period: { kind: "at_once" },
  },
  {
    id: "verification",
    role: "controller",
    kinds: ["verification_result"],
    from: [{ event: "verified" }],
    period: { kind: "days", count: 90 },
  },
  {
    id: "dispute",
    role: "controller",
    kinds: ["dispute_file"],
    from: [{ event: "dispute_ended" }],
    period: { kind: "years", count: 10 },
  },
  {
    id: "visitor",
    role: "controller",
    kinds: ["visitor"],
    from: [{ event: "visited" }],
    period: { kind: "years", count: 3 },
  },
];

test.each([
  ["billing", { contract_ended: "2026-11-22" }, [], "2033-11-22"],
  ["billing", { contract_ended: "2028-02-29" }, [], "2035-02-28"],
  ["billing", { contract_ended: "2026-11-22", dispute_ended: "2027-02-01" }, ["dispute"], "2037-02-01"],
  ["consent_proof", { consent_given: "2020-01-01", consent_withdrawn: "2026-11-22" }, [], "2031-11-22"],
  ["verification_result", { verified: "2026-12-01" }, [], "2027-03-01"],
  ["dispute_file", { dispute_ended: "2028-02-29" }, [], "2038-02-28"],
  ["visitor", { visited: "2026-11-22T23:59:59+01:00" }, [], "2029-11-22"],
] as const)("telecom operator: %s with %o %o is kept through %s", (kind, happened, flags, last) => {
  expectLastDay(TELECOM, { kind, events: events(happened), flags }, last);
});

test("telecom operator: an identity document goes with its validation, a consent that stands is kept, and so is a contract that runs", () => {
  const validated = at("2026-11-22T10:00:00+01:00");
  expect(whenFalls(TELECOM, { kind: "identity_document", events: { validated } }, [])?.dueAt).toEqual(
    validated,
  );
  expect(whenFalls(TELECOM, { kind: "identity_document", events: {} }, [])).toBeNull();
  expect(
    whenFalls(TELECOM, { kind: "consent_proof", events: events({ consent_given: "2001-01-01" }) }, []),
  ).toBeNull();
  expect(whenFalls(TELECOM, { kind: "billing", events: {} }, [])).toBeNull();
});

test("what no rule names is an error, not something to be kept for ever", () => {
  expect(() => whenFalls(TELECOM, { kind: "recording", events: {} }, [])).toThrow("no rule names");
});

test("a hold keeps what it names through its last day, and nothing else; one that ends earlier changes nothing", () => {
  const evidence = { kind: "R9", events: events({ final_state: "2026-11-22" }), ids: ["dlv_1", "msg_1"] };
  const holds = [
    { id: "msg_1", endsOn: day("2029-06-30") },
    { id: "dlv_1", endsOn: day("2027-01-01") },
    { id: "dlv_2", endsOn: day("2039-01-01") },
  ];
  const fall = whenFalls(SCHEDULE_PACK, evidence, holds);
  expect([fall?.rule, fall?.held, fall?.dueAt.toString()]).toEqual(["R9", true, "2029-06-30T22:00:00Z"]);
  expect(whenFalls(SCHEDULE_PACK, evidence, holds.slice(1))?.held).toBe(false);
  expect(whenFalls(SCHEDULE_PACK, { ...evidence, ids: [] }, holds)?.held).toBe(false);
});

test("made longer after it was due: what is still there stays until its new day", () => {
  const visitor = { kind: "visitor", events: events({ visited: "2026-11-22" }) };
  const longer = {
    rule: "visitor",
    effectiveAt: at("2029-11-23T00:05:00+01:00"),
    period: { kind: "years", count: 4 },
  } as const;
  const now = at("2029-11-23T00:10:00+01:00");
  expectLastDay(
    packAt(TELECOM, [longer], longer.effectiveAt.subtract({ seconds: 1 })),
    visitor,
    "2029-11-22",
  );
  expectLastDay(packAt(TELECOM, [longer], now), visitor, "2030-11-22");
});

test("made shorter: nothing falls by it before seven days have passed, and the latest change in force counts", () => {
  const verified = { kind: "verification_result", events: events({ verified: "2026-11-01" }) };
  const decidedAt = at("2026-12-01T10:00:00+01:00");
  const shorter = {
    rule: "verification",
    effectiveAt: changeTakesEffect("shorter", decidedAt),
    period: { kind: "days", count: 10 },
  } as const;
  const back = { ...shorter, effectiveAt: at("2026-12-20"), period: { kind: "days", count: 90 } } as const;
  expectLastDay(packAt(TELECOM, [back, shorter], at("2026-12-08T23:59:59+01:00")), verified, "2027-01-30");
  expectLastDay(packAt(TELECOM, [back, shorter], at("2026-12-09T00:00:00+01:00")), verified, "2026-11-11");
  expectLastDay(packAt(TELECOM, [back, shorter], at("2026-12-21")), verified, "2027-01-30");
});

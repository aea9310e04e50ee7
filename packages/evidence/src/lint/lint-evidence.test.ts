import { type EvidenceFacts, isEventName } from "@posthorn/domain";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { LintRecord } from "./chain.ts";
import { lintEvidence } from "./lint-evidence.ts";
import { type LifeOptions, LIVES, millis, rechain } from "./lives.test-support.ts";

const OPTIONS: LifeOptions = {
  submittedAt: Temporal.Instant.from("2026-11-21T09:02:14.118Z"),
  waitMinutes: 600,
  collectionDays: 15,
};
const options = fc.record({
  submittedAt: fc
    .integer({ min: 0, max: 5 * 365 * 24 * 3600 * 1000 })
    .map((ms) => Temporal.Instant.from("2026-01-01T00:00:00Z").add({ milliseconds: ms })),
  waitMinutes: fc.integer({ min: 5, max: 1000 }),
  collectionDays: fc.integer({ min: 1, max: 30 }),
});
const life = fc.constantFrom(...Object.keys(LIVES));

function live(name: string, given: LifeOptions = OPTIONS): readonly LintRecord[] {
  const records = LIVES[name]?.(given);
  if (!records) throw new Error(`no life is called ${name}`);
  return records;
}

test("whatever a delivery goes through, at whatever time, its records are coherent, in any order given", () => {
  fc.assert(
    fc.property(life, options, (name, given) => {
      expect(lintEvidence({ records: live(name, given) })).toEqual([]);
      expect(lintEvidence({ records: live(name, given).toReversed() })).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

type Facts = Partial<EvidenceFacts>;
interface Plant {
  readonly rule: string;
  readonly what: string;
  readonly life: string;
  readonly plant: (records: readonly LintRecord[], given: LifeOptions) => readonly LintRecord[];
}

/** Changes the facts of the records of one type, or of the nth record, and reckons the chain anew. */
function change(which: string | number, to: (facts: EvidenceFacts) => Facts): Plant["plant"] {
  return (records) =>
    rechain(
      records.map((record, index) =>
        which === index || which === record.facts.type
          ? { ...record, facts: { ...record.facts, ...to(record.facts) } }
          : record,
      ),
    );
}

function remove(...types: readonly string[]): Plant["plant"] {
  return (records) => rechain(records.filter(({ facts }) => !types.includes(facts.type)));
}

/** A copy of the record, put behind the last. */
function repeat(type: string, to: Facts = {}): Plant["plant"] {
  return (records) => {
    const copied = records.find(({ facts }) => facts.type === type);
    if (!copied) throw new Error(`no ${type}`);
    const { closing: _closing, ...facts } = copied.facts;
    const last = records.at(-1)?.facts;
    const late = { recorded_at: last?.recorded_at ?? facts.recorded_at };
    const after = records.some((each) => each.facts.closing) ? { after_final: true } : {};
    return rechain([...records, { ...copied, facts: { ...facts, ...late, ...after, ...to } }]);
  };
}

function without<K extends keyof EvidenceFacts>(key: K) {
  return (which: string): Plant["plant"] =>
    (records) =>
      rechain(
        records.map((record) => {
          if (record.facts.type !== which) return record;
          const { [key]: _gone, ...facts } = record.facts;
          return { ...record, facts: facts as EvidenceFacts };
        }),
      );
}

function later(at: string, duration: Temporal.DurationLike): string {
  return millis(Temporal.Instant.from(at).add(duration));
}

function stamp(type: string, at: (record: LintRecord) => Temporal.Instant | null): Plant["plant"] {
  return (records) =>
    records.map((record) => (record.facts.type === type ? { ...record, stampedAt: at(record) } : record));
}

type Collector = NonNullable<EvidenceFacts["collector"]>;

/** Everywhere alike, so that only what is said of the collector is wrong. */
function everywhere(to: (collector: Collector) => Collector): Plant["plant"] {
  return (records) =>
    rechain(
      records.map((record) =>
        record.facts.collector
          ? { ...record, facts: { ...record.facts, collector: to(record.facts.collector) } }
          : record,
      ),
    );
}

/** A match that fits nobody, by what is wrong with it. */
const MISFITS: readonly (readonly [string, string, (collector: Collector) => Collector])[] = [
  ["somebody of another name", "collected with itsme", (by) => ({ ...by, name: "Zoë Peeters" })],
  ["another first name", "collected with itsme", (by) => ({ ...by, name: "Ștefan Wałęsa-Ő" })],
  ["an identified person without a name", "collected with itsme", ({ name: _name, ...by }) => by],
  [
    "an identification without a commitment",
    "collected with itsme",
    ({ identification_commitment: _commitment, ...by }) => by,
  ],
  [
    "a person matched by possession of his phone",
    "collected with itsme",
    (by) => ({ ...by, matched_on: "mailbox+phone" }),
  ],
  [
    "a method that identifies nobody",
    "collected with itsme",
    (by) => ({ ...by, authentication: { ...by.authentication, method: "passkey" } }),
  ],
  [
    "the name of a company's member",
    "collected for an organisation",
    (by) => ({ ...by, name: "Jan Peeters" }),
  ],
  [
    "an organisation collected for by a private person",
    "collected for an organisation",
    ({ member: _member, ...by }) => ({ ...by, name: "Immo bv", matched_on: "name" }),
  ],
];

const PLANTS: readonly Plant[] = [
  ...MISFITS.map(([what, life, to]) => ({ rule: "match_wrong", what, life, plant: everywhere(to) })),
  {
    rule: "seq_gap",
    what: "a record dropped from the middle",
    life: "collected",
    plant: (records) => records.toSpliced(2, 1),
  },
  {
    rule: "chain_broken",
    what: "a record dropped and the others numbered anew",
    life: "collected",
    plant: (records) =>
      records
        .toSpliced(2, 1)
        .map((record, index) => ({ ...record, facts: { ...record.facts, seq: index + 1 } })),
  },
  {
    rule: "chain_broken",
    what: "an earlier record cut off",
    life: "expired",
    plant: (records) =>
      records.map((r, i) => (i === 0 ? { ...r, facts: { ...r.facts, prev_hash: "1".repeat(64) } } : r)),
  },
  {
    rule: "leaf_wrong",
    what: "a leaf of something else",
    life: "refused",
    plant: (records) => records.map((r, i) => (i === 1 ? { ...r, leaf: "ab".repeat(32) } : r)),
  },
  {
    rule: "canonical_wrong",
    what: "facts that are not what was hashed",
    life: "refused",
    plant: (records) =>
      records.map((r, i) =>
        i === 1 ? { ...r, facts: { ...r.facts, trust_status: "qualified" as const } } : r,
      ),
  },
  {
    rule: "recorded_backwards",
    what: "a record from before the one it follows",
    life: "collected",
    plant: change("ContentHandover", (facts) => ({ recorded_at: later(facts.submitted_at, { seconds: 1 }) })),
  },
  {
    rule: "event_out_of_bounds",
    what: "an event after its record",
    life: "collected",
    plant: change("ContentHandover", (facts) => ({ event_at: later(facts.recorded_at, { seconds: 2 }) })),
  },
  {
    rule: "event_out_of_bounds",
    what: "an event before the submission",
    life: "expired",
    plant: change("NotForMe", (facts) => ({ event_at: later(facts.submitted_at, { hours: -1 }) })),
  },
  {
    rule: "event_out_of_bounds",
    what: "a backdated acceptance",
    life: "collected",
    plant: change("ConsignmentAcceptance", (facts) => ({ event_at: later(facts.event_at, { minutes: -2 }) })),
  },
  {
    rule: "first_record_wrong",
    what: "a chain without its submission",
    life: "expired",
    plant: remove("SubmissionAcceptance"),
  },
  {
    rule: "message_changed",
    what: "another subject",
    life: "collected",
    plant: change("ContentConsignment", () => ({ subject: "Something else" })),
  },
  {
    rule: "sender_changed",
    what: "another sender",
    life: "refused",
    plant: change("ConsignmentRejection", (facts) => ({
      sender: { ...facts.sender, name: "Somebody else" },
    })),
  },
  {
    rule: "parts_changed",
    what: "another digest of a part",
    life: "collected",
    plant: change("ContentConsignment", (facts) => ({
      parts: facts.parts.map((part) => ({ ...part, sha256: "99".repeat(32) })),
    })),
  },
  {
    rule: "parts_changed",
    what: "a part opened that was never sent",
    life: "collected",
    plant: change("ContentAccessTracking", () => ({ part: { name: "other.pdf", sha256: "99".repeat(32) } })),
  },
  {
    rule: "recipient_changed",
    what: "another address without a repair",
    life: "collected",
    plant: change("NotificationForAcceptance", (facts) => ({
      recipient: { ...facts.recipient, email: "other@example.be" },
    })),
  },
  {
    rule: "repaired_twice",
    what: "a second repair",
    life: "repaired and expired",
    plant: repeat("AddresseeContactRepaired"),
  },
  {
    rule: "repair_digest_wrong",
    what: "a repair that hides what stood before",
    life: "repaired and expired",
    plant: change("AddresseeContactRepaired", (facts) => ({
      details: { ...facts.details, email_before_sha256: "12".repeat(32) },
    })),
  },
  {
    rule: "final_by_wrong",
    what: "a later final_by",
    life: "expired",
    plant: change("AcceptanceRejectionExpiry", (facts) => ({
      window: { ...facts.window, final_by: "2099-01-01" },
    })),
  },
  {
    rule: "stamp_after_notice",
    what: "a notice before the submission was stamped",
    life: "collected",
    plant: stamp("SubmissionAcceptance", ({ facts }) =>
      Temporal.Instant.from(facts.event_at).add({ minutes: 5 }),
    ),
  },
  {
    rule: "stamp_after_notice",
    what: "a notice without any stamp",
    life: "unreachable",
    plant: stamp("SubmissionAcceptance", () => null),
  },
  {
    rule: "stamp_after_content",
    what: "content before the acceptance was stamped",
    life: "collected",
    plant: stamp("ConsignmentAcceptance", ({ facts }) =>
      Temporal.Instant.from(facts.event_at).add({ minutes: 5 }),
    ),
  },
  {
    rule: "stamp_before_record",
    what: "a stamp older than its record",
    life: "expired",
    plant: stamp("AcceptanceRejectionExpiry", ({ facts }) => Temporal.Instant.from(facts.submitted_at)),
  },
  {
    rule: "told_twice",
    what: "a round told twice",
    life: "expired",
    plant: repeat("NotificationForAcceptance"),
  },
  {
    rule: "round_wrong",
    what: "a second round without a repair",
    life: "collected",
    plant: change("NotificationDelivered", (facts) =>
      facts.notice ? { notice: { ...facts.notice, round: 2 } } : {},
    ),
  },
  {
    rule: "window_wrong",
    what: "a window of one day more",
    life: "expired",
    plant: (records) =>
      rechain(
        records.map((record) => {
          const { deadline } = record.facts.window;
          if (!deadline) return record;
          const window = { ...record.facts.window, deadline: later(deadline, { hours: 24 }) };
          return { ...record, facts: { ...record.facts, window } };
        }),
      ),
  },
  {
    rule: "window_wrong",
    what: "a window that opens by itself",
    life: "expired",
    plant: remove("NotificationForAcceptance"),
  },
  {
    rule: "window_wrong",
    what: "an extension for too short an outage",
    life: "expired after an outage",
    plant: change("WindowExtendedForOutage", (facts) => ({
      details: { ...facts.details, outage_minutes: 60 },
    })),
  },
  {
    rule: "window_wrong",
    what: "a deadline moved without an outage",
    life: "expired after an outage",
    plant: change("WindowExtendedForOutage", () => ({ type: "NotForMe" })),
  },
  {
    rule: "reminder_without_window",
    what: "a reminder before the window",
    life: "expired",
    plant: (records) => {
      const [first, opener, reminder, ...rest] = records;
      return first && opener && reminder ? rechain([first, reminder, opener, ...rest]) : records;
    },
  },
  {
    rule: "expiry_wrong",
    what: "an expiry dated when it was booked",
    life: "expired",
    plant: change("AcceptanceRejectionExpiry", (facts) => ({ event_at: facts.recorded_at })),
  },
  {
    rule: "expiry_wrong",
    what: "an expiry booked at once",
    life: "expired",
    plant: change("AcceptanceRejectionExpiry", (facts) => ({ recorded_at: facts.event_at })),
  },
  {
    rule: "act_out_of_time",
    what: "an acceptance at the deadline",
    life: "collected",
    plant: change("ConsignmentAcceptance", (facts) => ({
      event_at: millis(Temporal.Instant.from(facts.window.deadline ?? "")),
    })),
  },
  {
    rule: "act_out_of_time",
    what: "an acceptance after the letter was released",
    life: "collected before the letter was printed",
    plant: (records) => {
      const at = records.findIndex(({ facts }) => facts.type === "ConsignmentAcceptance");
      const before = records[at - 1];
      if (!before) return records;
      const released = { ...before, facts: { ...before.facts, type: "LetterReleased" } };
      return rechain(records.toSpliced(at, 0, released));
    },
  },
  {
    rule: "collector_wrong",
    what: "a collection by nobody",
    life: "collected",
    plant: without("collector")("ContentConsignment"),
  },
  {
    rule: "collector_wrong",
    what: "content for somebody else",
    life: "collected",
    plant: change("ContentHandover", (facts) => ({
      collector: {
        authentication: { method: "codes", at: facts.submitted_at },
        matched_on: "mailbox+phone",
      },
    })),
  },
  {
    rule: "match_wrong",
    what: "codes where identification was asked",
    life: "refused",
    plant: (records) =>
      rechain(
        records.map((record) => ({
          ...record,
          facts: { ...record.facts, required_identification: "eid_or_itsme" as const },
        })),
      ),
  },
  {
    rule: "match_wrong",
    what: "a level by codes",
    life: "refused",
    plant: change("ConsignmentRejection", ({ collector }) =>
      collector
        ? { collector: { ...collector, authentication: { ...collector.authentication, level: "high" } } }
        : {},
    ),
  },
  {
    rule: "match_wrong",
    what: "an act of last week's session",
    life: "refused",
    plant: change("ConsignmentRejection", (facts) =>
      facts.collector
        ? {
            collector: {
              ...facts.collector,
              authentication: { method: "codes", at: later(facts.event_at, { hours: -2 }) },
            },
          }
        : {},
    ),
  },
  {
    rule: "decision_page_missing",
    what: "a decision without the page that was shown",
    life: "collected",
    plant: without("decision_page")("ConsignmentAcceptance"),
  },
  {
    rule: "content_without_acceptance",
    what: "content that nobody accepted",
    life: "collected",
    plant: remove("ConsignmentAcceptance"),
  },
  {
    rule: "content_without_consignment",
    what: "content that was not consigned",
    life: "collected",
    plant: remove("ContentConsignment"),
  },
  {
    rule: "handover_after_end",
    what: "content after a refusal",
    life: "refused",
    plant: repeat("ConsignmentRejection", { type: "ContentHandover" }),
  },
  {
    rule: "handed_over_twice",
    what: "a second handover",
    life: "collected",
    plant: repeat("ContentHandover"),
  },
  {
    rule: "reasons_missing",
    what: "a failure without a reason",
    life: "unreachable",
    plant: without("reasons")("NotificationForAcceptanceFailure"),
  },
  {
    rule: "decided_twice",
    what: "a refusal after an acceptance",
    life: "collected",
    plant: repeat("ConsignmentAcceptance", {
      type: "ConsignmentRejection",
      reasons: ["own:addressee_refused"],
    }),
  },
  {
    rule: "outcome_twice",
    what: "an expiry after a collection",
    life: "collected",
    plant: repeat("ContentHandover", { type: "AcceptanceRejectionExpiry", reasons: ["own:window_passed"] }),
  },
  {
    rule: "closing_missing",
    what: "an end that closes nothing",
    life: "expired",
    plant: without("closing")("AcceptanceRejectionExpiry"),
  },
  {
    rule: "closing_wrong",
    what: "a wrong count",
    life: "expired",
    plant: (records) =>
      records.map((r) =>
        r.facts.closing ? { ...r, facts: { ...r.facts, closing: { ...r.facts.closing, records: 3 } } } : r,
      ),
  },
  {
    rule: "closing_wrong",
    what: "a chain closed by an acceptance",
    life: "collected",
    plant: change("ConsignmentAcceptance", () => ({ closing: { records: 0, head: "" } })),
  },
  {
    rule: "after_final_wrong",
    what: "a later record that does not say so",
    life: "collected",
    plant: without("after_final")("ContentHandover"),
  },
  {
    rule: "letter_wrong",
    what: "a letter posted that was not printed",
    life: "posted and delivered",
    plant: remove("LetterPrinted"),
  },
  {
    rule: "letter_wrong",
    what: "a letter that nobody ordered",
    life: "not postable",
    plant: (records) =>
      rechain(records.map((r) => ({ ...r, facts: { ...r.facts, postal_fallback: false } }))),
  },
];

test.each(PLANTS)("$rule finds $what", ({ rule, life: name, plant }) => {
  fc.assert(
    fc.property(options, (given) => {
      const findings = lintEvidence({ records: plant(live(name, given), given) });
      expect(findings.map((each) => each.rule)).toContain(rule);
    }),
    { numRuns: 4 },
  );
});

test("past final_by an open chain is an error; before it, it is none", () => {
  const records = live("expired").slice(0, 3);
  expect(lintEvidence({ records, now: Temporal.Instant.from("2026-12-01T00:00:00Z") })).toEqual([]);
  const late = lintEvidence({ records, now: Temporal.Instant.from("2027-02-01T00:00:00Z") });
  expect(late).toMatchObject([{ rule: "final_by_passed", seq: 3, severity: "error" }]);
});

test("an acceptance that still waits for its stamp leaves the chain open, which is told and no error", () => {
  const records = live("collected").filter(({ facts }) => !facts.type.startsWith("Content"));
  expect(lintEvidence({ records })).toMatchObject([{ rule: "closing_missing", severity: "warning" }]);
});

test("clocks that differ a little are a warning", () => {
  const early = stamp("SubmissionAcceptance", ({ facts }) =>
    Temporal.Instant.from(facts.event_at).add({ seconds: 20 }),
  );
  expect(lintEvidence({ records: early(live("refused"), OPTIONS) })).toMatchObject([
    { rule: "stamp_after_notice", severity: "warning" },
  ]);
});

test("records of strangers stop no rule but those that need what they lack", () => {
  const [first] = live("collected");
  if (!first) throw new Error("no record");
  const odd = [
    null,
    {},
    { seq: 1 },
    { ...first.facts, window: null },
    { ...first.facts, event_at: "yesterday" },
  ];
  for (const facts of odd) {
    const records = [{ ...first, facts: facts as EvidenceFacts }];
    expect(lintEvidence({ records }).map(({ rule }) => rule)).toContain("record_malformed");
  }
  const lacking = { ...first.facts, parts: undefined, recipient: undefined } as unknown as EvidenceFacts;
  expect(() => lintEvidence({ records: [{ ...first, facts: lacking }, ...live("refused")] })).not.toThrow();
  expect(lintEvidence({ records: [] })).toEqual([]);
});

test("the lives hold the events that no verb of today writes yet", () => {
  const types = new Set(Object.keys(LIVES).flatMap((name) => live(name).map(({ facts }) => facts.type)));
  expect([...types].filter(isEventName)).toEqual(
    expect.arrayContaining(["RelayToNonERDS", "RelayToNonERDSFailure", "SubmissionRejection"]),
  );
});

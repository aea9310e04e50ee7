// The chain itself: numbered without gap, each record pointing to the leaf of the one before, written in this order.

import { createHash, createHmac } from "node:crypto";
import { canonicalJson } from "@posthorn/domain";
import { before, finding, pairsOf, type Chain, type LintFinding, type Step, unless } from "./chain.ts";

const NO_RECORD = "0".repeat(64);
/** The clock that dates arrivals and that of the database are measured against each other every second. */
const CLOCKS_APART_SECONDS = 1;
/** What is not committed so long after its request arrived is rolled back. */
const LATEST_SECONDS = 45;
const ACTS_OF_PERSONS = [
  "ConsignmentAcceptance",
  "ConsignmentRejection",
  "NotificationAccessTracking",
  "NotForMe",
];

export function numbered({ steps }: Chain): readonly LintFinding[] {
  return steps.flatMap((step, index) =>
    unless(
      step.facts.seq === index + 1,
      "seq_gap",
      step,
      `has the number ${step.facts.seq} at place ${index + 1}`,
    ),
  );
}

export function linked(chain: Chain): readonly LintFinding[] {
  const begins = unless(
    chain.first.facts.prev_hash === NO_RECORD,
    "chain_broken",
    chain.first,
    "points to a record before the first",
  );
  return [
    ...begins,
    ...pairsOf(chain).flatMap(([previous, step]) =>
      unless(
        step.facts.prev_hash === previous.leaf,
        "chain_broken",
        step,
        "does not point to the leaf before",
      ),
    ),
  ];
}

/** Where canonical form and random are given. */
export function leavesFit({ steps }: Chain): readonly LintFinding[] {
  return steps.flatMap((step) => {
    const { canonical = canonicalJson(step.facts), random } = step;
    const said = unless(
      canonical === canonicalJson(step.facts),
      "canonical_wrong",
      step,
      "its canonical form says something else",
    );
    if (random === undefined) return said;
    const leaf = createHmac("sha256", random).update(canonical, "utf8").digest("hex");
    return [...said, ...unless(leaf === step.leaf, "leaf_wrong", step, "its leaf is not that of the record")];
  });
}

export function recordedInOrder(chain: Chain): readonly LintFinding[] {
  return pairsOf(chain).flatMap(([previous, step]) =>
    unless(
      !before(step.recordedAt, previous.recordedAt),
      "recorded_backwards",
      step,
      "was recorded before the record that it follows",
    ),
  );
}

export function eventsInBounds({ steps, first, now }: Chain): readonly LintFinding[] {
  const submitted = Temporal.Instant.from(first.facts.submitted_at);
  return steps.flatMap((step) => [
    ...unless(
      !before(step.eventAt, submitted),
      "event_out_of_bounds",
      step,
      "happened before the submission",
    ),
    ...unless(
      !before(step.recordedAt.add({ seconds: CLOCKS_APART_SECONDS }), step.eventAt),
      "event_out_of_bounds",
      step,
      "was recorded before it happened",
    ),
    ...unless(committedInTime(step), "event_out_of_bounds", step, "was booked too long after it arrived"),
    ...(now ? unless(!before(now, step.recordedAt), "event_out_of_bounds", step, "lies in the future") : []),
  ]);
}

function committedInTime({ facts, eventAt, recordedAt }: Step): boolean {
  return (
    !ACTS_OF_PERSONS.includes(facts.type) || recordedAt.since(eventAt).total("seconds") <= LATEST_SECONDS
  );
}

/** A repair's digests of the old value fit what stood before it, those of the new one what it says itself. */
export function repairsFit(chain: Chain): readonly LintFinding[] {
  return pairsOf(chain).flatMap(([previous, step]) => {
    if (step.facts.type !== "AddresseeContactRepaired") return [];
    const { details = {} } = step.facts;
    return (["email", "mobile", "name", "first_names", "attention_of"] as const).flatMap((name) => {
      if (details[`${name}_before_sha256`] === undefined) return [];
      const told = [details[`${name}_before_sha256`], details[`${name}_after_sha256`]];
      const found = [digest(previous.facts.recipient[name]), digest(step.facts.recipient[name])];
      return told[0] === found[0] && told[1] === found[1]
        ? []
        : [
            finding(
              "repair_digest_wrong",
              step,
              `the digests of ${name} are not those of the records around it`,
            ),
          ];
    });
  });
}

function digest(value: string | undefined): string | null {
  return value === undefined ? null : createHash("sha256").update(value, "utf8").digest("hex");
}

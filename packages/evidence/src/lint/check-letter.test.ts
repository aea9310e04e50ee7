import type { EvidenceFacts } from "@posthorn/domain";
import { expect, test } from "vitest";
import type { LintRecord } from "./chain.ts";
import { lintEvidence } from "./lint-evidence.ts";
import { LIVES, rechain } from "./lives.test-support.ts";

const OPTIONS = {
  submittedAt: Temporal.Instant.from("2026-11-21T09:02:14.118Z"),
  waitMinutes: 600,
  collectionDays: 15,
};
const POSTED = "posted and delivered";
const AGAIN = "fallen out, printed again and posted";

function live(name: string): readonly LintRecord[] {
  const records = LIVES[name]?.(OPTIONS);
  if (!records) throw new Error(`no life is called ${name}`);
  return records;
}

function placeOf(records: readonly LintRecord[], type: string, nth = 0): number {
  return records.flatMap(({ facts }, index) => (facts.type === type ? [index] : []))[nth] ?? -1;
}

/** A record like the one before it, put in before the nth of a type. */
function insertBefore(name: string, type: string, facts: Partial<EvidenceFacts>): readonly LintRecord[] {
  const records = live(name);
  const at = placeOf(records, type);
  const like = records[at - 1];
  if (!like) throw new Error(`${name} has no ${type}`);
  return rechain(records.toSpliced(at, 0, { ...like, facts: { ...like.facts, ...facts } }));
}

function remove(name: string, type: string, nth = 0): readonly LintRecord[] {
  const records = live(name);
  return rechain(records.toSpliced(placeOf(records, type, nth), 1));
}

function rulesOf(records: readonly LintRecord[]): readonly string[] {
  return lintEvidence({ records }).map(({ rule }) => rule);
}

test.each([POSTED, AGAIN, "called off before its release", "not postable"])("%s is coherent", (name) => {
  expect(lintEvidence({ records: live(name) })).toEqual([]);
});

test.each([
  ["released twice", insertBefore(POSTED, "LetterPrinted", { type: "LetterReleased" })],
  ["printed twice without falling out", insertBefore(POSTED, "RelayToNonERDS", { type: "LetterPrinted" })],
  [
    "handed over twice",
    insertBefore(POSTED, "CarrierStatement", { type: "RelayToNonERDS", relay: { operator: "bpost" } }),
  ],
  ["printed after it was handed over", insertBefore(POSTED, "CarrierStatement", { type: "LetterPrinted" })],
] as const)("a letter %s is found", (_, records) => {
  expect(rulesOf(records)).toContain("letter_twice");
});

test.each([
  ["handed over that fell out and was not printed again", remove(AGAIN, "LetterPrinted", 1)],
  ["that fell out though it was not printed", remove(AGAIN, "LetterPrinted", 0)],
  ["printed that was not released", remove(POSTED, "LetterReleased")],
  ["of which the carrier speaks though he never had it", remove(POSTED, "RelayToNonERDS")],
  [
    "called off after its release",
    insertBefore("called off before its release", "RelayToNonERDSFailure", { type: "LetterReleased" }),
  ],
  [
    "handed over to nobody",
    rechain(
      live(POSTED).map((record) => {
        const { relay: _, ...facts } = record.facts;
        return { ...record, facts };
      }),
    ),
  ],
] as const)("a letter %s is found", (_, records) => {
  expect(rulesOf(records)).toContain("letter_wrong");
});

test("a collection after the release is found", () => {
  const records = insertBefore("collected before the letter was printed", "ConsignmentAcceptance", {
    type: "LetterReleased",
  });
  expect(rulesOf(records)).toContain("act_out_of_time");
});

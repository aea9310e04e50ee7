import { expect, test } from "vitest";
import type { CarrierOutcome } from "../letter/carrier-outcome.ts";
import { provableKinds, provingRecord, type ProvingFacts } from "./proving-record.ts";

function chain(...records: readonly Omit<ProvingFacts, "seq">[]): readonly ProvingFacts[] {
  return records.map((record, index) => ({ ...record, seq: index + 1 }));
}

const SUBMITTED = { type: "SubmissionAcceptance" };
const NOTICE = { type: "NotificationForAcceptance", notice: { kind: "window" } } as const;
const FAILED = { type: "NotificationForAcceptanceFailure" };
const USED = { type: "NotificationAccessTracking", details: { opened_window: false } };
const USED_OPENING = { type: "NotificationAccessTracking", details: { opened_window: true } };
const REPAIRED = { type: "AddresseeContactRepaired" };

test.each([
  ["a standing notice", [SUBMITTED, NOTICE], 2],
  ["a notice whose mail failed", [SUBMITTED, NOTICE, FAILED], null],
  ["a notice used before its mail was reported failed", [SUBMITTED, NOTICE, USED, FAILED], 2],
  ["a use that opened the window after the failure", [SUBMITTED, NOTICE, FAILED, USED_OPENING], 4],
  ["a use that opened the window before any answer", [SUBMITTED, USED_OPENING], 2],
  ["a notice voided by a repair", [SUBMITTED, NOTICE, USED, REPAIRED], null],
  ["the new notice after a repair", [SUBMITTED, NOTICE, FAILED, REPAIRED, NOTICE], 5],
  ["no notice yet", [SUBMITTED], null],
] as const)("%s", (_, records, expected) => {
  expect(provingRecord("proof_of_notification", chain(...records))?.seq ?? null).toBe(expected);
});

test("a reminder neither proves nor disproves", () => {
  const reminder = { ...NOTICE, notice: { kind: "reminder" } } as const;
  const failedReminder = { ...FAILED, notice: { kind: "reminder" } } as const;
  const records = chain(SUBMITTED, NOTICE, reminder, failedReminder);
  expect(provingRecord("proof_of_notification", records)?.seq).toBe(2);
  expect(provingRecord("proof_of_non_notification", records)).toBeNull();
});

test("acceptance alone is no collection; what is provable follows the chain in any order", () => {
  const accepted = chain(SUBMITTED, NOTICE, { type: "ConsignmentAcceptance" });
  expect(provableKinds(accepted)).toEqual(["proof_of_submission", "proof_of_notification"]);
  const collected = [...accepted, { seq: 4, type: "ContentConsignment" }];
  expect(provableKinds(collected.toReversed())).toEqual([
    "proof_of_submission",
    "proof_of_notification",
    "proof_of_collection",
  ]);
});

test("an expiry is proved until the addressee collects what was still to be printed", () => {
  const expired = chain(SUBMITTED, NOTICE, { type: "AcceptanceRejectionExpiry" }, { type: "LetterToPrint" });
  expect(provingRecord("proof_of_expiry", expired)?.seq).toBe(3);
  const collected = [...expired, { seq: 5, type: "ConsignmentAcceptance" }];
  expect(provableKinds(collected)).not.toContain("proof_of_expiry");
});

test("a letter handed over is proved by that record; its outcome by what was heard last, or that nothing was", () => {
  const posted = chain(SUBMITTED, NOTICE, { type: "RelayToNonERDS" });
  expect(provingRecord("proof_of_posting", posted)?.seq).toBe(3);
  expect(provingRecord("proof_of_post_outcome", posted)).toBeNull();
  const silent = [...posted, { seq: 4, type: "CarrierSilent" }];
  expect(provingRecord("proof_of_post_outcome", silent)?.seq).toBe(4);
  const says = (outcome: CarrierOutcome, seq: number) => ({
    seq,
    type: "CarrierStatement",
    carrier: { outcome },
  });
  const heard = [says("delivered", 5), ...silent];
  expect(provingRecord("proof_of_post_outcome", heard)?.seq).toBe(5);
  expect(provingRecord("proof_of_post_outcome", [...heard, says("held", 6)])?.seq).toBe(5);
  expect(provingRecord("proof_of_post_outcome", [...posted, says("presented", 4)])).toBeNull();
  const never = chain(SUBMITTED, { type: "RelayToNonERDSFailure" });
  expect(provableKinds(never)).toEqual(["proof_of_submission", "proof_of_post_outcome"]);
});

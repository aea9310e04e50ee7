import type { ProofKind } from "@posthorn/domain";
import { expect, test } from "vitest";
import { BY_CODES, sampleRecords, STEPS, type SampleStep } from "./sample-records.ts";
import { selectRecords } from "./select-records.ts";

const FAILED = STEPS.nonNotification[1];
const USED: SampleStep = { type: "NotificationAccessTracking", event_at: "2026-11-22T09:00:00.000Z" };

test("a proof of submission shows its record alone, others the whole chain in order", () => {
  const records = sampleRecords(STEPS.expiry).toReversed();
  expect(selectRecords("proof_of_submission", records).shown.map(({ facts }) => facts.seq)).toEqual([1]);
  expect(selectRecords("proof_of_expiry", records).shown.map(({ facts }) => facts.seq)).toEqual([
    1, 2, 3, 4, 5,
  ]);
});

test("a collection rests on the consignment; the handover counts only where it is recorded", () => {
  const made = selectRecords("proof_of_collection", sampleRecords(STEPS.collection(BY_CODES, false)));
  expect([made.primary.facts.type, made.acceptance?.facts.type, made.handover]).toEqual([
    "ContentConsignment",
    "ConsignmentAcceptance",
    null,
  ]);
  const handed = selectRecords("proof_of_collection", sampleRecords(STEPS.collection(BY_CODES, true)));
  expect(handed.handover?.facts.type).toBe("ContentHandover");
});

test("acceptance without consignment is no collection yet", () => {
  const records = sampleRecords(STEPS.collection(BY_CODES, false).slice(0, -1));
  expect(() => selectRecords("proof_of_collection", records)).toThrow(
    expect.objectContaining({ kind: "not_found", code: "proof_not_available" }),
  );
});

test("a notice whose mail failed later proves nothing, unless it was used before", () => {
  const failedLater = sampleRecords([...STEPS.notification, FAILED]);
  expect(() => selectRecords("proof_of_notification", failedLater)).toThrow(
    expect.objectContaining({ code: "proof_not_available" }),
  );
  const usedBefore = sampleRecords([...STEPS.notification, USED, FAILED]);
  expect(selectRecords("proof_of_notification", usedBefore).primary.facts.seq).toBe(2);
});

test("reminders neither prove nor disprove the notice", () => {
  const reminder: SampleStep = { ...FAILED, notice: { ...FAILED.notice, kind: "reminder", reminder: 1 } };
  const records = sampleRecords([...STEPS.expiry.slice(0, 4), reminder]);
  expect(selectRecords("proof_of_notification", records).primary.facts.seq).toBe(2);
  expect(() => selectRecords("proof_of_non_notification", records)).toThrow(
    expect.objectContaining({ code: "proof_not_available" }),
  );
});

test("after a repair the new notice is proved, and the failure before it stays provable", () => {
  const records = sampleRecords([
    ...STEPS.nonNotification,
    { type: "AddresseeContactRepaired" },
    STEPS.notification[1],
  ]);
  expect(selectRecords("proof_of_notification", records).primary.facts.seq).toBe(4);
  expect(selectRecords("proof_of_non_notification", records).primary.facts.seq).toBe(2);
});

test.each([
  "proof_of_notification",
  "proof_of_non_notification",
  "proof_of_collection",
  "proof_of_refusal",
  "proof_of_expiry",
] satisfies ProofKind[])("%s of a delivery just accepted is not available", (kind) => {
  expect(() => selectRecords(kind, sampleRecords(STEPS.submission))).toThrow(
    expect.objectContaining({ kind: "not_found", code: "proof_not_available" }),
  );
});

test("a record without XML makes its own proof wait, not that of another", () => {
  const records = sampleRecords(STEPS.expiry).map((record, index) =>
    index === 4 ? { ...record, xml: null, sealedAt: null } : record,
  );
  expect(() => selectRecords("proof_of_expiry", records)).toThrow(
    expect.objectContaining({ kind: "conflict", code: "proof_being_sealed", retryAfterSeconds: 2 }),
  );
  expect(selectRecords("proof_of_notification", records).primary.facts.seq).toBe(2);
});

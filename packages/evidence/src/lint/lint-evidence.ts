// Whether the records of one delivery fit together: an auditor's checklist over the whole set, each line a rule.

import {
  type Chain,
  type LintRecord,
  type LintFinding,
  type LintSet,
  readStep,
  type Rule,
  type Step,
} from "./chain.ts";
import { collectorSaid, decisionPageKept, matchFits } from "./check-addressee.ts";
import { contentFollowsAcceptance, handedOverOnce, nothingAfterExpiry } from "./check-content.ts";
import {
  beginsWithSubmission,
  closedRightly,
  failuresHaveReasons,
  laterOnesMarked,
  oneOutcome,
  refusedOrAccepted,
} from "./check-end.ts";
import {
  calledOffInTime,
  letterInOrder,
  printedAndHandedOver,
  relayNamesCarrier,
  releasedOnce,
} from "./check-letter.ts";
import { eachOnce, roundsFollowRepairs } from "./check-notices.ts";
import { eventsInBounds, leavesFit, linked, numbered, recordedInOrder, repairsFit } from "./check-order.ts";
import {
  finalByKept,
  repairedOnce,
  sameMessage,
  sameParts,
  sameRecipient,
  sameSender,
} from "./check-sameness.ts";
import { stampedBeforeContent, stampedBeforeNotice, stampsFollowRecords } from "./check-stamps.ts";
import { actsInTime, expiryFits, remindersFit, windowsFit } from "./check-window.ts";

const RULES: readonly Rule[] = [
  numbered,
  linked,
  leavesFit,
  recordedInOrder,
  eventsInBounds,
  beginsWithSubmission,
  sameMessage,
  sameSender,
  sameParts,
  sameRecipient,
  repairedOnce,
  repairsFit,
  finalByKept,
  stampedBeforeNotice,
  stampedBeforeContent,
  stampsFollowRecords,
  eachOnce,
  roundsFollowRepairs,
  windowsFit,
  remindersFit,
  expiryFits,
  actsInTime,
  collectorSaid,
  matchFits,
  decisionPageKept,
  contentFollowsAcceptance,
  nothingAfterExpiry,
  handedOverOnce,
  failuresHaveReasons,
  refusedOrAccepted,
  oneOutcome,
  closedRightly,
  laterOnesMarked,
  letterInOrder,
  releasedOnce,
  printedAndHandedOver,
  relayNamesCarrier,
  calledOffInTime,
];

/**
 * What does not fit, by `seq`; empty where the set is coherent. Judges the records alone: neither seals nor tokens nor the
 * log are verified here, and `stampedAt` is believed. Never throws: what cannot be read is a finding `record_malformed`.
 */
export function lintEvidence(set: LintSet): readonly LintFinding[] {
  const steps: Step[] = [];
  const findings: LintFinding[] = [];
  for (const record of set.records) {
    try {
      steps.push(readStep(record));
    } catch (error) {
      findings.push(malformed(record, error));
    }
  }
  steps.sort((a, b) => a.facts.seq - b.facts.seq);
  const [first] = steps;
  if (!first) return findings;
  const chain: Chain = { steps, first, ...(set.now ? { now: set.now } : {}) };
  for (const rule of RULES) {
    try {
      findings.push(...rule(chain));
    } catch (error) {
      // Records come from strangers too: one that lacks what every record has stops a rule, not the others.
      findings.push({
        ...malformed(first, error),
        detail: `${rule.name} cannot be judged: ${String(error)}`,
      });
    }
  }
  return findings.toSorted((a, b) => a.seq - b.seq);
}

function malformed(record: Pick<LintRecord, "facts">, error: unknown): LintFinding {
  const facts: unknown = record.facts;
  const seq = typeof facts === "object" && facts !== null && "seq" in facts ? Number(facts.seq) : 0;
  return { rule: "record_malformed", seq, severity: "error", detail: String(error) };
}

// The end: one outcome, one closing record that counts right, and what came later marked as such.

import { type Chain, finding, type LintFinding, ofType, precedes, type Step, unless } from "./chain.ts";

const REJECTIONS = [
  "SubmissionRejection",
  "NotificationForAcceptanceFailure",
  "ConsignmentRejection",
  "AcceptanceRejectionExpiry",
  "ContentConsignmentFailure",
  "ContentHandoverFailure",
  "RelayToNonERDSFailure",
];
const CONSIGNED = ["ContentConsignment", "ContentConsignmentFailure"];

export function beginsWithSubmission(chain: Chain): readonly LintFinding[] {
  const { first, steps } = chain;
  const { type, event_at: at, submitted_at: submitted } = first.facts;
  return [
    ...unless(
      type.startsWith("Submission"),
      "first_record_wrong",
      first,
      "a chain begins with the submission",
    ),
    ...unless(at === submitted, "first_record_wrong", first, "is not dated when the submission arrived"),
    ...(type === "SubmissionRejection"
      ? steps.slice(1).map((step) => finding("first_record_wrong", step, "follows a refused submission"))
      : []),
  ];
}

export function failuresHaveReasons(chain: Chain): readonly LintFinding[] {
  return ofType(chain, ...REJECTIONS).flatMap((step) =>
    unless((step.facts.reasons ?? []).length > 0, "reasons_missing", step, "says no reason"),
  );
}

export function refusedOrAccepted(chain: Chain): readonly LintFinding[] {
  const decisions = ofType(chain, "ConsignmentAcceptance", "ConsignmentRejection");
  const [decision, ...others] = decisions;
  return others.map((step) =>
    finding("decided_twice", step, `the addressee had decided before (${decision?.facts.type ?? ""})`),
  );
}

export function oneOutcome(chain: Chain): readonly LintFinding[] {
  const [, ...others] = chain.steps.filter((step) => isOutcome(chain, step));
  return others.map((step) => finding("outcome_twice", step, "the delivery had another outcome before"));
}

/** With fallback, unless it was called off, expiry and `unreachable` are records on the way to the letter. */
function isOutcome(chain: Chain, step: Step): boolean {
  const { facts } = step;
  const letterFollows = facts.postal_fallback && !precedes(chain, step, ["LetterCalledOff"]);
  switch (facts.type) {
    case "SubmissionRejection":
    case "ConsignmentAcceptance":
    case "ConsignmentRejection":
    case "RelayToNonERDSFailure":
    case "CarrierSilent":
      return true;
    case "AcceptanceRejectionExpiry":
      return !letterFollows;
    case "NotificationForAcceptanceFailure":
      return !letterFollows && facts.details?.["unreachable"] === true;
    case "CarrierStatement":
      return isFinalWord(facts) && facts.details?.["correction"] !== true;
    default:
      return false;
  }
}

/** A carrier's word that a letter was presented, say, ends nothing. */
function isFinalWord({ carrier, details }: Step["facts"]): boolean {
  const outcome = carrier?.outcome ?? details?.["outcome"];
  return outcome === "delivered" || outcome === "returned";
}

export function closedRightly(chain: Chain): readonly LintFinding[] {
  const closing = chain.steps.filter(({ facts }) => facts.closing !== undefined);
  const outcome = chain.steps.find((step) => isOutcome(chain, step));
  const due = outcome?.facts.type === "ConsignmentAcceptance" ? ofType(chain, ...CONSIGNED)[0] : outcome;
  const counted = closing.flatMap((step) => [
    ...unless(
      step.facts.closing?.records === step.facts.seq && step.facts.closing.head === step.facts.prev_hash,
      "closing_wrong",
      step,
      "does not count the records up to itself, or names another head",
    ),
    ...unless(step === due, "closing_wrong", step, "closes a chain that does not end with it"),
  ]);
  const missing =
    due && !due.facts.closing
      ? [finding("closing_missing", due, "ends the delivery and closes no chain")]
      : [];
  const waits =
    outcome && !due
      ? [
          finding(
            "closing_missing",
            outcome,
            "the content is not yet consigned: the chain is open",
            "warning",
          ),
        ]
      : [];
  return [...counted, ...missing, ...waits];
}

export function laterOnesMarked({ steps }: Chain): readonly LintFinding[] {
  const end = steps.find(({ facts }) => facts.closing !== undefined)?.facts.seq ?? Infinity;
  return steps.flatMap((step) =>
    unless(
      (step.facts.after_final === true) === step.facts.seq > end,
      "after_final_wrong",
      step,
      step.facts.seq > end
        ? "came after the end and does not say so"
        : "is said to come after an end that had not come",
    ),
  );
}

// Notices: each round, reminder, delivery report and use is told once, and a second round follows a repair.

import { type Chain, finding, type LintFinding, ofType, type Step, unless } from "./chain.ts";

export function eachOnce({ steps }: Chain): readonly LintFinding[] {
  const seen = new Set<string>();
  return steps.flatMap((step) => {
    const key = occasionOf(step);
    if (key === null) return [];
    const again = seen.has(key);
    seen.add(key);
    return again ? [finding("told_twice", step, `told before (${key})`)] : [];
  });
}

/** What a record tells that can happen but once; null where it may come again. */
function occasionOf({ facts }: Step): string | null {
  const { type, notice, details, part } = facts;
  const round = notice
    ? [notice.round, notice.kind, notice.reminder ?? 0].join(" ")
    : String(details?.["round"] ?? 0);
  switch (type) {
    case "NotificationForAcceptance":
      return `${type} ${round}`;
    case "NotificationForAcceptanceFailure":
      return `${type} ${round} ${details?.["unreachable"] === true ? "unreachable" : "failed"}`;
    case "NotificationDelivered":
      return `${type} ${round} ${notice?.channels.map(({ channel }) => channel).join(",") ?? ""}`;
    case "NotificationAccessTracking":
      return `${type} ${round}`;
    case "SubmissionAcceptance":
    case "SubmissionRejection":
    case "ConsignmentAcceptance":
    case "ConsignmentRejection":
    case "AcceptanceRejectionExpiry":
    case "LetterReleased":
    case "RelayToNonERDS":
    case "RelayToNonERDSFailure":
      return type;
    case "ContentAccessTracking":
      return part === undefined ? type : null;
    default:
      return null;
  }
}

export function roundsFollowRepairs(chain: Chain): readonly LintFinding[] {
  return chain.steps.flatMap((step) => {
    const round = step.facts.notice?.round;
    if (round === undefined) return [];
    const repairs = ofType(chain, "AddresseeContactRepaired").filter(
      ({ facts }) => facts.seq < step.facts.seq,
    );
    return unless(
      round >= 1 && round <= repairs.length + 1,
      "round_wrong",
      step,
      `round ${round} without a repair`,
    );
  });
}

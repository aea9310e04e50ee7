// Stamps come before effects: no notice before the submission's, no content before the acceptance's ("Order of acts").

import { before, type Chain, finding, type LintFinding, ofType, type Step } from "./chain.ts";

/** By how much the authority's clock and ours may differ; within it an inversion is told, but proves nothing. */
const CLOCK_TOLERANCE_SECONDS = 30;

export function stampedBeforeNotice(chain: Chain): readonly LintFinding[] {
  const notices = ofType(
    chain,
    "NotificationForAcceptance",
    "NotificationForAcceptanceFailure",
    "NotificationDelivered",
  );
  // A notice that never left needs no stamp: then the failure is ours, and says so.
  const left = notices.filter(({ facts }) => facts.notice !== undefined);
  return left.slice(0, 1).flatMap((step) => effectAfter("stamp_after_notice", chain.first, step));
}

export function stampedBeforeContent(chain: Chain): readonly LintFinding[] {
  const acceptance = ofType(chain, "ConsignmentAcceptance")[0];
  if (!acceptance) return [];
  return ofType(
    chain,
    "ContentConsignment",
    "ContentHandover",
    "ContentHandoverFailure",
    "ContentAccessTracking",
  ).flatMap((step) => effectAfter("stamp_after_content", acceptance, step));
}

function effectAfter(rule: string, act: Step, effect: Step): readonly LintFinding[] {
  if (act.stampedAt === null) return [finding(rule, effect, `${act.facts.type} has no stamp`)];
  if (!before(effect.eventAt, act.stampedAt)) return [];
  const inTolerance = !before(effect.eventAt.add({ seconds: CLOCK_TOLERANCE_SECONDS }), act.stampedAt);
  const detail = `happened before ${act.facts.type} was stamped`;
  return [finding(rule, effect, detail, inTolerance ? "warning" : "error")];
}

/** What did not exist yet could not be stamped, what was not stamped not sealed. */
export function stampsFollowRecords({ steps, now }: Chain): readonly LintFinding[] {
  return steps.flatMap((step) => {
    const { stampedAt, sealedAt, recordedAt } = step;
    if (!stampedAt) return sealedAt ? [finding("stamp_before_record", step, "sealed without a stamp")] : [];
    const early = before(stampedAt.add({ seconds: CLOCK_TOLERANCE_SECONDS }), recordedAt);
    const sealedEarly = sealedAt
      ? before(sealedAt.add({ seconds: CLOCK_TOLERANCE_SECONDS }), stampedAt)
      : false;
    const future = now ? before(now.add({ seconds: CLOCK_TOLERANCE_SECONDS }), stampedAt) : false;
    return [
      ...(early ? [finding("stamp_before_record", step, "stamped before it was recorded")] : []),
      ...(sealedEarly ? [finding("stamp_before_record", step, "sealed before it was stamped")] : []),
      ...(future ? [finding("stamp_before_record", step, "stamped in the future")] : []),
    ];
  });
}

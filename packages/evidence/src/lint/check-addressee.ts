// Ties to the addressee: who collected is said throughout, and why he is the addressee fits what the sender asked for.

import { canonicalJson, type CollectorFacts, type EvidenceFacts } from "@posthorn/domain";
import { before, type Chain, finding, type LintFinding, ofType, type Step, unless } from "./chain.ts";

const BY_ADDRESSEE = [
  "ConsignmentAcceptance",
  "ConsignmentRejection",
  "ContentConsignment",
  "ContentConsignmentFailure",
  "ContentHandover",
  "ContentHandoverFailure",
  "ContentAccessTracking",
];
/** A session of the collect site ends this long after identification; a minute more for what arrived at its end. */
const SESSION_MINUTES = 61;

export function collectorSaid(chain: Chain): readonly LintFinding[] {
  const decision = ofType(chain, "ConsignmentAcceptance", "ConsignmentRejection")[0]?.facts.collector;
  return ofType(chain, ...BY_ADDRESSEE).flatMap((step) => {
    const { collector } = step.facts;
    if (!collector) return [finding("collector_wrong", step, "does not say who acted")];
    return unless(
      decision === undefined || canonicalJson(collector) === canonicalJson(decision),
      "collector_wrong",
      step,
      "somebody else than who decided",
    );
  });
}

export function matchFits(chain: Chain): readonly LintFinding[] {
  return ofType(chain, "ConsignmentAcceptance", "ConsignmentRejection").flatMap((step) => {
    const { collector } = step.facts;
    if (!collector) return [];
    const why = whyMatchFails(step.facts, collector) ?? whyTimeFails(step, collector);
    return why === null ? [] : [finding("match_wrong", step, why)];
  });
}

function whyMatchFails(
  facts: EvidenceFacts,
  { authentication, matched_on: on, name }: CollectorFacts,
): string | null {
  const { method, level } = authentication;
  const codes = method === "codes";
  if (!codes && method !== "itsme" && method !== "eid") return `${method} identifies no addressee`;
  if (codes && facts.required_identification !== "codes")
    return "codes do not identify, and identification was asked";
  if (codes && (level !== undefined || name !== undefined)) return "codes establish neither level nor name";
  if (codes !== (on === "mailbox+phone")) return `matched on ${on} by ${method}`;
  if (!codes && (level === undefined || name === undefined)) return "identified without a level or a name";
  return null;
}

function whyTimeFails({ eventAt }: Step, { authentication }: CollectorFacts): string | null {
  const at = Temporal.Instant.from(authentication.at);
  if (before(eventAt, at)) return "acted before he was authenticated";
  return eventAt.since(at).total("minutes") > SESSION_MINUTES ? "authenticated too long before" : null;
}

/** What the addressee saw when he decided is kept. */
export function decisionPageKept(chain: Chain): readonly LintFinding[] {
  return ofType(chain, "ConsignmentAcceptance", "ConsignmentRejection").flatMap((step) =>
    unless(
      step.facts.decision_page !== undefined,
      "decision_page_missing",
      step,
      "the page he saw is not named",
    ),
  );
}

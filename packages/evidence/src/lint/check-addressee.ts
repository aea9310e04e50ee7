// Ties to the addressee: who collected is said throughout, and why he is the addressee fits what the sender asked for.

import {
  canonicalJson,
  type CollectorFacts,
  type EvidenceFacts,
  firstNameReadings,
  foldName,
} from "@posthorn/domain";
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

function whyMatchFails(facts: EvidenceFacts, collector: CollectorFacts): string | null {
  const { method } = collector.authentication;
  if (method === "codes") return whyCodesFail(facts, collector);
  if (method !== "itsme" && method !== "eid") return `${method} identifies no addressee`;
  if (collector.identification_commitment === undefined)
    return "identified without a commitment to the record";
  return facts.recipient.kind === "organisation"
    ? whyMemberFails(facts, collector)
    : whyNameFails(facts, collector);
}

function whyCodesFail(facts: EvidenceFacts, collector: CollectorFacts): string | null {
  const { authentication, matched_on: on, name, member } = collector;
  if (facts.required_identification !== "codes") return "codes do not identify, and identification was asked";
  if (authentication.level !== undefined || name !== undefined || member !== undefined)
    return "codes establish neither level nor name";
  return on === "mailbox+phone" ? null : `matched on ${on} by codes`;
}

/** Who collects for an organisation is its member, and known to the other side by his random id only. */
function whyMemberFails({ recipient }: EvidenceFacts, collector: CollectorFacts): string | null {
  const { matched_on: on, name, member } = collector;
  if (on !== "member+enterprise_number") return `an organisation matched on ${on}`;
  if (member === undefined || name !== undefined) return "of a member his random id alone is said";
  return recipient.enterprise_number === undefined ? "an organisation without a number has no members" : null;
}

/** The name as authenticated is that of the addressee, folded as at the match. */
function whyNameFails({ recipient }: EvidenceFacts, collector: CollectorFacts): string | null {
  const { matched_on: on, name, member, authentication } = collector;
  if (on === "mailbox+phone" || on === "member+enterprise_number")
    return `matched on ${on} by ${authentication.method}`;
  if (name === undefined || member !== undefined) return "identified without a name";
  const read = foldName(name);
  const given = firstNameReadings(recipient.first_names ?? "");
  const same = read.endsWith(foldName(recipient.name)) && given.some((first) => read.startsWith(first));
  return same ? null : "the name as authenticated is another";
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

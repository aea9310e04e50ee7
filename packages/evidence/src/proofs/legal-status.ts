// What a proof may call its delivery: "qualified" is earned per delivery, never a default (eIDAS art. 44).

import {
  qualifiedClaim,
  TRUST_STATUSES,
  type CollectorFacts,
  type EvidenceFacts,
  type ProofKind,
  type TrustStatus,
} from "@posthorn/domain";
import type { ProofContext, QualifiedMethod } from "./proof-request.ts";
import type { ProofWords } from "./proof-style.ts";

/** `conditional`: the addressee has not been identified yet, and how decides. */
export type LegalStatus = TrustStatus | "conditional";

const DEFAULT_METHODS: readonly QualifiedMethod[] = ["eid", "itsme"];

function qualifiedMethods(context: ProofContext): readonly QualifiedMethod[] {
  return context.qualifiedMethods ?? DEFAULT_METHODS;
}

/** The lower of what the provider claims and what the record says, and qualified only where the collector earned it. */
export function legalStatus(
  kind: ProofKind,
  context: ProofContext,
  facts: Pick<EvidenceFacts, "trust_status" | "sender">,
  collector: CollectorFacts | undefined,
): LegalStatus {
  const lower = Math.min(TRUST_STATUSES.indexOf(context.trust), TRUST_STATUSES.indexOf(facts.trust_status));
  const trustStatus = TRUST_STATUSES[lower] ?? "demonstration";
  if (trustStatus === "demonstration") return trustStatus;
  const claim = qualifiedClaim({
    trustStatus,
    method: collector?.authentication.method ?? null,
    level: collector?.authentication.level ?? null,
    matched: collector !== undefined && collector.matched_on !== "mailbox+phone",
    viaApiKey: facts.sender.authentication.method === "api_key",
    qualifiedMethods: qualifiedMethods(context),
  });
  if (claim.kind === "qualified") return "qualified";
  // Once nobody can be identified any more, nothing depends on how.
  const open =
    kind === "proof_of_submission" ||
    kind === "proof_of_notification" ||
    kind === "proof_of_non_notification";
  return claim.kind === "if_collected_with" && open ? "conditional" : "non-qualified";
}

/** `demonstration, not qualified`. */
export function statusName({ texts }: ProofWords, context: ProofContext, status: LegalStatus): string {
  return status === "conditional"
    ? texts.status.conditional({ methods: methodNames(texts, context) })
    : texts.status[status];
}

/** What the delivery can and cannot stand for, in one or two sentences. */
export function legalEffect({ texts }: ProofWords, context: ProofContext, status: LegalStatus): string {
  return status === "conditional"
    ? texts.legalEffect.conditional({ methods: methodNames(texts, context) })
    : texts.legalEffect[status];
}

function methodNames(texts: ProofWords["texts"], context: ProofContext): string {
  return qualifiedMethods(context)
    .map((method) => texts.methods[method])
    .join(texts.or);
}

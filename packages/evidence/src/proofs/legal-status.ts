// What a proof may call its delivery: "qualified" is earned per delivery, never a default (eIDAS art. 44).

import { TRUST_STATUSES, type CollectorFacts, type TrustStatus } from "@posthorn/domain";
import type { ProofContext, ProofKind, QualifiedMethod } from "./proof-request.ts";
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
  recorded: TrustStatus,
  collector: CollectorFacts | undefined,
): LegalStatus {
  const lower = Math.min(TRUST_STATUSES.indexOf(context.trust), TRUST_STATUSES.indexOf(recorded));
  const claimed = TRUST_STATUSES[lower] ?? "demonstration";
  if (claimed !== "qualified") return claimed;
  if (kind === "proof_of_expiry") return "non-qualified";
  if (kind !== "proof_of_collection" && kind !== "proof_of_refusal") return "conditional";
  return collector && earnsQualified(collector, qualifiedMethods(context)) ? "qualified" : "non-qualified";
}

function earnsQualified(
  { authentication, matched_on }: CollectorFacts,
  methods: readonly QualifiedMethod[],
): boolean {
  return (
    methods.some((method) => method === authentication.method) &&
    authentication.level === "high" &&
    matched_on !== "mailbox+phone"
  );
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

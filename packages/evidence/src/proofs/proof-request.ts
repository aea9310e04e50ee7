// What a proof is made from: sealed records of one delivery, and nothing else.

import type { EvidenceFacts, Language, TrustStatus } from "@posthorn/domain";

export const PROOF_KINDS = [
  "proof_of_submission",
  "proof_of_notification",
  "proof_of_non_notification",
  "proof_of_collection",
  "proof_of_refusal",
  "proof_of_expiry",
] as const;
export type ProofKind = (typeof PROOF_KINDS)[number];

export function isProofKind(value: unknown): value is ProofKind {
  return PROOF_KINDS.includes(value as ProofKind);
}

/** A record with what the sealer added to it. */
export interface SealedRecord {
  readonly facts: EvidenceFacts;
  /** Leaf value, 64 lower-case hexadecimal digits. */
  readonly leaf: string;
  /** Signed evidence (EN 319 522-3); null while it is being sealed. */
  readonly xml: string | null;
  readonly stampedAt: Temporal.Instant;
  /** Null while it is being sealed. */
  readonly sealedAt: Temporal.Instant | null;
  /** Zero-based entry of the public log; null while it is being entered. */
  readonly logIndex: number | null;
}

export type QualifiedMethod = "eid" | "itsme";

export interface ProofContext {
  /** The reader's language. */
  readonly language: Language;
  /** What the provider may claim; a record that claims less prevails. */
  readonly trust: TrustStatus;
  /** Methods that make a delivery qualified where the provider is; `eid` and `itsme` when absent. */
  readonly qualifiedMethods?: readonly QualifiedMethod[];
  /** Absolute URL of the verify site. */
  readonly verifyUrl: string;
}

export interface ProofRequest extends ProofContext {
  readonly kind: ProofKind;
  /** Records of one delivery, any order. */
  readonly records: readonly SealedRecord[];
}

// What a proof is made from: sealed records of one delivery, and nothing else.

import type { EvidenceFacts, Language, LogProof, ProofKind, TrustStatus } from "@posthorn/domain";

/** A record with what the sealer added to it. */
export interface SealedRecord {
  readonly facts: EvidenceFacts;
  /** Leaf value, 64 lower-case hexadecimal digits. */
  readonly leaf: string;
  /** Signed evidence (EN 319 522-3); null while it is being sealed, and for records that are no event of the standard. */
  readonly xml: string | null;
  readonly stampedAt: Temporal.Instant;
  /** Null as long as `xml` is. */
  readonly sealedAt: Temporal.Instant | null;
  /** Zero-based entry of the public log; null while it is being entered. */
  readonly logIndex: number | null;
  /** Its place in the log under a checkpoint; absent or null as long as no checkpoint covers it. */
  readonly logProof?: LogProof | null;
  /** End of the certificate of the newest timestamp over `xml`. */
  readonly verifiesUntil?: Temporal.Instant | null;
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

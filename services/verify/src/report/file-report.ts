// What a page needs to know of a checked file; the verifier of packages/evidence gives it (ETSI EN 319 102-1 §5.1).

import type { EvidenceFacts } from "@posthorn/domain";

export type Indication = "TOTAL-PASSED" | "INDETERMINATE" | "TOTAL-FAILED";
export type FileKind = "proof" | "evidence" | "bundle" | "unknown";

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** English, for experts. */
  readonly detail: string;
}

export interface SealFindings {
  readonly signer: string;
  /** SHA-256, lower-case hex. */
  readonly fingerprint: string;
  readonly level: string | null;
  readonly signedAt: Temporal.Instant | null;
  readonly archivedAt: Temporal.Instant | null;
  readonly verifiesUntil: Temporal.Instant | null;
  readonly trust: "trusted" | "intact";
  readonly anchor: string | null;
}

export interface PartFindings {
  readonly name: string;
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly compared: "same" | "different" | "not_given";
  readonly file: string | null;
}

export interface LogFindings {
  readonly index: number;
  readonly treeSize: number;
  readonly origin: string;
  readonly included: boolean;
  readonly checkpointSigned: boolean;
  readonly witnesses: readonly string[];
  readonly stampedAt: Temporal.Instant | null;
}

export interface FileReport {
  readonly file: string;
  readonly kind: FileKind;
  readonly indication: Indication;
  readonly subIndication?: string;
  /** What the file leads to by itself, whatever was given beside it. */
  readonly itself: { readonly indication: Indication; readonly subIndication?: string };
  readonly seal: SealFindings | null;
  readonly records: readonly EvidenceFacts[];
  readonly parts: readonly PartFindings[];
  readonly log: readonly LogFindings[];
  readonly checks: readonly Check[];
  /** Null but for bundles. */
  readonly complete: boolean | null;
}

/** A file beside the proof, by its digest alone. */
export interface FileDigest {
  readonly name: string;
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

// What the verification of one file says: of a proof, of evidence XML, or of a whole bundle (ETSI EN 319 102-1 §5.1).

import type { EvidenceFacts } from "@posthorn/domain";
import type { Check, EvidenceReport, Indication, SubIndication } from "./report.ts";

export type FileKind = "proof" | "evidence" | "bundle" | "unknown";

/** Baseline level found (ETSI EN 319 132-1 and 319 142-1 §6), null below B-B. */
export type SignatureLevel = "B-B" | "B-T" | "B-LT" | "B-LTA";

export interface SealFindings {
  /** Subject of the sealing certificate, and its SHA-256 in lower-case hex to compare with what the provider publishes. */
  readonly signer: string;
  readonly fingerprint: string;
  readonly level: SignatureLevel | null;
  /** Proved by the signature timestamp. */
  readonly signedAt: Temporal.Instant | null;
  /** Proved by the newest archive timestamp. */
  readonly archivedAt: Temporal.Instant | null;
  /** End of the certificate of the newest timestamp: until then it verifies without renewal. */
  readonly verifiesUntil: Temporal.Instant | null;
  /** `trusted`: leads to an anchor of a trusted list or a configured file. `intact`: whole, but not by a trusted provider. */
  readonly trust: "trusted" | "intact";
  /** Where the anchor comes from (name of the list or file); null when not trusted. */
  readonly anchor: string | null;
}

export interface PartFindings {
  readonly name: string;
  readonly size: number;
  /** Lower-case hex, as the evidence states it. */
  readonly sha256: string;
  /** Compared with the files given beside it. */
  readonly compared: "same" | "different" | "not_given";
  /** Name of the file it was compared with. */
  readonly file: string | null;
}

export interface LogFindings {
  readonly index: number;
  readonly treeSize: number;
  readonly origin: string;
  readonly included: boolean;
  readonly checkpointSigned: boolean;
  /** Names of witnesses whose cosignature verified. */
  readonly witnesses: readonly string[];
  readonly stampedAt: Temporal.Instant | null;
}

/** What the file leads to by itself, whatever was given beside it. */
export interface OwnVerdict {
  readonly indication: Indication;
  /** Absent when all passed. */
  readonly subIndication?: SubIndication;
}

export interface FileReport {
  readonly file: string;
  readonly kind: FileKind;
  /** Of the file and of what was given beside it: a file that is no part of the message fails it. */
  readonly indication: Indication;
  /** Absent when all passed. */
  readonly subIndication?: SubIndication;
  readonly itself: OwnVerdict;
  readonly seal: SealFindings | null;
  /** Every record found inside, in the order of the chain. */
  readonly records: readonly EvidenceFacts[];
  readonly evidence: readonly EvidenceReport[];
  readonly parts: readonly PartFindings[];
  readonly log: readonly LogFindings[];
  /** In order; the reader sees them all. */
  readonly checks: readonly Check[];
  /** A bundle whose chain is not closed: null for other kinds. */
  readonly complete: boolean | null;
}

/** A file beside the proof: hashed where it lies, so that content need not travel. */
export interface FileDigest {
  readonly name: string;
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

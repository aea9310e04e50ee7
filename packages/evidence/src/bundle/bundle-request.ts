// What an evidence bundle is made from: the sealed records of one delivery, and what is kept under them.

import type { EvidenceFacts, Language, ProofKind } from "@posthorn/domain";
import type { SealKey, StampDigest } from "@posthorn/pki";
import type { Texts } from "@posthorn/texts";
import type { LogProof } from "../log/log-proof.ts";
import type { RecordStamp } from "../xml/evidence-xml.ts";

/** Whose copy it is: what is kept under the evidence is not the same for both. */
export type BundleSide = "sender" | "addressee";

export type KeptKind = keyof Texts["bundle"]["kept"];

export interface BundleRecord {
  readonly facts: EvidenceFacts;
  readonly canonical: string;
  readonly random: Uint8Array;
  /** Lower-case hex. */
  readonly leaf: string;
  readonly stamp: RecordStamp;
  /** Newest seal; null for records that are no event of the standard. */
  readonly xml: string | null;
  /** Null while no checkpoint covers it. */
  readonly logProof: LogProof | null;
}

export interface KeptFile {
  readonly kind: KeptKind;
  readonly mediaType: string;
  /** Lower-case hex; records name the file by it. */
  readonly sha256: string;
  /** Null where this reader may know of it but not have it. */
  readonly bytes: Uint8Array | null;
  readonly keptAt: Temporal.Instant;
}

export interface BundleRequest {
  readonly deliveryId: string;
  readonly side: BundleSide;
  readonly language: Language;
  /** The whole chain up to now, in order. */
  readonly records: readonly BundleRecord[];
  readonly proofs: readonly { readonly kind: ProofKind; readonly pdf: Uint8Array }[];
  readonly kept: readonly KeptFile[];
  /** Verification key of the log as a C2SP vkey; null where there is none. */
  readonly logKey: string | null;
  /** Absolute URL of the verify site. */
  readonly verifyUrl: string;
  /** The page that checks a bundle offline. */
  readonly verifier: string;
}

export interface BundleSeal {
  readonly key: SealKey;
  /** RFC 3161, over the value of the seal. */
  readonly timestamp: StampDigest;
  /** The platform's clock; becomes the claimed time of signing. */
  readonly now: Temporal.Instant;
}

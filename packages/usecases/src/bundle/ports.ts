// What a bundle needs from outside the database: the seal key, and the maker of containers.

import type { BundleTable } from "@posthorn/db";
import type { EvidenceFacts, Language, LogProof, ProofKind } from "@posthorn/domain";
import type { KeptArtifact } from "../record/list-artifacts.ts";

export type BundleSide = BundleTable["for_side"];

/** A record with everything that proves it. */
export interface BundledRecord {
  readonly id: string;
  readonly facts: EvidenceFacts;
  readonly canonical: string;
  readonly random: Uint8Array;
  /** Lower-case hex. */
  readonly leaf: string;
  readonly token: Uint8Array;
  readonly leafIndex: number;
  readonly treeSize: number;
  readonly path: readonly string[];
  readonly stampedAt: Temporal.Instant;
  /** Newest seal; null for records that are no ETSI event. */
  readonly xml: string | null;
  /** Null while no checkpoint covers it. */
  readonly logProof: LogProof | null;
}

export interface BundledArtifact {
  /** A note that rectifies what the evidence says is no artifact: no record names it. */
  readonly kind: KeptArtifact["kind"] | "rectification_note";
  readonly mediaType: string;
  readonly sha256: string;
  /** Null where this side may know of it but not have it. */
  readonly bytes: Uint8Array | null;
  readonly keptAt: Temporal.Instant;
}

export interface BundleContent {
  readonly deliveryId: string;
  readonly side: BundleSide;
  readonly language: Language;
  readonly records: readonly BundledRecord[];
  readonly proofs: readonly { readonly kind: ProofKind; readonly pdf: Uint8Array }[];
  readonly kept: readonly BundledArtifact[];
}

export interface BundlePort {
  /** ASiC-E, sealed. Throws as key and timestamp authority fail. */
  make(content: BundleContent, at: Temporal.Instant): Promise<Uint8Array>;
}

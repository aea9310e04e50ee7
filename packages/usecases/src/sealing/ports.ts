// What sealing needs from outside the database: a timestamp authority, the seal key, and the maker of proofs.

import type { EvidenceFacts, Language, LogProof, ProofKind } from "@posthorn/domain";

export interface MerkleBatch {
  /** What the timestamp authority stamps: the root over all leaf values, 32 bytes. */
  readonly root: Uint8Array;
  /** Path of each leaf, lower-case hex, from the leaf upwards. */
  path(index: number): readonly string[];
}

export interface StampingPort {
  batch(leaves: readonly Uint8Array[]): MerkleBatch;
  /** One RFC 3161 token over the root, verified before it is returned. Throws when no responder answers well. */
  stamp(root: Uint8Array): Promise<{ readonly token: Uint8Array; readonly genTime: Temporal.Instant }>;
}

export interface StampedRecord {
  readonly facts: EvidenceFacts;
  readonly canonical: string;
  readonly random: Uint8Array;
  readonly leaf: Uint8Array;
  readonly token: Uint8Array;
  readonly leafIndex: number;
  readonly treeSize: number;
  readonly path: readonly string[];
  readonly stampedAt: Temporal.Instant;
}

export interface SealingPort {
  /** XML by ETSI EN 319 522-3 made from the record alone, signed XAdES. */
  seal(
    record: StampedRecord,
    at: Temporal.Instant,
  ): Promise<{ readonly xml: string; readonly certificateSha256: string }>;
}

/** A document that holds for as long as its newest timestamp's certificate does. */
export interface Archived<T> {
  readonly document: T;
  readonly verifiesUntil: Temporal.Instant;
}

export interface ArchivePort {
  /**
   * Adds certificates, revocation values obtained now, and an archive timestamp to each seal; to one that has these, a new
   * archive timestamp (ETSI EN 319 132-1 §5.5). In the order given; one that fails fails alone.
   */
  archiveSeals(xmls: readonly string[]): Promise<readonly PromiseSettledResult<Archived<string>>[]>;
  /** The same for a sealed proof, by incremental updates: what was there stays, octet by octet (ETSI EN 319 142-1 §5.5). */
  archiveProof(pdf: Uint8Array): Promise<Archived<Uint8Array>>;
}

/** A record as proofs show it. */
export interface SealedRecord {
  readonly facts: EvidenceFacts;
  /** Lower-case hex. */
  readonly leaf: string;
  /** Null for records that are no ETSI event. */
  readonly xml: string | null;
  readonly stampedAt: Temporal.Instant;
  readonly sealedAt: Temporal.Instant | null;
  readonly logIndex: number | null;
  /** Null as long as no checkpoint of the log covers it. */
  readonly logProof: LogProof | null;
  /** End of the certificate of the newest timestamp over `xml`. */
  readonly verifiesUntil: Temporal.Instant | null;
}

/** A proof as it is kept: the sealed file, and the page that says the same. */
export interface MadeProof extends Archived<Uint8Array> {
  /** HTML. */
  readonly page: string;
}

export interface ProofPort {
  /** PDF/A-3 with the XML attached, sealed PAdES to level B-LTA. */
  make(input: {
    readonly kind: ProofKind;
    readonly language: Language;
    readonly records: readonly SealedRecord[];
    readonly at: Temporal.Instant;
  }): Promise<MadeProof>;
  /** The proof of submission of a whole message, from the first record of each delivery. */
  makeForMessage(input: {
    readonly messageId: string;
    readonly language: Language;
    readonly records: readonly SealedRecord[];
    readonly at: Temporal.Instant;
  }): Promise<MadeProof>;
}

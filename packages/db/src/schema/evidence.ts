// Row shapes of records, stamps, seals, log, proofs and the sealer's work.

import type { ProofKind } from "@posthorn/domain";
import type { Generated } from "kysely";
import type { Defaulted, Instant } from "./accounts.ts";
import type { Json } from "./messages.ts";

export interface EvidenceRecordTable {
  id: string;
  /** Null where the record is of a refused submission, which has no delivery. */
  delivery_id: string | null;
  refusal_id: Defaulted<string | null>;
  account_id: string;
  seq: number;
  type: string;
  event_at: Instant;
  recorded_at: Instant;
  canonical: string;
  random: Uint8Array;
  leaf: Uint8Array;
  after_final: Defaulted<boolean>;
}

export interface RefusedSubmissionTable {
  id: string;
  account_id: string;
  refused_at: Instant;
  code: string;
}

export interface EvidenceStampTable {
  record_id: string;
  token: Uint8Array;
  leaf_index: number;
  tree_size: number;
  /** Sibling hashes, lower-case hex, from the leaf upwards. */
  path: Json<readonly string[]>;
  stamped_at: Instant;
  recorded_at: Instant;
}

export interface EvidenceSealTable {
  id: Generated<number>;
  record_id: string;
  account_id: string;
  delivery_id: string;
  xml: string;
  certificate_sha256: string;
  sealed_at: Instant;
  level: Defaulted<"B-T" | "B-LTA">;
  /** End of the certificate of the newest timestamp; null below B-LTA. */
  verifies_until: Defaulted<Instant | null>;
}

/** A key the sealer has had in hand. */
export interface SealKeyTable {
  /** Lower-case hex. */
  certificate_sha256: string;
  /** DER. */
  certificate: Uint8Array;
  provider: "pkcs12" | "csc";
  not_after: Instant;
  known_since: Instant;
}

export interface SealKeyActTable {
  number: number;
  act: "activate" | "retire";
  certificate_sha256: string;
  /** Canonical JSON as signed. */
  statement: string;
  signatures: Json<readonly { readonly officer: string; readonly signature: string }[]>;
  booked_at: Instant;
}

export type ArchiveKind = "seal" | "proof" | "message_proof";

export interface ArchiveTimerTable {
  kind: ArchiveKind;
  ref: string;
  due_at: Instant;
  attempts: Defaulted<number>;
}

export interface LogEntryTable {
  index: number;
  /** Null once the record it was made of is erased (R9). */
  record_id: string | null;
  leaf: Uint8Array;
  appended_at: Instant;
}

export type SealStage = "stamp" | "seal" | "log";

export interface SealWorkTable {
  record_id: string;
  stage: SealStage;
  entered_at: Instant;
  /** Times it failed on its own account. */
  attempts: Defaulted<number>;
}

export interface SealingStateTable {
  one: Defaulted<boolean>;
  stamp_failing_since: Instant | null;
  stamp_failure: string | null;
  archive_failing_since: Instant | null;
  archive_failure: string | null;
}

export interface ProofTable {
  id: Generated<number>;
  delivery_id: string;
  account_id: string;
  kind: ProofKind;
  language: string;
  up_to_seq: number;
  wanted_at: Instant;
  pdf: Uint8Array | null;
  /** HTML that says the same. */
  page: Defaulted<string | null>;
  made_at: Instant | null;
  verifies_until: Defaulted<Instant | null>;
  /** Times it could not be made. */
  attempts: Defaulted<number>;
}

/** Proof of submission of a whole message, for its sender. */
export interface MessageProofTable {
  message_id: string;
  account_id: string;
  language: string;
  wanted_at: Instant;
  pdf: Uint8Array | null;
  /** HTML that says the same. */
  page: Defaulted<string | null>;
  made_at: Instant | null;
  verifies_until: Defaulted<Instant | null>;
  /** Times it could not be made. */
  attempts: Defaulted<number>;
}

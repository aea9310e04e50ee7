// Row shapes of records, stamps, seals, log, proofs and the sealer's work.

import type { ProofKind } from "@posthorn/domain";
import type { Generated } from "kysely";
import type { Defaulted, Instant } from "./accounts.ts";
import type { Json } from "./messages.ts";

export interface EvidenceRecordTable {
  id: string;
  delivery_id: string;
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
}

export interface LogEntryTable {
  index: number;
  record_id: string;
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
  made_at: Instant | null;
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
  made_at: Instant | null;
  /** Times it could not be made. */
  attempts: Defaulted<number>;
}

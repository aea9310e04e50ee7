// Row shapes of identifications: tries, records, mismatches, identities of account holders.

import type { Generated } from "kysely";
import type { Defaulted, Instant } from "./accounts.ts";

/** `confirm` and `rights` leave no record: the one only proves that the same person still sits there, the other who asks. */
export type IdentificationPurpose =
  | "collect"
  | "sign_in"
  | "activate"
  | "identify_again"
  | "confirm"
  | "rights";

/** What an identification record is kept of. */
export type RecordedPurpose = Exclude<IdentificationPurpose, "rights">;

export interface IdentificationAttemptTable {
  id: string;
  service: "collect" | "portal";
  purpose: IdentificationPurpose;
  method: "itsme" | "web_eid" | "eid_tls";
  delivery_id: string | null;
  link_generation: number | null;
  person_id: string | null;
  /** Of `rights` alone. */
  request_id: Defaulted<string | null>;
  browser_hash: string;
  state_hash: string;
  nonce: string;
  code_verifier: string | null;
  language: string;
  next_path: string | null;
  created_at: Instant;
  expires_at: Instant;
  consumed_at: Instant | null;
  answer: Uint8Array | null;
  answer_key_version: number | null;
  return_hash: string | null;
  answered_at: Instant | null;
}

export interface IdentificationRecordTable {
  id: string;
  delivery_id: string | null;
  person_id: string | null;
  purpose: RecordedPurpose;
  method: "itsme" | "eid";
  issuer: string;
  level: string | null;
  identified_at: Instant;
  commitment: string;
  commitment_key: Uint8Array;
  sealed: Uint8Array;
  key_version: number;
  kept_at: Instant;
}

export interface IdentificationMismatchTable {
  id: string;
  delivery_id: string;
  account_id: string;
  happened_at: Instant;
  method: "itsme" | "eid";
  field: "name" | "birth_date" | "register_number" | "not_a_member";
  digest: string;
  key_version: number;
}

export interface PersonIdentityTable {
  method: "itsme" | "eid";
  subject_digest: string;
  key_version: number;
  person_id: string;
  issuer: string;
  linked_at: Instant;
  last_used_at: Instant;
}

export interface RegisterNumberUseTable {
  id: Generated<number>;
  used_at: Instant;
  service: string;
  purpose: "entrusted" | "matched" | "recorded" | "opened";
  delivery_id: string | null;
  person_id: string | null;
  staff_id: string | null;
}

// Row shapes of drafts, messages, deliveries, notices, codes, collect sessions and raw arrivals.

import type {
  AddressProblem,
  AuthenticationFacts,
  CollectorFacts,
  ConsentFacts,
  DeliveryStateName,
  EvidenceFacts,
  PostalAddress,
  TimerKind,
} from "@posthorn/domain";
import type { ColumnType, Generated } from "kysely";
import type { Defaulted, Instant } from "./accounts.ts";

/** jsonb: read as T, written as a JSON string. */
export type Json<T> = ColumnType<T, string, string>;

/** What every record of a message says alike, fixed at acceptance. */
export type MessageFacts = Pick<
  EvidenceFacts,
  | "trust_status"
  | "policies"
  | "issuer"
  | "sender"
  | "submitted_at"
  | "required_identification"
  | "postal_fallback"
  | "subject"
  | "parts"
>;

export interface DraftTable {
  id: string;
  account_id: string;
  member_id: string;
  sealed_form: Uint8Array | null;
  wrapped_key: Uint8Array;
  revision: Defaulted<number>;
  created_at: Instant;
  updated_at: Instant;
  message_id: string | null;
  team_id: Defaulted<string | null>;
}

export interface UploadTable {
  id: string;
  account_id: string;
  draft_id: string;
  blob_id: string;
  name: string;
  media_type: string;
  size: number;
  sha256: string;
  created_at: Instant;
}

export interface MessageTable {
  id: string;
  account_id: string;
  member_id: string;
  subject: string;
  required_identification: "codes" | "eid_or_itsme";
  collection_days: number;
  reminders: boolean;
  postal_fallback: boolean;
  content_retention_days: number;
  accepted_at: Instant;
  delivery_count: number;
  facts: Json<MessageFacts>;
  /** Of the company's part that sends it; null: of the company as such. */
  team_id: Defaulted<string | null>;
  sender_shown: Defaulted<"before" | "after">;
  /** Of a private sender who asked for it; until the last delivery is final. */
  return_address: ColumnType<PostalAddress | null, string | undefined, never>;
  /** Final state of the last delivery; null while one still runs. Reckoned by the database, as the two below are. */
  final_at: Defaulted<Instant | null>;
  /** The day on which the sender's key to the content falls (R8), Brussels. */
  content_falls_on: Defaulted<Temporal.PlainDate | null>;
  /** When it fell. */
  content_erased_at: Defaulted<Instant | null>;
}

export interface MessagePartTable {
  message_id: string;
  ordinal: number;
  name: string;
  media_type: string;
  size: number;
  sha256: string;
  blob_id: string;
}

export interface KeyWrapTable {
  message_id: string;
  holder: string;
  account_id: string;
  wrapped: Uint8Array;
}

export interface KeyUseTable {
  id: Generated<number>;
  used_at: Instant;
  service: string;
  purpose: string;
  owner_id: string;
  holder: string;
}

/** What the sender gave to match at identification; the register number only as keyed digest and sealed. */
export interface DeliveryIdentification {
  /** ISO date. */
  readonly birth_date?: string;
  readonly register_number?: {
    /** Lower-case hex, under the key of that version. */
    readonly digest: string;
    readonly digest_version: number;
    /** base64, AES-256-GCM under the key of that version, bound to the delivery. */
    readonly sealed: string;
    readonly sealed_version: number;
  };
}

export interface DeliveryTable {
  id: string;
  message_id: string;
  account_id: string;
  ordinal: number;
  state: DeliveryStateName;
  kind: "person" | "organisation";
  name: string;
  first_names: string | null;
  enterprise_number: string | null;
  attention_of: string | null;
  email: string;
  mobile: string | null;
  street: string | null;
  number: string | null;
  box: string | null;
  postcode: string | null;
  town: string | null;
  country: string | null;
  language: string;
  identification: Json<DeliveryIdentification> | null;
  consent: Json<ConsentFacts>;
  collection_days: number;
  postal_fallback: boolean;
  reminders: boolean;
  accepted_at: Instant;
  notice_round: Defaulted<number>;
  notified_at: Instant | null;
  deadline_at: Instant | null;
  collect_until: Temporal.PlainDate | null;
  notice_used_at: Instant | null;
  notice_failed_at: Instant | null;
  notice_failures: Defaulted<number>;
  failed_round: Defaulted<number>;
  repaired_at: Instant | null;
  sms_failure_open: Defaulted<boolean>;
  outage_extensions: Defaulted<number>;
  credit_consumed: Defaulted<boolean>;
  final_by: Temporal.PlainDate;
  final_at: Instant | null;
  first_to_print_at: Instant | null;
  print_released_at: Instant | null;
  posted_at: Instant | null;
  link_generation: Defaulted<number>;
  link_hash: string | null;
  check_code_hash: string | null;
  reminders_silenced: Defaulted<boolean>;
  accepted_by_session: string | null;
  collected_at: Instant | null;
  collector: Json<CollectorFacts> | null;
  consigned_at: Instant | null;
  handed_over_at: Instant | null;
  record_seq: Defaulted<number>;
  record_head: Defaulted<string>;
  chain_closed: Defaulted<boolean>;
  submission_stamped_at: Instant | null;
  team_id: Defaulted<string | null>;
  /** Why no letter can go to the address; mending it clears both. */
  address_problem: Defaulted<AddressProblem | null>;
  address_problem_at: Defaulted<Instant | null>;
  /** What the sender entrusted of the addressee went then. */
  addressee_erased_at: Defaulted<Instant | null>;
  /** The addressee's key to the content was destroyed then. */
  content_erased_at: Defaulted<Instant | null>;
  /** Of a registered addressee who collected: the day on which his key falls. */
  inbox_falls_on: Defaulted<Temporal.PlainDate | null>;
  /** Days ahead of the last warning that its evidence falls: 60, then 14; 0 before. */
  falling_told: Defaulted<0 | 60 | 14>;
  /** Day on which its sender last had the timestamps renewed. */
  stamps_asked_on: Defaulted<Temporal.PlainDate | null>;
}

export interface DeliveryTimerTable {
  delivery_id: string;
  kind: TimerKind;
  due_at: Instant;
}

export interface NoticeTable {
  id: string;
  delivery_id: string;
  round: number;
  kind: "window" | "reminder";
  ordinal: Defaulted<number>;
  email: string;
  mobile: string | null;
  created_at: Instant;
  next_attempt_at: Instant | null;
  attempts: Defaulted<number>;
  mail_state: Defaulted<"pending" | "accepted" | "refused" | "failed" | "delivered">;
  mail_at: Instant | null;
  mail_answer: string | null;
  sms_state: Defaulted<"none" | "pending" | "accepted" | "refused" | "failed" | "delivered">;
  sms_at: Instant | null;
  sms_answer: string | null;
  sms_provider_id: string | null;
  recorded_at: Instant | null;
}

export type ArtifactKind =
  | "notice_mail"
  | "notice_sms"
  | "smtp_dialogue"
  | "provider_answer"
  | "report"
  | "decision_page"
  | "carrier_report"
  | "carrier_proof";

export interface EvidenceArtifactTable {
  delivery_id: string;
  sha256: string;
  kind: ArtifactKind;
  media_type: string;
  bytes: Uint8Array;
  kept_at: Instant;
}

export interface CodeChallengeTable {
  id: string;
  delivery_id: string;
  created_at: Instant;
  expires_at: Instant;
  email_secret: Uint8Array;
  sms_secret: Uint8Array;
  email: string;
  mobile: string;
  language: string;
  attempts: Defaulted<number>;
  consumed_at: Instant | null;
  voided_at: Instant | null;
  claimed_until: Instant | null;
  mail_sent_at: Instant | null;
  sms_sent_at: Instant | null;
}

export interface CollectSessionTable {
  token_hash: string;
  delivery_id: string;
  link_generation: number;
  authentication: Json<AuthenticationFacts>;
  /** Null where codes established no identity. */
  collector: Json<CollectorFacts> | null;
  opened: Defaulted<string[]>;
  started_at: Instant;
  expires_at: Instant;
  ended_at: Instant | null;
}

export interface RawArrivalTable {
  id: Generated<number>;
  kind: "mail" | "twilio" | "flowmailer";
  arrived_at: Instant;
  envelope_to: string | null;
  body: Uint8Array;
  processed_at: Instant | null;
  outcome: string | null;
}

export type ErrandKind =
  | "notice_failed"
  | "sms_failed"
  | "letter"
  | "window_extended"
  | "final"
  | "proof_copy"
  | "not_for_me"
  | "reminder_failed"
  | "identity_mismatch"
  | "address_needed"
  | "posted"
  | "corrected"
  | "evidence_falling"
  | "letter_called_off";

export interface ErrandTable {
  id: string;
  delivery_id: string;
  kind: ErrandKind;
  occasion: string;
  created_at: Instant;
  next_attempt_at: Instant | null;
  attempts: Defaulted<number>;
  done_at: Instant | null;
}

export interface HeartbeatTable {
  minute_at: Instant;
}

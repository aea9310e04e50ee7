// Row shapes of requests of people about their data.

import type { Generated } from "kysely";
import type { Defaulted, Instant } from "./accounts.ts";

export interface RightsRequestTable {
  id: string;
  /** What people call it. */
  number: Generated<number>;
  kind:
    | "access"
    | "rectification"
    | "erasure"
    | "restriction"
    | "objection"
    | "portability"
    | "withdrawal"
    | "complaint";
  /** account: by himself in his account; form: the public form; letter: booked in by staff. */
  channel: "account" | "form" | "letter";
  /** The account holder, where it is one who is signed in, or whom the officer has found. */
  person_id: Defaulted<string | null>;
  name: string;
  first_names: Defaulted<string | null>;
  email: Defaulted<string | null>;
  postal_address: Defaulted<string | null>;
  language: "nl" | "fr" | "de" | "en";
  words: Defaulted<string | null>;
  /** Check code of the letter that he speaks of, where he gave one. */
  letter_code: Defaulted<string | null>;
  /** On behalf of somebody else: who asks, and by what authority. */
  on_behalf_name: Defaulted<string | null>;
  on_behalf_authority: Defaulted<string | null>;
  booked_by: Defaulted<string | null>;
  received_at: Instant;
  /** How it was shown who asks; the month runs from complete_at. */
  identity: "open" | "codes" | "itsme" | "eid" | "document" | "account" | "failed";
  identified_at: Defaulted<Instant | null>;
  identified_by: Defaulted<string | null>;
  /** Shown by a code to his address, which is sent anew as often as it ends. */
  by_code: Defaulted<boolean>;
  /** The latest answer of itsme or a card, whether the names agreed or not. */
  shown_by: Defaulted<"itsme" | "eid" | null>;
  shown_issuer: Defaulted<string | null>;
  shown_level: Defaulted<string | null>;
  shown_at: Defaulted<Instant | null>;
  names_agree: Defaulted<boolean | null>;
  /** Only where it agrees. */
  shown_name: Defaulted<string | null>;
  /** When it was last asked on paper or by a code who he is. */
  identity_asked_at: Defaulted<Instant | null>;
  identity_reminded_at: Defaulted<Instant | null>;
  /** A letter wrote itself then, and no officer has saved it to be posted yet. */
  letter_owed_at: Defaulted<Instant | null>;
  complete_at: Defaulted<Instant | null>;
  due_on: Defaulted<Temporal.PlainDate | null>;
  extended_at: Defaulted<Instant | null>;
  extended_by: Defaulted<string | null>;
  extension_reason: Defaulted<string | null>;
  /** open until it is answered; waiting: a delivery in flight runs to its end first. */
  state: "identity" | "open" | "waiting" | "answered" | "refused" | "withdrawn";
  waiting_for: Defaulted<string | null>;
  handled_by: Defaulted<string | null>;
  answered_at: Defaulted<Instant | null>;
  answer: Defaulted<string | null>;
  answer_words: Defaulted<string | null>;
  grounds: Defaulted<string[]>;
  /** Last day on which what was not erased is kept. */
  kept_until: Defaulted<Temporal.PlainDate | null>;
  carried_out_at: Defaulted<Instant | null>;
}

export interface RightsRequestEventTable {
  id: Generated<number>;
  request_id: string;
  at: Instant;
  event: string;
  staff_id: Defaulted<string | null>;
  member_id: Defaulted<string | null>;
  words: Defaulted<string | null>;
}

export interface RightsRequestFileTable {
  id: string;
  request_id: string;
  kind: "letter" | "identity_document" | "authority" | "export" | "answer";
  blob_id: string;
  wrapped_key: Buffer;
  name: string;
  media_type: string;
  size: number;
  sha256: string;
  added_at: Instant;
  /** Day on which the paper came in; it is scanned later. */
  arrived_on: Defaulted<Temporal.PlainDate>;
}

export interface RightsRequestCodeTable {
  request_id: string;
  code_hash: Defaulted<string | null>;
  sent_at: Defaulted<Instant | null>;
  expires_at: Instant;
  attempts: Defaulted<number>;
  used_at: Defaulted<Instant | null>;
}

export interface RightsRequestSenderTable {
  request_id: string;
  account_id: string;
  delivery_ids: readonly string[];
  told_at: Instant;
  decide_by: Temporal.PlainDate;
  decision: Defaulted<"granted" | "refused" | "answers_himself" | null>;
  words: Defaulted<string | null>;
  decided_by: Defaulted<string | null>;
  decided_at: Defaulted<Instant | null>;
  carried_out_at: Defaulted<Instant | null>;
  /** By mail, once, before his term ends. */
  reminded_at: Defaulted<Instant | null>;
}

export interface ProcessingRestrictionTable {
  id: string;
  person_id: Defaulted<string | null>;
  /** Of who has no account: the address he is written to at. */
  email_key: Defaulted<string | null>;
  /** His name, folded, beside the address. */
  name_key: Defaulted<string | null>;
  request_id: Defaulted<string | null>;
  since: Instant;
  placed_by: Defaulted<string | null>;
  lifted_at: Defaulted<Instant | null>;
  lifted_by: Defaulted<string | null>;
  lift_told_at: Defaulted<Instant | null>;
}

export interface RectificationNoteTable {
  id: string;
  delivery_id: string;
  request_id: Defaulted<string | null>;
  words: string;
  noted_by: string;
  noted_at: Instant;
}

export interface RightsRequestDeliveryTable {
  request_id: string;
  delivery_id: string;
  chosen_by: string;
  chosen_at: Instant;
}

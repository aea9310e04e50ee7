// Row shapes of people, accounts, sessions, keys and credits.

import type { ColumnType, Generated } from "kysely";

export type Instant = Temporal.Instant;
/** Filled by the database where absent. */
export type Defaulted<T> = ColumnType<T, T | undefined, T>;

export interface PersonTable {
  id: string;
  email: string;
  family_name: string;
  first_names: string;
  language: string;
  password_hash: string | null;
  identified_method: string | null;
  identified_level: string | null;
  identified_issuer: string | null;
  identified_at: Instant | null;
  created_at: Instant;
  webauthn_handle: Defaulted<string | null>;
  password_changed_at: Defaulted<Instant | null>;
  /** When a link sent to this address was opened. */
  email_verified_at: Defaulted<Instant | null>;
  /** Personal data gone; the row stands for what evidence and log name by its id. */
  erased_at: Defaulted<Instant | null>;
}

export interface AccountTable {
  id: string;
  kind: "private" | "company";
  name: string;
  enterprise_number: string | null;
  street: string | null;
  number: string | null;
  box: string | null;
  postcode: string | null;
  town: string | null;
  country: string | null;
  language: string;
  email: string;
  content_retention_days: Defaulted<number>;
  status: Defaulted<"applying" | "active" | "closing" | "closed" | "erased">;
  created_at: Instant;
  enterprise_verified_at: Defaulted<Instant | null>;
  register_number_authorised_at: Defaulted<Instant | null>;
  vat_number: Defaulted<string | null>;
  closing_asked_at: Defaulted<Instant | null>;
  closing_mode: Defaulted<"when_final" | "now" | null>;
  closed_at: Defaulted<Instant | null>;
  /** Last day of the countdown, Brussels. */
  erase_by: Defaulted<Temporal.PlainDate | null>;
  erased_at: Defaulted<Instant | null>;
  /** When its members were told once more, a week before the countdown ends. */
  erasure_told_at: Defaulted<Instant | null>;
  /** Day of the last mail about evidence that falls. */
  falling_told_on: Defaulted<Temporal.PlainDate | null>;
  default_identification: Defaulted<"codes" | "eid_or_itsme">;
  default_collection_days: Defaulted<number>;
  default_reminders: Defaulted<boolean>;
  default_postal_fallback: Defaulted<boolean>;
  /** Whether a notice names the sender, or only the opened message does. */
  sender_shown: Defaulted<"before" | "after">;
  settings_changed_at: Defaulted<Instant | null>;
}

export interface MemberTable {
  id: string;
  account_id: string;
  person_id: string;
  role: "admin" | "user";
  public_id: string;
  joined_at: Instant;
  left_at: Instant | null;
  left_because: Defaulted<"left" | "removed" | "account_closed" | null>;
  /** When its person last worked in it. */
  last_active_at: Defaulted<Instant | null>;
}

export interface SessionTable {
  token_hash: string;
  person_id: string;
  member_id: string;
  account_id: string;
  method: string;
  authenticated_at: Instant;
  last_used_at: Instant;
  expires_at: Instant;
  ended_at: Instant | null;
  /** Names the session in its owner's list; opens nothing. */
  id: string;
  level: Defaulted<string | null>;
  issuer: Defaulted<string | null>;
  device_id: Defaulted<string | null>;
  browser: Defaulted<string | null>;
  os: Defaulted<string | null>;
  ip: Defaulted<string | null>;
  fresh_at: Instant;
  /** When more than a password was shown in it; null for a password alone. */
  strong_at: Defaulted<Instant | null>;
  ended_because: Defaulted<
    "signed_out" | "replaced" | "revoked" | "password_changed" | "left" | "other_browser" | null
  >;
}

export interface ApiKeyTable {
  id: string;
  account_id: string;
  member_id: string;
  name: string;
  secret_hash: string;
  created_at: Instant;
  last_used_at: Instant | null;
  revoked_at: Instant | null;
  scopes: Defaulted<ApiScope[]>;
  /** Of a secret that was replaced: until then both serve. */
  expires_at: Defaulted<Instant | null>;
  replaced_by: Defaulted<string | null>;
  created_by: Defaulted<string | null>;
}

export type ApiScope = "messages:send" | "messages:read" | "evidence:read";

export interface AccountCreditTable {
  account_id: string;
  balance: number;
}

export interface CreditEntryTable {
  id: Generated<number>;
  account_id: string;
  kind: "purchase" | "reservation" | "consumption" | "release" | "refund";
  item: "pack" | "delivery" | "postage";
  amount: number;
  delivery_id: string | null;
  entered_at: Instant;
}

/** Unused purchased credits of a closed account, asked back. */
export interface CreditRefundTable {
  id: string;
  account_id: string;
  member_id: string;
  credits: number;
  asked_at: Instant;
  paid_at: Defaulted<Instant | null>;
}

/** A file nobody has a key for any more. */
export interface BlobRemovalTable {
  blob_id: string;
  since: Instant;
}

export interface IdempotencyTable {
  account_id: string;
  key: string;
  request_hash: string;
  message_id: string;
  created_at: Instant;
}

export interface UseLogTable {
  id: Generated<number>;
  used_at: Instant;
  falls_on: Temporal.PlainDate;
  service: string;
  act: string;
  account_id: string | null;
  person_id: string | null;
  delivery_id: string | null;
  ip: string | null;
  user_agent: string | null;
  language: string | null;
  /** Id of what was acted upon: a member, an invitation, a key. */
  subject: Defaulted<string | null>;
}

/** Tries counted per key; `expire` in milliseconds since 1970. */
export interface RateLimitTable {
  key: string;
  points: Defaulted<number>;
  expire: number | null;
}

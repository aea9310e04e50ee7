// Row shapes of signing in: passkeys, ceremonies, second factors, devices, staff, mails owed to a person.

import type { StaffAct, StaffRole } from "@posthorn/domain";
import type { Generated } from "kysely";
import type { Defaulted, Instant } from "./accounts.ts";
import type { Json } from "./messages.ts";

export type HolderKind = "person" | "staff";

export interface PasskeyTable {
  id: string;
  holder_kind: HolderKind;
  holder_id: string;
  /** base64url. */
  credential_id: string;
  public_key: Uint8Array;
  sign_count: number;
  transports: string[];
  backed_up: boolean;
  name: string;
  created_at: Instant;
  last_used_at: Instant | null;
  suspected_at: Instant | null;
  removed_at: Instant | null;
}

export interface SignInCeremonyTable {
  id: string;
  kind: "passkey_registration" | "passkey_sign_in" | "passkey_confirmation" | "second_factor" | "totp_set_up";
  holder_kind: HolderKind;
  holder_id: string | null;
  browser_hash: string;
  challenge: string | null;
  sealed_secret: Uint8Array | null;
  key_version: number | null;
  attempts: Defaulted<number>;
  created_at: Instant;
  expires_at: Instant;
  consumed_at: Instant | null;
}

export interface TotpTable {
  person_id: string;
  sealed_secret: Uint8Array;
  key_version: number;
  confirmed_at: Instant;
  last_step: number;
}

export interface RecoveryCodeTable {
  person_id: string;
  code_hash: string;
  made_at: Instant;
  used_at: Instant | null;
}

export interface DeviceTable {
  id: string;
  holder_kind: HolderKind;
  holder_id: string;
  token_hash: string;
  browser: string;
  os: string;
  first_seen_at: Instant;
  last_seen_at: Instant;
}

/** What a mail to an account holder is about. */
export type PersonErrandKind =
  | "new_device"
  | "session_in_other_browser"
  | "password_changed"
  | "passkey_added"
  | "passkey_removed"
  | "passkey_suspected"
  | "totp_on"
  | "totp_off"
  | "recovery_codes_made"
  | "recovery_code_used"
  | "identified"
  | "name_changed"
  | "identity_linked"
  | "api_key_taken_over"
  | "api_key_made"
  | "api_key_rotated"
  | "api_key_revoked"
  | "registration_link"
  | "registration_known"
  | "application_received"
  | "invitation_link"
  | "member_joined"
  | "member_left"
  | "invitation_declined"
  | "membership_ended"
  | "membership_ended_erased"
  | "role_changed"
  | "account_closing"
  | "account_closed"
  | "account_erasure_near"
  | "hold_placed"
  | "hold_refused"
  | "hold_ends"
  | "hold_ended"
  | "hold_lifted"
  | "evidence_falling"
  | "account_reopened"
  | "account_erased"
  | "credits_refund_asked"
  | "email_change_link"
  | "email_change_asked"
  | "email_changed"
  | "application_approved"
  | "application_refused"
  | "rights_code"
  | "rights_code_letter"
  | "rights_received"
  | "rights_received_link"
  | "rights_needs_authority"
  | "rights_asked_of_sender"
  | "rights_sender_reminded"
  | "restriction_placed"
  | "restriction_lifted"
  | "register_numbers_authorised"
  | "rights_letter"
  | "subprocessor_announced"
  | "breach_told"
  | "breach_opened"
  | "register_numbers_withdrawn";

export interface PersonErrandTable {
  id: string;
  /** Null where it goes to an address whose holder has no account. */
  person_id: string | null;
  to_email: Defaulted<string | null>;
  to_name: Defaulted<string | null>;
  to_language: Defaulted<string | null>;
  /** The link it carries. */
  mailed_link_id: Defaulted<string | null>;
  kind: PersonErrandKind;
  /** Words and instants the mail needs; no secret. */
  facts: Json<Record<string, string>>;
  created_at: Instant;
  next_attempt_at: Instant | null;
  attempts: Defaulted<number>;
  done_at: Instant | null;
}

export interface StaffTable {
  id: string;
  email: string;
  family_name: string;
  first_names: string;
  language: string;
  roles: StaffRole[];
  webauthn_handle: string;
  created_at: Instant;
  left_at: Instant | null;
}

export interface StaffInvitationTable {
  token_hash: string;
  staff_id: string;
  made_at: Instant;
  expires_at: Instant;
  used_at: Instant | null;
}

/** `elsewhere`: its cookie came from another browser. */
export type StaffSessionEnd = "signed_out" | "replaced" | "revoked" | "left" | "elsewhere";

export interface StaffSessionTable {
  token_hash: string;
  id: string;
  staff_id: string;
  authenticated_at: Instant;
  /** The last time that a passkey showed who sits there. */
  fresh_at: Instant;
  last_used_at: Instant;
  expires_at: Instant;
  ended_at: Instant | null;
  ended_because: StaffSessionEnd | null;
  device_id: string | null;
  browser: string;
  os: string;
  ip: string;
}

export interface StaffLogTable {
  id: Generated<number>;
  happened_at: Instant;
  staff_id: string | null;
  act: StaffAct;
  subject: string | null;
  reason: string | null;
  ip: string;
  browser: string;
  os: string;
  language: string;
}

export interface IdentificationRecordOpeningTable {
  id: Generated<number>;
  record_id: string;
  staff_id: string;
  reason: string;
  opened_at: Instant;
}

// Row shapes of running an account: invitations, teams, logos, links by mail, accepted policies.

import type { ApplicationRefusal } from "@posthorn/domain";
import type { GeneratedAlways } from "kysely";
import type { Defaulted, Instant } from "./accounts.ts";
import type { Json } from "./messages.ts";

export interface AccountLogoTable {
  account_id: string;
  media_type: "image/png";
  width: number;
  height: number;
  /** Lower-case hex. */
  sha256: string;
  bytes: Uint8Array;
  changed_at: Instant;
}

/** Afdeling: part of a company that sends under a name of its own. */
export interface TeamTable {
  id: string;
  account_id: string;
  name: string;
  /** Stands beside the company's name; null: the company's alone. */
  sender_name: string | null;
  messages_visible_to: Defaulted<"account" | "team">;
  created_at: Instant;
  ended_at: Defaulted<Instant | null>;
}

export interface TeamMemberTable {
  team_id: string;
  member_id: string;
  account_id: string;
  joined_at: Instant;
}

export interface InvitationTable {
  id: string;
  account_id: string;
  email: string;
  role: "admin" | "user";
  team_ids: Defaulted<string[]>;
  language: string;
  invited_by: string;
  created_at: Instant;
  expires_at: Instant;
  accepted_at: Defaulted<Instant | null>;
  accepted_member_id: Defaulted<string | null>;
  withdrawn_at: Defaulted<Instant | null>;
  declined_at: Defaulted<Instant | null>;
}

export type MailedLinkPurpose = "registration" | "invitation" | "email_change" | "rights";

export interface MailedLinkTable {
  id: string;
  purpose: MailedLinkPurpose;
  /** Id of what it opens: a registration, an invitation, a person, a request. */
  subject_id: string;
  email: string;
  language: string;
  /** Written by the worker when it sends. */
  token_hash: Defaulted<string | null>;
  created_at: Instant;
  expires_at: Instant;
  used_at: Defaulted<Instant | null>;
  voided_at: Defaulted<Instant | null>;
}

export type AcceptedPolicy = "terms" | "privacy" | "processor-agreement" | "electronic-delivery";

export interface PolicyAcceptanceTable {
  id: string;
  person_id: string;
  account_id: string | null;
  policy: AcceptedPolicy;
  version: string;
  language: string;
  /** Of the words as shown, lower-case hex. */
  sha256: string;
  accepted_at: Instant;
  withdrawn_at: Defaulted<Instant | null>;
}

export interface RegistrationTable {
  id: string;
  kind: "private" | "company";
  email: string;
  language: string;
  /** As typed, in a shape that the verbs of registration own; null once finished. */
  form: Json<Record<string, unknown>> | null;
  created_at: Instant;
  changed_at: Instant;
  confirmed_at: Defaulted<Instant | null>;
  finished_at: Defaulted<Instant | null>;
  /** Who came of it, or had the address already. */
  person_id: Defaulted<string | null>;
}

export interface CompanyApplicationTable {
  id: string;
  account_id: string;
  applicant_member_id: string;
  state: "draft" | "submitted" | "approved" | "refused";
  company_name: string | null;
  enterprise_number: string | null;
  legal_form: string | null;
  vat_liable: boolean | null;
  street: string | null;
  number: string | null;
  box: string | null;
  postcode: string | null;
  town: string | null;
  representative_name: string | null;
  representative_function: string | null;
  representative_email: string | null;
  form_number: string | null;
  form_sha256: string | null;
  form_made_at: Instant | null;
  created_at: Instant;
  changed_at: Instant;
  submitted_at: Instant | null;
  decided_at: Instant | null;
  decided_by: string | null;
  refusal_reason: ApplicationRefusal | null;
  refusal_words: string | null;
  round: Defaulted<number>;
}

/** One decision a round. */
export interface ApplicationDecisionTable {
  application_id: string;
  account_id: string;
  round: number;
  submitted_at: Instant;
  outcome: "approved" | "refused";
  /** What the officer said to have checked. */
  checks: string[];
  reason: ApplicationRefusal | null;
  /** As written to the applicant. */
  words: string | null;
  decided_by: string;
  decided_at: Instant;
}

export interface ApplicationDocumentTable {
  id: string;
  application_id: string;
  account_id: string;
  kind: "approval_form" | "kbo_extract" | "other";
  blob_id: string;
  /** For the staff's desk alone. */
  wrapped_key: Uint8Array;
  name: string;
  media_type: "application/pdf" | "image/png" | "image/jpeg";
  size: number;
  sha256: string;
  uploaded_at: Instant;
  removed_at: Defaulted<Instant | null>;
}

export interface ContactTable {
  id: string;
  account_id: string;
  kind: "person" | "organisation";
  name: string;
  first_names: string | null;
  enterprise_number: string | null;
  attention_of: string | null;
  email: string;
  /** Made by the database: in lower case, for indexes. */
  email_key: GeneratedAlways<string>;
  mobile: string | null;
  street: string | null;
  number: string | null;
  box: string | null;
  postcode: string | null;
  town: string | null;
  country: string | null;
  language: string;
  /** Folded "name first names": what the list is ordered and searched by. */
  sort_name: string;
  created_at: Instant;
  changed_at: Instant;
}

export interface ContactImportTable {
  id: string;
  account_id: string;
  member_id: string;
  at: Instant;
  /** In a shape that the verb of importing owns. */
  understood: Json<unknown>;
  added: number;
  changed: number;
  bad: number;
  bad_rows: Json<unknown>;
}

export interface AddresseeConsentTable {
  id: string;
  account_id: string;
  email: string;
  /** As of a contact. */
  email_key: GeneratedAlways<string>;
  name: string;
  first_names: string | null;
  /** Folded as that of a contact. */
  sort_name: string;
  basis: "clause" | "earlier_consent" | "registration";
  words: string | null;
  stated_on: Temporal.PlainDate;
  source: "sender" | "import" | "addressee";
  delivery_id: string | null;
  recorded_by: string | null;
  recorded_at: Instant;
  withdrawn_at: Defaulted<Instant | null>;
  withdrawn_by: Defaulted<"sender" | "addressee" | null>;
  withdrawn_words: Defaulted<string | null>;
}

export interface InboxEntryTable {
  delivery_id: string;
  person_id: string;
  account_id: string;
  because: "notice" | "registration";
  entered_at: Instant;
  ended_at: Defaulted<Instant | null>;
}

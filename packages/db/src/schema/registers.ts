// Row shapes of the registers: subprocessors, breaches, disclosures to authorities; how far the check of records is.

import type { BreachDuty, BreachEventName, BreachNature, Language, ProviderRole } from "@posthorn/domain";
import type { Generated } from "kysely";
import type { Defaulted, Instant } from "./accounts.ts";
import type { Json } from "./messages.ts";

export interface SubprocessorTable {
  id: string;
  name: string;
  address: string;
  purpose: Json<Readonly<Record<Language, string>>>;
  /** ISO 3166-1 alpha-2, as that of the ultimate parent. */
  country: string;
  parent_name: string;
  parent_country: string;
  terms_url: string;
  hosts: string[];
  roles: ProviderRole[];
  /** First and last day, Brussels. */
  effective_on: Temporal.PlainDate;
  ended_on: Defaulted<Temporal.PlainDate | null>;
  override_reason: string | null;
  short_notice_reason: string | null;
  entered_by: string;
  entered_at: Instant;
  ended_by: Defaulted<string | null>;
  ended_at: Defaulted<Instant | null>;
}

export interface CircularTable {
  id: string;
  kind: "subprocessor" | "breach";
  subject_id: string;
  /** Null: all of them. */
  account_ids: string[] | null;
  /** Those that an earlier one about the same is for. */
  told_before: Defaulted<string[]>;
  asked_at: Instant;
  /** Id of the last account that was worked off. */
  reached: Defaulted<string>;
  /** Mails owed so far. */
  told: Defaulted<number>;
  done_at: Defaulted<Instant | null>;
}

export interface BreachTable {
  id: string;
  /** What people call it. */
  number: Generated<number>;
  /** Of an entry that opened by itself: what was found. */
  source_key: string | null;
  opened_at: Instant;
  /** Null: it opened by itself. */
  opened_by: string | null;
  noticed_at: Instant;
  facts: string;
  natures: BreachNature[];
  people: string[];
  data: string[];
  persons: number | null;
  /** Null: all senders. */
  account_ids: string[] | null;
  assessment: Defaulted<string>;
  words: Json<Readonly<Partial<Record<Language, string>>>>;
  changed_at: Instant;
  officers_told_at: Defaulted<Instant | null>;
  closed_at: Defaulted<Instant | null>;
  closed_by: Defaulted<string | null>;
  report: Defaulted<string | null>;
}

export interface BreachDutyTable {
  breach_id: string;
  duty: BreachDuty;
  due_at: Instant;
  state: "open" | "done" | "not_required";
  settled_at: Defaulted<Instant | null>;
  settled_by: Defaulted<string | null>;
  words: Defaulted<string | null>;
}

export interface BreachEventTable {
  id: Generated<number>;
  breach_id: string;
  event: BreachEventName;
  at: Instant;
  /** Null: it opened by itself. */
  staff_id: string | null;
  duty: Defaulted<BreachDuty | null>;
  words: Defaulted<string | null>;
}

/** What the check of chains and log found. */
export interface BreachFindingTable {
  finding: string;
  breach_id: string;
  found_at: Instant;
}

export interface DisclosureTable {
  id: string;
  number: Generated<number>;
  authority: string;
  legal_basis: string;
  reference: string;
  given: string;
  given_on: Temporal.PlainDate;
  decided_by: string;
  entered_at: Instant;
  telling: "yes" | "no" | "later";
  telling_words: string | null;
  tell_from: Temporal.PlainDate | null;
  told_on: Defaulted<Temporal.PlainDate | null>;
  told_by: Defaulted<string | null>;
  closed_at: Defaulted<Instant | null>;
  closed_by: Defaulted<string | null>;
}

export interface DisclosureSubjectTable {
  disclosure_id: string;
  kind: "delivery" | "account" | "person";
  subject_id: string;
}

export interface RecordCheckTable {
  one: Defaulted<boolean>;
  /** Id of the last delivery that was checked in this round. */
  after: Defaulted<string>;
  /** Leaves of the log that were checked in this round. */
  log_after: Defaulted<number>;
  checked_at: Defaulted<Instant | null>;
  /** When a round last came to its end. */
  whole_at: Defaulted<Instant | null>;
}

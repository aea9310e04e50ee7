// Row shapes of retention: periods and changes, holds, runs, the journal and receipts of erasing.

import type { Generated } from "kysely";
import type { Defaulted, Instant } from "./accounts.ts";
import type { Json } from "./messages.ts";

export interface RetentionPeriodTable {
  rule: string;
  effective_at: Instant;
  kept: string;
  /** The day itself is the last by which it is gone, not the last on which it is kept. */
  at_most: boolean;
}

export interface RetentionChangeTable {
  id: string;
  rule: string;
  account_id: Defaulted<string | null>;
  kept: string;
  reason: string;
  shorter: boolean;
  proposed_by: string;
  proposed_at: Instant;
  seconded_by: Defaulted<string | null>;
  seconded_at: Defaulted<Instant | null>;
  withdrawn_by: Defaulted<string | null>;
  withdrawn_at: Defaulted<Instant | null>;
  /** From then on; null until it is decided. */
  effective_at: Defaulted<Instant | null>;
}

export interface LegalHoldTable {
  id: string;
  scope: "delivery" | "message" | "account" | "person";
  scope_id: string;
  /** Of the sender whose it is; null for a person. */
  account_id: Defaulted<string | null>;
  ground: "complaint" | "fraud" | "dispute" | "court_order";
  reason: string;
  asked_by: Defaulted<string | null>;
  asked_at: Instant;
  state: "asked" | "placed" | "refused" | "lifted" | "ended";
  decided_by: Defaulted<string | null>;
  decided_at: Defaulted<Instant | null>;
  decision_words: Defaulted<string | null>;
  /** The last day it holds, Brussels; later it holds nothing, whoever forgot it. */
  ends_on: Defaulted<Temporal.PlainDate | null>;
  /** Two persons lift a hold before its end. */
  lift_asked_by: Defaulted<string | null>;
  lift_asked_at: Defaulted<Instant | null>;
  lift_reason: Defaulted<string | null>;
  lifted_by: Defaulted<string | null>;
  lifted_at: Defaulted<Instant | null>;
  /** The end that was told ahead. */
  end_told_for: Defaulted<Temporal.PlainDate | null>;
}

export interface LegalHoldEventTable {
  id: Generated<number>;
  hold_id: string;
  event: "asked" | "placed" | "refused" | "renewed" | "lift_asked" | "lift_withdrawn" | "lifted" | "ended";
  at: Instant;
  staff_id: Defaulted<string | null>;
  member_id: Defaulted<string | null>;
  words: Defaulted<string | null>;
  ends_on: Defaulted<Temporal.PlainDate | null>;
}

export interface RetentionRunTable {
  id: string;
  day: Temporal.PlainDate;
  began_at: Instant;
  ended_at: Defaulted<Instant | null>;
  /** {"R9/evidence": {"erased": 12, "held": 1}, …} */
  counts: Defaulted<Json<unknown>>;
  failure: Defaulted<string | null>;
}

export interface ErasureJournalTable {
  number: Generated<number>;
  erased_at: Instant;
  rule: string;
  kind: string;
  subject_id: string;
}

export interface ErasureStateTable {
  one: Defaulted<boolean>;
  /** Day of the last run; the eraser refuses a day before it. */
  last_day: Defaulted<Temporal.PlainDate | null>;
  /** Number in the journal up to which receipts tell of what was erased. */
  receipted_number: Defaulted<number>;
  /** Number up to which the journal stands in its files. */
  copied_number: Defaulted<number>;
  /** Number up to which its rows are gone from the database. */
  trimmed_number: Defaulted<number>;
}

/** Leaves of records that are gone, until the receipt of their erasure tells them. */
export interface ErasureLeafTable {
  delivery_id: string;
  leaf: Uint8Array;
}

export interface ErasureReceiptTable {
  id: string;
  run_id: string;
  rule: string;
  made_at: Instant;
  /** The statement to be sealed; digests of what was erased, never a name. */
  statement: string;
  sealed: Defaulted<string | null>;
  sealed_at: Defaulted<Instant | null>;
  attempts: Defaulted<number>;
}

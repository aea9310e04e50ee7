// What a retention rule is: which data, for whom, from when, how long, and what becomes of it then (GDPR art. 5(1)(e), 30).

/** A rule of the schedule; a part of one where its periods differ, after a full stop. */
export const RULE_IDS = [
  "R1",
  "R2",
  "R3",
  "R4",
  "R5",
  "R6",
  "R7",
  "R8.sender",
  "R8.registered",
  "R8.unregistered",
  "R8.uncollected",
  "R9",
  "R10",
  "R11",
  "R12",
  "R13",
  "R14",
  "R15.drafts",
  "R15.unfinished",
  "R16",
  "R17",
  "R18",
  "R19.staff",
  "R19.registers",
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** Calendar units, counted from the trigger's day in Brussels; months and years clamped to the month's end. */
export interface CalendarPeriod {
  readonly kind: "days" | "months" | "years";
  readonly count: number;
  /** Gone before the end of the last day, rather than kept through it. */
  readonly atMost?: true;
}

export type Period =
  /** In the same transaction; files within the hour. */
  | { readonly kind: "at_once" }
  | { readonly kind: "hours"; readonly hours: number }
  | CalendarPeriod
  /** Falls with what it belongs to. */
  | { readonly kind: "with"; readonly rules: readonly RuleId[] };

/** What a period runs from. */
export const TRIGGERS = [
  "account_closed",
  "member_left",
  "other_membership",
  "final_state_or_act",
  "final_state",
  "last_final_state",
  "financial_year_end",
  "used_or_expired",
  "validated_or_account_ended",
  "consent_withdrawn",
  "answered",
  "last_change",
  "arrival_or_posting",
  "session_end",
  "staff_left",
  "entry_closed",
] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** Whose data it is (GDPR art. 30(1)(c)). */
export const PEOPLE_CATEGORIES = [
  "account_holder",
  "company_member",
  "addressee",
  "requester",
  "staff",
] as const;
export type PeopleCategory = (typeof PEOPLE_CATEGORIES)[number];

/** Why we may hold it (GDPR art. 6(1)): the contract with the person, a duty by law, our own interest; or the instructions of a controller (art. 28). */
export type Ground = "contract" | "legal_duty" | "interest" | "instructions";

/** A law as it is named in the reader's language, and the place in it. */
export interface Citation {
  readonly law: "gdpr" | "eidas" | "economic_code" | "vat_code";
  /** As it is cited: `6(1)(b)`. */
  readonly article: string;
}

/** Within which another period may be set, and by whom: for all by the provider, or by an account for its own. */
export interface PeriodBounds {
  readonly by: readonly ("provider" | "account")[];
  readonly min: CalendarPeriod;
  readonly max: CalendarPeriod;
}

export interface RetentionRule<Id extends string = RuleId> {
  readonly id: Id;
  readonly role: "controller" | "processor";
  readonly people: readonly PeopleCategory[];
  readonly ground: Ground;
  /** The first one is that of the ground itself. */
  readonly basis: readonly [Citation, ...Citation[]];
  readonly trigger: Trigger;
  readonly period: Period;
  /** Absent: nobody may set another period. */
  readonly adjustable?: PeriodBounds;
  readonly action: "erased" | "wrap_destroyed";
  /** Who decided it, by office. */
  readonly decidedBy: "privacy_officer";
  /** The day from which it is as it is, `YYYY-MM-DD`. */
  readonly since: string;
}

// What a retention rule is: which data, for whom, from when, how long, and what becomes of it then (GDPR art. 5(1)(e), 30).

import type { Language } from "../language.ts";

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
export type Period =
  /** In the same transaction; files within the hour. */
  | { readonly kind: "at_once" }
  | { readonly kind: "hours"; readonly hours: number }
  | {
      readonly kind: "days" | "months" | "years";
      readonly count: number;
      /** Gone before the end of the last day, rather than kept through it. */
      readonly atMost?: true;
    }
  /** Falls with what it belongs to. */
  | { readonly kind: "with"; readonly rules: readonly RuleId[] };

export type Words = Readonly<Record<Language, string>>;

export interface RetentionRule<Id extends string = RuleId> {
  readonly id: Id;
  readonly role: "controller" | "processor" | "both";
  readonly period: Period;
  /** Bounds within which an account or the provider may set another period; absent: nobody may. */
  readonly adjustable?: { readonly min: Period; readonly max: Period };
  readonly action: "erased" | "wrap_destroyed" | "anonymised";
  /** Of the law or the decision it comes from, as it is cited. */
  readonly source: string;
  /** Who decided it, by office. */
  readonly decidedBy: string;
  /** The day from which it is as it is, `YYYY-MM-DD`. */
  readonly since: string;
}

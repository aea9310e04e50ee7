// What will happen and when, as told to the sender before sending: the notice is assumed to stand on the same day.

import { brusselsDay } from "../deadline/brussels-day.ts";
import { reminderTimes, windowDeadline } from "../deadline/open-window.ts";
import { finalBy } from "../deadline/promise-final-by.ts";
import type { Instant, PlainDate } from "../lifecycle/state.ts";

export interface PlannedStep {
  readonly kind: "notice" | "reminder" | "last_day" | "letter" | "expiry" | "final_by";
  /** Calendar day in Brussels. */
  readonly on: PlainDate;
}

export interface PlanInput {
  readonly acceptedAt: Instant;
  readonly collectionDays: number;
  readonly reminders: boolean;
  readonly postalFallback: boolean;
}

/** The steps in the order of their days; `letter` or `expiry` is on the day after the last day to collect. */
export function planOf(input: PlanInput): readonly PlannedStep[] {
  const { acceptedAt, collectionDays, postalFallback } = input;
  const { deadlineAt, collectUntil } = windowDeadline(acceptedAt, collectionDays);
  const reminders = input.reminders ? reminderTimes(acceptedAt, deadlineAt) : [];
  return [
    { kind: "notice", on: brusselsDay(acceptedAt) },
    ...reminders.map((at): PlannedStep => ({ kind: "reminder", on: brusselsDay(at) })),
    { kind: "last_day", on: collectUntil },
    { kind: postalFallback ? "letter" : "expiry", on: brusselsDay(deadlineAt) },
    { kind: "final_by", on: finalBy(acceptedAt, collectionDays, postalFallback) },
  ];
}

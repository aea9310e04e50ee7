// How long a closed account stands before it is erased, and until when there is a way back (retention rules R1, R2; R12 for documents).

import { brusselsDay, isBefore, startOfDay } from "../deadline/brussels-day.ts";
import type { Instant, PlainDate } from "../lifecycle/state.ts";
import { calendarPeriodOf } from "../retention/rules.ts";

/** "At most 45 days" from the day on which the account was closed. */
export const COUNTDOWN_DAYS = calendarPeriodOf("R1").count;

/** Days before the last one on which the countdown's end is told again. */
const REMINDER_DAYS = 7;

/** The day before whose end nothing personal of the account may be left, counted in Brussels. */
export function eraseBy(closedAt: Instant): PlainDate {
  return brusselsDay(closedAt).add({ days: COUNTDOWN_DAYS });
}

/** From when the account is erased: the first instant of that day, so that a whole day is left to be done with it. */
export function erasureBegins(day: PlainDate): Instant {
  return startOfDay(day);
}

/** The last whole day on which the account can be taken back and its data exported. */
export function lastDayOfWayBack(day: PlainDate): PlainDate {
  return day.subtract({ days: 1 });
}

/** Whether a closed account can still be taken back at `at`. */
export function isWayBackOpen(day: PlainDate, at: Instant): boolean {
  return isBefore(at, erasureBegins(day));
}

/** From when its members are told once more that it will be erased. */
export function erasureReminderDue(day: PlainDate): Instant {
  return startOfDay(day.subtract({ days: REMINDER_DAYS }));
}

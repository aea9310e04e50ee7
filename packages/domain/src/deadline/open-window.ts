// Until when an addressee can collect: full calendar days in Brussels from the day after the standing notice.

import type { Instant, PlainDate } from "../lifecycle/state.ts";
import { brusselsDay, endOfDay, isBefore, LEGAL_TIME_ZONE, startOfDay } from "./brussels-day.ts";
import { REMINDER_DAYS, REMINDER_HOUR } from "./legal-terms.ts";

export interface Window {
  /** The first instant after the last day, exclusive. */
  readonly deadlineAt: Instant;
  /** The last day on which the addressee can collect; weekends and holidays do not move it. */
  readonly collectUntil: PlainDate;
}

/** The window that a notice standing at `notice` opens. `days`: 1..30. */
export function windowDeadline(notice: Instant, days: number): Window {
  const collectUntil = brusselsDay(notice).add({ days });
  return { deadlineAt: endOfDay(collectUntil), collectUntil };
}

/** The last day to collect that belongs to a deadline: the day that ends there. */
export function collectUntilOf(deadlineAt: Instant): PlainDate {
  return brusselsDay(deadlineAt.subtract({ nanoseconds: 1 }));
}

/** When the deadline comes to lie if it moves to the end of the next day. */
export function extendByOneDay(deadlineAt: Instant): Instant {
  return startOfDay(brusselsDay(deadlineAt).add({ days: 1 }));
}

/** When reminders 1, 2 and 3 go out; the list is shorter where the window is: never at or after the deadline. */
export function reminderTimes(notifiedAt: Instant, deadlineAt: Instant): readonly Instant[] {
  const noticeDay = brusselsDay(notifiedAt);
  return REMINDER_DAYS.map((days) =>
    noticeDay
      .add({ days })
      .toZonedDateTime({ timeZone: LEGAL_TIME_ZONE, plainTime: { hour: REMINDER_HOUR } })
      .toInstant(),
  ).filter((instant) => isBefore(instant, deadlineAt));
}

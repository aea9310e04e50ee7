// The calendar all deadlines are counted in: days in Europe/Brussels, whatever the zone of sender, addressee or machine.

import type { Instant, PlainDate } from "../lifecycle/state.ts";

export const LEGAL_TIME_ZONE = "Europe/Brussels";

/** The calendar day in Brussels on which `instant` falls. */
export function brusselsDay(instant: Instant): PlainDate {
  return instant.toZonedDateTimeISO(LEGAL_TIME_ZONE).toPlainDate();
}

/** The first instant of `day` in Brussels. */
export function startOfDay(day: PlainDate): Instant {
  return day.toZonedDateTime(LEGAL_TIME_ZONE).toInstant();
}

/** The first instant after `day` in Brussels: what "until the end of" excludes. */
export function endOfDay(day: PlainDate): Instant {
  return startOfDay(day.add({ days: 1 }));
}

/** The same time of day, `days` calendar days later in Brussels; a time that summer time skips moves forward. */
export function calendarDaysAfter(instant: Instant, days: number): Instant {
  return instant.toZonedDateTimeISO(LEGAL_TIME_ZONE).add({ days }).toInstant();
}

export function earlier(a: Instant, b: Instant): Instant {
  return Temporal.Instant.compare(a, b) <= 0 ? a : b;
}

/** Whether `a` comes before `b`, strictly: deadlines are exclusive. */
export function isBefore(a: Instant, b: Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}

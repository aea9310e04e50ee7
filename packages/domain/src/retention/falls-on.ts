// On which day a thing is due by its period, counted in Brussels (domain rules, "Retention": T + period is the last day kept).

import { startOfDay } from "../deadline/brussels-day.ts";
import type { Instant, PlainDate } from "../lifecycle/state.ts";
import { addPeriod } from "./period.ts";
import type { CalendarPeriod } from "./rule.ts";

/** The last day on which it is kept, whole: T + period, and for "at most" periods the day before. */
export function lastDayKept(triggerDay: PlainDate, period: CalendarPeriod): PlainDate {
  const end = addPeriod(triggerDay, period);
  return period.atMost === true ? end.subtract({ days: 1 }) : end;
}

/** The day from whose first instant it is due; by the end of it it is gone. */
export function fallsOn(triggerDay: PlainDate, period: CalendarPeriod): PlainDate {
  return lastDayKept(triggerDay, period).add({ days: 1 });
}

/** The first instant of that day in Brussels: it is erased within the 24 hours from then. */
export function dueAt(triggerDay: PlainDate, period: CalendarPeriod): Instant {
  return startOfDay(fallsOn(triggerDay, period));
}

/** The latest trigger day that is due on `day`: every earlier one is due as well. */
export function cutoff(day: PlainDate, period: CalendarPeriod): PlainDate {
  let latest = day.subtract({ [period.kind]: period.count }, { overflow: "constrain" });
  // Clamped months make it a few days too early, and never too late by more than one.
  while (isDue(latest.add({ days: 1 }), period, day)) latest = latest.add({ days: 1 });
  while (!isDue(latest, period, day)) latest = latest.subtract({ days: 1 });
  return latest;
}

/** Whole days from `today` on which it is still kept, today included; 0 from the day on which it is due. */
export function daysUntilFall(today: PlainDate, falls: PlainDate): number {
  return Math.max(0, today.until(falls, { largestUnit: "days" }).days);
}

function isDue(triggerDay: PlainDate, period: CalendarPeriod, day: PlainDate): boolean {
  return Temporal.PlainDate.compare(fallsOn(triggerDay, period), day) <= 0;
}

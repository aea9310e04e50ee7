// Lengths of time by the calendar: the last day of one, and which of two is the shorter (domain rules, "Retention").

import type { PlainDate } from "../lifecycle/state.ts";
import type { CalendarPeriod, Period } from "./rule.ts";

/** Four years with a leap day, and the eight around the year 2100 that has none: every length that a month or a year can have. */
const STARTS = [
  { from: "2024-01-01", days: 1461 },
  { from: "2096-01-01", days: 2921 },
];

/** `start` and so many days, months or years more, clamped to the month's end. */
export function addPeriod(start: PlainDate, period: CalendarPeriod): PlainDate {
  return start.add({ [period.kind]: period.count }, { overflow: "constrain" });
}

/** Whether it is counted in days, months or years: what begins and ends with a day in Brussels. */
export function isCalendarPeriod(period: Period): period is CalendarPeriod {
  return period.kind === "days" || period.kind === "months" || period.kind === "years";
}

/** Whether `a` ends before `b` from any day on: 60 days are ever shorter than 2 months, and 2 months than 60 days. */
export function isEverShorter(a: CalendarPeriod, b: CalendarPeriod): boolean {
  if (a.kind === b.kind) return a.count < b.count;
  if (a.kind !== "days" && b.kind !== "days") return monthsOf(a) < monthsOf(b);
  return STARTS.some(({ from, days }) =>
    Array.from({ length: days }, (_, index) => Temporal.PlainDate.from(from).add({ days: index })).some(
      (start) => Temporal.PlainDate.compare(addPeriod(start, a), addPeriod(start, b)) < 0,
    ),
  );
}

function monthsOf({ kind, count }: CalendarPeriod): number {
  return kind === "years" ? count * 12 : count;
}

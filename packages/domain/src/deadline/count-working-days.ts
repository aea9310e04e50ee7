// Working days: Monday to Friday without Belgian legal holidays.

import type { PlainDate } from "../lifecycle/state.ts";
import { isBelgianHoliday } from "./belgian-holidays.ts";

const SATURDAY = 6;

export function isWorkingDay(day: PlainDate): boolean {
  return day.dayOfWeek < SATURDAY && !isBelgianHoliday(day);
}

/** The `count`-th working day after `day`; `day` itself never counts. */
export function workingDaysAfter(day: PlainDate, count: number): PlainDate {
  let current = day;
  for (let counted = 0; counted < count;) {
    current = current.add({ days: 1 });
    if (isWorkingDay(current)) counted += 1;
  }
  return current;
}

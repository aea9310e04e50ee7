// The ten Belgian legal holidays (Royal Decree of 18 April 1974, art. 1), three of them counted from Easter.

import type { PlainDate } from "../lifecycle/state.ts";

/** Western Easter Sunday of a Gregorian year (the anonymous computus of 1876). */
export function easterSunday(year: number): PlainDate {
  const goldenNumber = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const lunarCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * goldenNumber + century - Math.floor(century / 4) - lunarCorrection + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const lateMoon = Math.floor((goldenNumber + 11 * epact + 22 * weekday) / 451);
  const marchDay = epact + weekday - 7 * lateMoon + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(marchDay / 31), day: (marchDay % 31) + 1 });
}

/** The legal holidays of a year, in the order of the calendar; a holiday on a Sunday is not moved here. */
export function belgianHolidays(year: number): readonly PlainDate[] {
  const easter = easterSunday(year);
  const fixed = (month: number, day: number) => Temporal.PlainDate.from({ year, month, day });
  return [
    fixed(1, 1),
    easter.add({ days: 1 }),
    fixed(5, 1),
    easter.add({ days: 39 }), // Ascension
    easter.add({ days: 50 }), // Whit Monday
    fixed(7, 21),
    fixed(8, 15),
    fixed(11, 1),
    fixed(11, 11),
    fixed(12, 25),
  ].toSorted((a, b) => Temporal.PlainDate.compare(a, b));
}

export function isBelgianHoliday(day: PlainDate): boolean {
  return belgianHolidays(day.year).some((holiday) => holiday.equals(day));
}

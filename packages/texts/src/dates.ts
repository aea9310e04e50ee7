// Dates and times in words, in four languages and always in Brussels time; the same bytes on every machine.

import type { Language } from "@posthorn/domain";
import { CALENDAR_NAMES } from "./calendar-names.ts";

export const BRUSSELS = "Europe/Brussels";

/** The calendar day in Brussels on which an instant falls. */
export function brusselsDate(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(BRUSSELS).toPlainDate();
}

/** `Sunday 6 December 2026`, `dimanche 1er novembre 2026`, `Sonntag, 6. Dezember 2026`. */
export function dateInWords(language: Language, date: Temporal.PlainDate): string {
  return `${dayInWords(language, date)} ${date.year}`;
}

/** The same without the year: `Sunday 6 December`. For dates at most some months away. */
export function dayInWords(language: Language, date: Temporal.PlainDate): string {
  const { days, months } = CALENDAR_NAMES[language];
  const weekday = days[date.dayOfWeek - 1] ?? "";
  const comma = language === "de" ? "," : "";
  return `${weekday}${comma} ${dayOfMonth(language, date.day)} ${months[date.month - 1] ?? ""}`;
}

export interface ShortDateOptions {
  readonly weekday?: boolean;
  readonly year?: boolean;
}

/** For stations and tables: `21 Nov`, with `weekday` `Sat 21 Nov`, with `year` `21 Nov 2026`. */
export function shortDate(
  language: Language,
  date: Temporal.PlainDate,
  options: ShortDateOptions = {},
): string {
  const { daysShort, monthsShort } = CALENDAR_NAMES[language];
  const comma = language === "de" ? "," : "";
  const weekday = options.weekday ? `${daysShort[date.dayOfWeek - 1] ?? ""}${comma} ` : "";
  const year = options.year ? ` ${date.year}` : "";
  return `${weekday}${dayOfMonth(language, date.day)} ${monthsShort[date.month - 1] ?? ""}${year}`;
}

export interface TimeOptions {
  /** Seconds, cut and never rounded: an act is never shown later than it was. */
  readonly seconds?: boolean;
}

/** Time of day in Brussels for tables and stations: `14.05`, French `14 h 05`; with seconds `14.05.07`, `14 h 05 min 07 s`. */
export function timeOfDay(language: Language, instant: Temporal.Instant, options: TimeOptions = {}): string {
  const { hour, minute, second } = instant.toZonedDateTimeISO(BRUSSELS);
  const [h, m, s] = [String(hour), two(minute), two(second)];
  if (language === "fr") return options.seconds ? `${h} h ${m} min ${s} s` : `${h} h ${m}`;
  return options.seconds ? `${two(hour)}.${m}.${s}` : `${two(hour)}.${m}`;
}

/** `Monday 23 November 2026 at 14.05`, in Brussels time. */
export function dateTimeInWords(
  language: Language,
  instant: Temporal.Instant,
  options: TimeOptions = {},
): string {
  const date = dateInWords(language, brusselsDate(instant));
  const time = timeOfDay(language, instant, options);
  switch (language) {
    case "nl":
      return `${date} om ${time} uur`;
    case "fr":
      return `${date} à ${time}`;
    case "de":
      return `${date} um ${time} Uhr`;
    case "en":
      return `${date} at ${time}`;
  }
}

/** For table cells: `21 Nov 10.02.14`; with `year` `21 Nov 2026 10.02.14`. */
export function shortDateTime(
  language: Language,
  instant: Temporal.Instant,
  options: TimeOptions & ShortDateOptions = {},
): string {
  return `${shortDate(language, brusselsDate(instant), options)} ${timeOfDay(language, instant, options)}`;
}

/** The last day of a window is counted whole; no text says "midnight", which people read as either of two. */
export function untilEndOf(language: Language, date: Temporal.PlainDate): string {
  const words = dateInWords(language, date);
  switch (language) {
    case "nl":
      return `tot het einde van ${words}`;
    case "fr":
      return `jusqu’à la fin du ${words}`;
    case "de":
      return `bis zum Ende von ${words}`;
    case "en":
      return `until the end of ${words}`;
  }
}

/** Brussels' distance from UTC at an instant: `UTC+1` or `UTC+2`. */
export function utcOffset(instant: Temporal.Instant): string {
  const minutes = Math.round(instant.toZonedDateTimeISO(BRUSSELS).offsetNanoseconds / 60_000_000_000);
  const sign = minutes < 0 ? "-" : "+";
  const rest = Math.abs(minutes) % 60;
  return `UTC${sign}${Math.trunc(Math.abs(minutes) / 60)}${rest === 0 ? "" : `:${two(rest)}`}`;
}

function dayOfMonth(language: Language, day: number): string {
  if (language === "de") return `${day}.`;
  return language === "fr" && day === 1 ? "1er" : String(day);
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

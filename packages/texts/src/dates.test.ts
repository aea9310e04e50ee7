import { expect, test } from "vitest";
import type { Language } from "@posthorn/domain";
import {
  brusselsDate,
  dateInWords,
  dateTimeInWords,
  dayInWords,
  shortDate,
  shortDateTime,
  timeOfDay,
  untilEndOf,
  utcOffset,
} from "./dates.ts";

const lastDay = Temporal.PlainDate.from("2026-12-06");
const afternoon = Temporal.Instant.from("2026-11-23T13:05:07.999Z");
const each = (f: (language: Language) => string): Record<Language, string> => ({
  nl: f("nl"),
  fr: f("fr"),
  de: f("de"),
  en: f("en"),
});

test("a date stands in words in every language", () => {
  expect(each((l) => dateInWords(l, lastDay))).toEqual({
    nl: "zondag 6 december 2026",
    fr: "dimanche 6 décembre 2026",
    de: "Sonntag, 6. Dezember 2026",
    en: "Sunday 6 December 2026",
  });
  expect(dayInWords("en", lastDay)).toBe("Sunday 6 December");
});

test("French counts the first of a month as 1er and no other day", () => {
  expect(dateInWords("fr", Temporal.PlainDate.from("2026-11-01"))).toBe("dimanche 1er novembre 2026");
  expect(dateInWords("fr", Temporal.PlainDate.from("2026-08-21"))).toBe("vendredi 21 août 2026");
});

test("an instant is told in Brussels time, seconds cut and never rounded up", () => {
  expect(each((l) => dateTimeInWords(l, afternoon))).toEqual({
    nl: "maandag 23 november 2026 om 14.05 uur",
    fr: "lundi 23 novembre 2026 à 14 h 05",
    de: "Montag, 23. November 2026 um 14.05 Uhr",
    en: "Monday 23 November 2026 at 14.05",
  });
  expect(each((l) => dateTimeInWords(l, afternoon, { seconds: true }))).toEqual({
    nl: "maandag 23 november 2026 om 14.05.07 uur",
    fr: "lundi 23 novembre 2026 à 14 h 05 min 07 s",
    de: "Montag, 23. November 2026 um 14.05.07 Uhr",
    en: "Monday 23 November 2026 at 14.05.07",
  });
});

test("an instant late in the evening in UTC belongs to the next day in Brussels", () => {
  const deadline = Temporal.Instant.from("2026-12-06T23:00:00Z");
  expect(brusselsDate(deadline).toString()).toBe("2026-12-07");
  expect(dateTimeInWords("en", deadline)).toBe("Monday 7 December 2026 at 00.00");
});

test("the last day counts whole and nothing says midnight", () => {
  expect(each((l) => untilEndOf(l, lastDay))).toEqual({
    nl: "tot het einde van zondag 6 december 2026",
    fr: "jusqu’à la fin du dimanche 6 décembre 2026",
    de: "bis zum Ende von Sonntag, 6. Dezember 2026",
    en: "until the end of Sunday 6 December 2026",
  });
});

test("short dates fit a station", () => {
  expect(each((l) => shortDate(l, lastDay, { weekday: true }))).toEqual({
    nl: "zo 6 dec",
    fr: "dim. 6 déc.",
    de: "So, 6. Dez.",
    en: "Sun 6 Dec",
  });
  expect(shortDate("en", lastDay, { year: true })).toBe("6 Dec 2026");
  expect(shortDateTime("nl", afternoon, { seconds: true })).toBe("23 nov 14.05.07");
  expect(timeOfDay("fr", afternoon)).toBe("14 h 05");
});

test("the offset follows summer time, also in the repeated hour", () => {
  expect(utcOffset(afternoon)).toBe("UTC+1");
  expect(utcOffset(Temporal.Instant.from("2026-07-01T00:00:00Z"))).toBe("UTC+2");
  expect(utcOffset(Temporal.Instant.from("2026-10-25T00:30:00Z"))).toBe("UTC+2");
  expect(utcOffset(Temporal.Instant.from("2026-10-25T01:30:00Z"))).toBe("UTC+1");
});

test("every day and month of a year has a name in every language", () => {
  for (let day = Temporal.PlainDate.from("2027-01-01"); day.year === 2027; day = day.add({ days: 1 })) {
    for (const words of Object.values(
      each((l) => dateInWords(l, day) + shortDate(l, day, { weekday: true })),
    )) {
      expect(words).toMatch(/^[\p{L}]+,? \d/u);
      expect(words).not.toMatch(/undefined| {2}/);
    }
  }
});

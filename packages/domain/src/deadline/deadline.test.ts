import fc from "fast-check";
import { expect, test } from "vitest";
import { brusselsDay, calendarDaysAfter, startOfDay } from "./brussels-day.ts";
import { belgianHolidays, easterSunday } from "./belgian-holidays.ts";
import { isWorkingDay, workingDaysAfter } from "./count-working-days.ts";
import { endShown } from "./end-shown.ts";
import { contentKeptUntil, erasureDueAt, evidenceKeptUntil } from "./keep-until.ts";
import { collectUntilOf, extendByOneDay, reminderTimes, windowDeadline } from "./open-window.ts";
import { electronicFinalBy, finalBy } from "./promise-final-by.ts";

const instant = (text: string) => Temporal.Instant.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);

test.each([
  ["the example of the rules", "2026-11-21T09:12:00Z", 15, "2026-12-06", "2026-12-07T00:00:00+01:00"],
  ["one day", "2026-11-21T09:12:00Z", 1, "2026-11-22", "2026-11-23T00:00:00+01:00"],
  ["first instant of a Brussels day", "2026-11-20T23:00:00Z", 15, "2026-12-06", "2026-12-07T00:00:00+01:00"],
  [
    "last instant of a Brussels day",
    "2026-11-21T22:59:59.999Z",
    15,
    "2026-12-06",
    "2026-12-07T00:00:00+01:00",
  ],
  ["summer time begins in the window", "2027-03-20T12:00:00Z", 15, "2027-04-04", "2027-04-05T00:00:00+02:00"],
  [
    "summer time begins on the last day",
    "2027-03-27T12:00:00Z",
    1,
    "2027-03-28",
    "2027-03-29T00:00:00+02:00",
  ],
  ["summer time ends on the last day", "2026-10-10T12:00:00Z", 15, "2026-10-25", "2026-10-26T00:00:00+01:00"],
  ["over the end of the year", "2026-12-20T12:00:00Z", 30, "2027-01-19", "2027-01-20T00:00:00+01:00"],
])("the window: %s", (_name, notice, days, collectUntil, deadline) => {
  const window = windowDeadline(instant(notice), days);
  expect(window.collectUntil.toString()).toBe(collectUntil);
  expect(window.deadlineAt.epochMilliseconds).toBe(instant(deadline).epochMilliseconds);
  expect(collectUntilOf(window.deadlineAt).toString()).toBe(collectUntil);
});

test.each([
  ["the window passed", "expired", "2026-12-07T00:00:00+01:00", "2026-12-06"],
  [
    "the window passed on the day on which summer time began",
    "expired",
    "2027-03-29T00:00:00+02:00",
    "2027-03-28",
  ],
  [
    "the window passed on the day on which summer time ended",
    "expired",
    "2026-10-26T00:00:00+01:00",
    "2026-10-25",
  ],
  ["not posted in time", "post_failed", "2027-01-05T00:00:00+01:00", "2027-01-04"],
  ["called off in the course of a day", "post_failed", "2027-01-05T00:00:00.001+01:00", "2027-01-05"],
  ["collected in the first instant of a day", "collected", "2026-12-07T00:00:00+01:00", "2026-12-07"],
  ["refused in the last", "refused", "2026-12-06T23:59:59.999+01:00", "2026-12-06"],
])("the end that people are told: %s", (_name, state, finalAt, told) => {
  expect(brusselsDay(endShown(state, instant(finalAt))).toString()).toBe(told);
});

test("a window never loses an hour of the addressee's full days", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1_700_000_000, max: 2_200_000_000 }),
      fc.integer({ min: 1, max: 30 }),
      (s, days) => {
        const notice = Temporal.Instant.fromEpochMilliseconds(s * 1000);
        const { deadlineAt, collectUntil } = windowDeadline(notice, days);
        const firstFullDay = brusselsDay(notice).add({ days: 1 });
        expect(firstFullDay.until(collectUntil).days).toBe(days - 1);
        expect(deadlineAt.equals(startOfDay(collectUntil.add({ days: 1 })))).toBe(true);
        expect(collectUntilOf(extendByOneDay(deadlineAt)).equals(collectUntil.add({ days: 1 }))).toBe(true);
      },
    ),
  );
});

test("final_by: the two examples of the rules", () => {
  const accepted = instant("2026-11-21T09:12:00Z");
  expect(finalBy(accepted, 15, false).toString()).toBe("2027-01-02");
  expect(finalBy(accepted, 15, true).toString()).toBe("2027-02-14");
  expect(electronicFinalBy(accepted, 15).toString()).toBe("2027-01-02");
});

test.each([
  [2024, "2024-03-31"],
  [2025, "2025-04-20"],
  [2026, "2026-04-05"],
  [2027, "2027-03-28"],
  [2038, "2038-04-25"],
  [2285, "2285-03-22"],
])("Easter of %i", (year, expected) => {
  expect(easterSunday(year).toString()).toBe(expected);
});

test("the ten legal holidays of 2027", () => {
  expect(belgianHolidays(2027).map(String)).toEqual([
    "2027-01-01",
    "2027-03-29",
    "2027-05-01",
    "2027-05-06",
    "2027-05-17",
    "2027-07-21",
    "2027-08-15",
    "2027-11-01",
    "2027-11-11",
    "2027-12-25",
  ]);
});

test.each([
  ["from a Saturday", "2027-01-02", 10, "2027-01-15"],
  ["over Easter Monday", "2027-03-26", 1, "2027-03-30"],
  ["over Ascension and Whit Monday", "2027-05-05", 7, "2027-05-18"],
  ["over Christmas and New Year on Fridays", "2026-12-24", 5, "2027-01-04"],
  ["none", "2027-01-02", 0, "2027-01-02"],
])("working days %s", (_name, from, count, expected) => {
  expect(workingDaysAfter(day(from), count).toString()).toBe(expected);
});

test("a national holiday on a weekday and a Sunday are no working days", () => {
  expect(isWorkingDay(day("2027-07-21"))).toBe(false);
  expect(isWorkingDay(day("2026-11-22"))).toBe(false);
  expect(isWorkingDay(day("2026-11-23"))).toBe(true);
});

test("reminders go out at nine on days 3, 7 and 13, also when the hour changes", () => {
  const notice = instant("2026-10-20T20:00:00Z");
  const reminders = reminderTimes(notice, windowDeadline(notice, 15).deadlineAt);
  expect(reminders.map(String)).toEqual([
    "2026-10-23T07:00:00Z",
    "2026-10-27T08:00:00Z",
    "2026-11-02T08:00:00Z",
  ]);
});

test.each([
  [1, 0],
  [2, 0],
  [3, 1],
  [6, 1],
  [7, 2],
  [13, 3],
  [30, 3],
])("a window of %i days has %i reminders, none at or after the deadline", (days, count) => {
  const notice = instant("2026-11-21T09:12:00Z");
  const { deadlineAt } = windowDeadline(notice, days);
  const reminders = reminderTimes(notice, deadlineAt);
  expect(reminders).toHaveLength(count);
  expect(reminders.every((at) => Temporal.Instant.compare(at, deadlineAt) < 0)).toBe(true);
});

test("evidence is kept 24 calendar months, clamped to the month's end", () => {
  expect(evidenceKeptUntil(instant("2026-12-07T00:00:00+01:00")).toString()).toBe("2028-12-07");
  expect(evidenceKeptUntil(instant("2028-02-29T12:00:00Z")).toString()).toBe("2030-02-28");
});

test.each([
  ["sender", false, 365, "2027-12-07"],
  ["sender", true, 730, "2028-12-06"],
  ["registered_addressee", true, 30, "2027-01-06"],
  ["registered_addressee", false, 365, "at_once"],
  ["unregistered_addressee", true, 365, "2027-02-05"],
  ["unregistered_addressee", false, 365, "at_once"],
] as const)("content for the %s, collected %s, %i days: %s", (holder, collected, retentionDays, expected) => {
  const finalAt = instant("2026-12-06T23:00:00Z");
  expect(contentKeptUntil({ holder, finalAt, collected, retentionDays }).toString()).toBe(expected);
});

test("content never outlives the evidence", () => {
  // 24 months that hold no leap day are 730 days.
  const finalAt = instant("2026-03-01T12:00:00Z");
  const kept = contentKeptUntil({ holder: "sender", finalAt, collected: true, retentionDays: 800 });
  expect(kept.toString()).toBe(evidenceKeptUntil(finalAt).toString());
});

test("erasure falls due at 00.00 in Brussels of the day after", () => {
  expect(erasureDueAt(day("2027-03-27")).toString()).toBe("2027-03-27T23:00:00Z");
  expect(erasureDueAt(day("2027-03-28")).toString()).toBe("2027-03-28T22:00:00Z");
});

test("calendar days keep the time of day when the hour changes", () => {
  expect(calendarDaysAfter(instant("2026-10-20T10:00:00Z"), 10).toString()).toBe("2026-10-30T11:00:00Z");
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { brusselsDay, endOfDay } from "../deadline/brussels-day.ts";
import { cutoff, daysUntilFall, dueAt, fallsOn, lastDayKept } from "./falls-on.ts";
import type { CalendarPeriod } from "./rule.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

test.each([
  // The leap day, 24 months on, and back to it.
  ["2028-02-29", "months", 24, "2030-02-28"],
  ["2026-02-28", "months", 24, "2028-02-28"],
  ["2024-02-29", "years", 4, "2028-02-29"],
  ["2028-02-29", "years", 5, "2033-02-28"],
  // The end of months.
  ["2026-08-31", "months", 1, "2026-09-30"],
  ["2027-01-31", "months", 1, "2027-02-28"],
  ["2028-01-30", "months", 1, "2028-02-29"],
  ["2026-12-31", "days", 60, "2027-03-01"],
  // Over both changes of the clock.
  ["2027-03-27", "days", 1, "2027-03-28"],
  ["2026-10-24", "days", 1, "2026-10-25"],
] as const)("from %s, %s %i: kept through %s", (trigger, kind, count, last) => {
  const period: CalendarPeriod = { kind, count };
  expect(lastDayKept(day(trigger), period).toString()).toBe(last);
  expect(fallsOn(day(trigger), period).toString()).toBe(day(last).add({ days: 1 }).toString());
  expect(dueAt(day(trigger), period).equals(endOfDay(day(last)))).toBe(true);
  expect(lastDayKept(day(trigger), { ...period, atMost: true }).toString()).toBe(
    day(last).subtract({ days: 1 }).toString(),
  );
});

test.each([
  // The day on which summer time begins is 23 hours long, that on which it ends 25: due is its first instant, and the next day's.
  ["2027-01-26", "2027-03-27T23:00:00Z"],
  ["2027-01-27", "2027-03-28T22:00:00Z"],
  ["2026-08-25", "2026-10-24T22:00:00Z"],
  ["2026-08-26", "2026-10-25T23:00:00Z"],
] as const)("60 days from %s are due at %s, when the day begins in Brussels", (trigger, due) => {
  expect(dueAt(day(trigger), { kind: "days", count: 60 }).toString()).toBe(due);
});

test("days left: today counts as long as it is kept, and from the day on which it is due none is left", () => {
  expect(daysUntilFall(day("2026-11-22"), day("2027-01-22"))).toBe(61);
  expect(daysUntilFall(day("2027-01-21"), day("2027-01-22"))).toBe(1);
  expect(daysUntilFall(day("2027-01-22"), day("2027-01-22"))).toBe(0);
  expect(daysUntilFall(day("2027-03-01"), day("2027-01-22"))).toBe(0);
});

const periods = fc.record({
  kind: fc.constantFrom("days" as const, "months" as const, "years" as const),
  count: fc.integer({ min: 1, max: 130 }),
  atMost: fc.boolean(),
});
const days = fc.integer({ min: 0, max: 40_000 }).map((count) => day("2020-01-01").add({ days: count }));

test("what is due on a day is what was triggered on the cutoff's day or before, and nothing after it", () => {
  fc.assert(
    fc.property(days, periods, (on, { kind, count, atMost }) => {
      const period: CalendarPeriod = { kind, count, ...(atMost && { atMost }) };
      const latest = cutoff(on, period);
      expect(Temporal.PlainDate.compare(fallsOn(latest, period), on)).toBeLessThanOrEqual(0);
      expect(Temporal.PlainDate.compare(fallsOn(latest.add({ days: 1 }), period), on)).toBeGreaterThan(0);
    }),
  );
});

test("who is erased first was triggered first, and every instant of the last day kept is before the due instant", () => {
  fc.assert(
    fc.property(days, periods, (trigger, { kind, count, atMost }) => {
      const period: CalendarPeriod = { kind, count, ...(atMost && { atMost }) };
      const due = dueAt(trigger, period);
      expect(brusselsDay(due.subtract({ milliseconds: 1 })).equals(lastDayKept(trigger, period))).toBe(true);
      expect(
        Temporal.PlainDate.compare(fallsOn(trigger, period), fallsOn(trigger.add({ days: 1 }), period)),
      ).toBeLessThanOrEqual(0);
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { changeTakesEffect, judgeChange } from "./change-period.ts";
import type { CalendarPeriod } from "./rule.ts";
import { RETENTION_RULES } from "./rules.ts";

const days = (count: number): CalendarPeriod => ({ kind: "days", count });
const months = (count: number): CalendarPeriod => ({ kind: "months", count });
const years = (count: number): CalendarPeriod => ({ kind: "years", count });
const CONTENT = { min: days(30), max: days(730) };

test.each([
  [days(365), days(365), "same"],
  [days(365), days(30), "shorter"],
  [days(365), days(730), "longer"],
  [days(365), days(29), "out_of_bounds"],
  [days(365), days(731), "out_of_bounds"],
  [days(365), days(0), "out_of_bounds"],
  [days(365), days(90.5), "out_of_bounds"],
  // A year is 365 or 366 days: the same from one day, longer from another, never shorter.
  [days(365), years(1), "longer"],
  [days(366), years(1), "shorter"],
  [days(365), months(12), "longer"],
  // From 1 February 59 days, from 1 July 62.
  [days(60), months(2), "shorter"],
  [days(59), months(2), "longer"],
  // Two years can have 731 days.
  [days(365), months(24), "out_of_bounds"],
  [days(365), months(23), "longer"],
  [months(12), years(1), "same"],
] as const)("from %o to %o is %s", (inForce, wanted, verdict) => {
  expect(judgeChange(inForce, wanted, CONTENT)).toBe(verdict);
});

test("what the law asks for is never kept shorter, and what has no bounds is never changed", () => {
  for (const rule of [RETENTION_RULES.R6, RETENTION_RULES.R9]) {
    expect(judgeChange(months(24), months(23), rule.adjustable)).toBe("out_of_bounds");
    expect(judgeChange(months(24), days(730), rule.adjustable)).toBe("out_of_bounds");
    expect(judgeChange(months(24), years(10), rule.adjustable)).toBe("longer");
    expect(judgeChange(months(24), months(121), rule.adjustable)).toBe("out_of_bounds");
    // Once longer, the way back is that of every shorter one.
    expect(judgeChange(years(10), months(24), rule.adjustable)).toBe("shorter");
  }
  expect(judgeChange(days(45), days(30), RETENTION_RULES.R1.adjustable)).toBe("out_of_bounds");
  expect(judgeChange(years(10), years(11), RETENTION_RULES.R10.adjustable)).toBe("out_of_bounds");
});

test.each([
  // The night on which summer time begins, and that on which it ends.
  ["2027-03-20T23:59:59+01:00", "2027-03-28T00:00:00+01:00"],
  ["2027-03-21T00:00:00+01:00", "2027-03-29T00:00:00+02:00"],
  ["2026-10-18T12:00:00+02:00", "2026-10-26T00:00:00+01:00"],
  ["2028-02-22T12:00:00+01:00", "2028-03-01T00:00:00+01:00"],
])("a shorter one decided at %s is in force from %s", (decided, effective) => {
  const decidedAt = Temporal.Instant.from(decided);
  expect(changeTakesEffect("shorter", decidedAt).equals(Temporal.Instant.from(effective))).toBe(true);
  expect(changeTakesEffect("longer", decidedAt).equals(decidedAt)).toBe(true);
});

test("a shorter one is never in force before seven times 24 hours have passed", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_790_000_000, max: 2_100_000_000 }), (second) => {
      const decidedAt = Temporal.Instant.fromEpochMilliseconds(second * 1000);
      const passed = changeTakesEffect("shorter", decidedAt).since(decidedAt).total("hours");
      expect(passed).toBeGreaterThanOrEqual(7 * 24);
      expect(passed).toBeLessThanOrEqual(8 * 24 + 1);
    }),
  );
});

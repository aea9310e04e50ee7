import { expect, test } from "vitest";
import { daysLeft, extendedDueOn, mayExtend, requestDueOn, senderDecidesBy, urgencyOf } from "./clock.ts";

const at = (text: string) => Temporal.Instant.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);

test.each([
  ["2026-11-22T10:00:00+01:00", "2026-12-22", "2027-02-22"],
  // No 31 February, no 31 April: the month's last day; the extension is counted from the request, not from the clamped day.
  ["2027-01-31T12:00:00+01:00", "2027-02-28", "2027-04-30"],
  ["2028-01-31T12:00:00+01:00", "2028-02-29", "2028-04-30"],
  ["2028-01-29T12:00:00+01:00", "2028-02-29", "2028-04-29"],
  ["2027-01-29T12:00:00+01:00", "2027-02-28", "2027-04-29"],
  ["2028-02-29T12:00:00+01:00", "2028-03-29", "2028-05-29"],
  ["2027-11-30T12:00:00+01:00", "2027-12-30", "2028-02-29"],
  // Over both changes of the clock: days of Brussels, whatever hours they have.
  ["2027-02-28T23:30:00+01:00", "2027-03-28", "2027-05-28"],
  ["2027-09-30T22:30:00Z", "2027-11-01", "2028-01-01"],
  // In the last minutes of the day by Brussels, not by UTC.
  ["2026-12-31T23:59:59+01:00", "2027-01-31", "2027-03-31"],
  ["2026-12-31T23:00:00Z", "2027-02-01", "2027-04-01"],
  // Saturday 27 March 2027 and Christmas stay as they are.
  ["2027-02-27T09:00:00+01:00", "2027-03-27", "2027-05-27"],
  ["2026-11-25T09:00:00+01:00", "2026-12-25", "2027-02-25"],
])("complete at %s, answered by the end of %s, extended by that of %s", (complete, due, extended) => {
  expect(requestDueOn(at(complete)).toString()).toBe(due);
  expect(extendedDueOn(at(complete)).toString()).toBe(extended);
});

test("the extension is told in the first month, once, and never of a complaint", () => {
  const completeAt = at("2027-01-31T12:00:00+01:00");
  const request = { kind: "access", completeAt, extended: false } as const;
  expect(mayExtend(request, at("2027-02-28T23:59:59+01:00"))).toBe(true);
  expect(mayExtend(request, at("2027-03-01T00:00:00+01:00"))).toBe(false);
  expect(mayExtend({ ...request, extended: true }, completeAt)).toBe(false);
  expect(mayExtend({ ...request, completeAt: null }, completeAt)).toBe(false);
  expect(mayExtend({ ...request, kind: "complaint" }, completeAt)).toBe(false);
});

test("a sender has 14 days, and fewer where our own day comes before them", () => {
  const told = at("2026-11-22T10:00:00+01:00");
  expect(senderDecidesBy(told, day("2026-12-22")).toString()).toBe("2026-12-06");
  expect(senderDecidesBy(told, day("2026-12-01")).toString()).toBe("2026-11-28");
  expect(senderDecidesBy(told, day("2026-11-23")).toString()).toBe("2026-11-22");
  expect(senderDecidesBy(told, day("2026-11-01")).toString()).toBe("2026-11-22");
});

test("days are counted to the end of the due day, in Brussels", () => {
  expect(daysLeft(day("2027-03-28"), at("2027-03-28T23:59:59+02:00"))).toBe(0);
  expect(daysLeft(day("2027-03-28"), at("2027-03-29T00:00:00+02:00"))).toBe(-1);
  expect(daysLeft(day("2027-03-28"), at("2027-02-28T12:00:00+01:00"))).toBe(28);
  expect([-1, 0, 7, 8].map(urgencyOf)).toEqual(["overdue", "pressing", "pressing", "in_time"]);
});

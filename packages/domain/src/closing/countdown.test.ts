import fc from "fast-check";
import { expect, test } from "vitest";
import { brusselsDay, endOfDay } from "../deadline/brussels-day.ts";
import {
  COUNTDOWN_DAYS,
  eraseBy,
  erasureBegins,
  erasureReminderDue,
  isWayBackOpen,
  lastDayOfWayBack,
} from "./countdown.ts";

const at = (text: string) => Temporal.Instant.from(text);

test.each([
  // Late in the evening: the day is that of Brussels, not of UTC.
  ["2026-11-21T23:30:00+01:00", "2027-01-05"],
  ["2026-11-21T23:30:00Z", "2027-01-06"],
  // Over the leap day and over both changes of the clock.
  ["2028-01-31T12:00:00+01:00", "2028-03-16"],
  ["2027-02-28T12:00:00+01:00", "2027-04-14"],
  ["2026-10-01T00:00:00+02:00", "2026-11-15"],
])("closed at %s, gone before the end of %s", (closedAt, day) => {
  expect(eraseBy(at(closedAt)).toString()).toBe(day);
});

test("erasing begins with the day, by the clock of that day", () => {
  expect(erasureBegins(eraseBy(at("2026-10-01T10:00:00+02:00"))).equals(at("2026-11-14T23:00:00Z"))).toBe(
    true,
  );
  expect(erasureBegins(eraseBy(at("2027-02-28T10:00:00+01:00"))).equals(at("2027-04-13T22:00:00Z"))).toBe(
    true,
  );
});

test("the way back ends one instant before erasing begins", () => {
  const day = Temporal.PlainDate.from("2027-04-14");
  const begins = erasureBegins(day);
  expect(isWayBackOpen(day, begins.subtract({ milliseconds: 1 }))).toBe(true);
  expect(isWayBackOpen(day, begins)).toBe(false);
  expect(lastDayOfWayBack(day).toString()).toBe("2027-04-13");
});

test("whenever it is closed: told a week before, erased within the 45th day and never after it", () => {
  const instants = fc
    .integer({
      min: at("2026-01-01T00:00:00Z").epochMilliseconds,
      max: at("2036-01-01T00:00:00Z").epochMilliseconds,
    })
    .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
  fc.assert(
    fc.property(instants, (closedAt) => {
      const day = eraseBy(closedAt);
      const begins = erasureBegins(day);
      expect(brusselsDay(closedAt).until(day).days).toBe(COUNTDOWN_DAYS);
      expect(brusselsDay(begins).equals(day)).toBe(true);
      // At least 23 hours are left of it, whatever the clock does.
      expect(endOfDay(day).since(begins).total("hours")).toBeGreaterThanOrEqual(23);
      expect(isWayBackOpen(day, closedAt)).toBe(true);
      expect(isWayBackOpen(day, begins)).toBe(false);
      expect(brusselsDay(erasureReminderDue(day)).until(day).days).toBe(7);
    }),
  );
});

import { expect, test } from "vitest";
import { readBrusselsTime } from "./read-time.ts";

test.each([
  ["2026-11-23 14:05", "2026-11-23T13:05:00Z"],
  ["2026-11-23T14:05:09", "2026-11-23T13:05:09Z"],
  ["23/11/2026 14.05", "2026-11-23T13:05:00Z"],
  ["3.7.2026 9:05", "2026-07-03T07:05:00Z"],
  ["2026-11-23T14:05:00+02:00", "2026-11-23T12:05:00Z"],
  ["2026-11-23T14:05:00Z", "2026-11-23T14:05:00Z"],
  // Summer time skips 2.30 on this day.
  ["2026-03-29 02:30", "2026-03-29T01:30:00Z"],
])("%s is %s", (text, instant) => expect(readBrusselsTime(text)?.toString()).toBe(instant));

test.each([
  "",
  "today",
  "2026-11-23",
  "2026-02-30 10:00",
  "23/13/2026 10:00",
  "2026-11-23 25:00",
  "14:05",
  "2026-99-99T00:00:00Z",
])("%j is no time", (text) => expect(readBrusselsTime(text)).toBeNull());

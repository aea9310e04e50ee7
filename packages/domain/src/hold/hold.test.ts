import { expect, test } from "vitest";
import { HOLD_REASON_LONGEST, parseHoldEnd, parseHoldReason, parseHoldWish } from "./hold.ts";

const today = Temporal.PlainDate.from("2026-11-22");

test("a wish has a ground of the list and a reason in words", () => {
  expect(parseHoldWish({ ground: "dispute", reason: "  Summons\r\nof 3 November " })).toEqual({
    ok: true,
    value: { ground: "dispute", reason: "Summons\nof 3 November" },
  });
  expect(parseHoldWish({ ground: "curiosity", reason: "short" })).toEqual({
    ok: false,
    errors: [
      { path: "ground", code: "choose" },
      { path: "reason", code: "too_short", params: { min: 10 } },
    ],
  });
  expect(parseHoldReason("x".repeat(HOLD_REASON_LONGEST + 1))).toMatchObject({
    ok: false,
    errors: [{ code: "too_long" }],
  });
});

test.each([
  ["2026-11-23", undefined],
  ["2028-11-22", undefined],
  ["2027-02-01", "2027-01-31"],
])("a hold may end on %s", (day, after) => {
  const earlier = after === undefined ? undefined : Temporal.PlainDate.from(after);
  expect(parseHoldEnd(day, today, earlier)).toEqual({ ok: true, value: Temporal.PlainDate.from(day) });
});

test.each([
  ["", undefined, "required"],
  ["soon", undefined, "not_a_date"],
  ["2027-02-29", undefined, "not_a_date"],
  ["2026-11-21", undefined, "hold_end_past"],
  ["2026-11-22", undefined, "hold_end_past"],
  ["2028-11-23", undefined, "hold_end_far"],
  ["2027-01-31", "2027-01-31", "hold_end_not_later"],
])("but not on %j after %j: %s", (day, after, code) => {
  const earlier = after === undefined ? undefined : Temporal.PlainDate.from(after);
  expect(parseHoldEnd(day, today, earlier)).toEqual({ ok: false, errors: [{ path: "ends_on", code }] });
});

test("24 months from 29 February end on the 28th", () => {
  const leap = Temporal.PlainDate.from("2028-02-29");
  expect(parseHoldEnd("2030-02-28", leap).ok).toBe(true);
  expect(parseHoldEnd("2030-03-01", leap).ok).toBe(false);
});

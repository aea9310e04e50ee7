import fc from "fast-check";
import { expect, test } from "vitest";
import { birthDateOf } from "./birth-date.ts";

const today = Temporal.PlainDate.from("2026-11-22");

/** Nine digits with the check digits of their century. */
function numbered(nine: string, from2000: boolean): string {
  const basis = Number(from2000 ? `2${nine}` : nine);
  return `${nine}${String(97 - (basis % 97)).padStart(2, "0")}`;
}

test("every birth date that can be numbered is found again, in its own century", () => {
  const born = fc
    .integer({ min: 0, max: 46_345 })
    .map((days) => Temporal.PlainDate.from("1900-01-01").add({ days }));
  fc.assert(
    fc.property(born, fc.integer({ min: 1, max: 998 }), (date, serial) => {
      const six = date.toString().replaceAll("-", "").slice(2);
      const number = numbered(`${six}${String(serial).padStart(3, "0")}`, date.year >= 2000);
      expect(birthDateOf(number, today)?.toString()).toBe(date.toString());
    }),
  );
});

test.each([
  ["a month of 00", numbered("680000123", false)],
  ["a day of 00", numbered("680500123", false)],
  ["a bis number, sex unknown", numbered("912508032", false)],
  ["a bis number", numbered("914508032", false)],
  ["a day that does not exist", numbered("930230281", false)],
  ["a date still to come", numbered("261123281", true)],
  ["wrong check digits", "74030251729"],
  ["no number", "B123456789"],
])("%s gives no birth date", (_, number) => {
  expect(birthDateOf(number, today)).toBeUndefined();
});

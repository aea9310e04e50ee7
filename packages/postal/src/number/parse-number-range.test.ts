import { isDomesticBarcode, isS10Number } from "@posthorn/domain";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseNumberRange } from "./parse-number-range.ts";

const DOMESTIC = "010541288500000000000000000000-010541288500000000000000999999";
const ABROAD = "RR47310000BE-RR47319999BE";

test("a range within Belgium counts in numbers of 30 digits", () => {
  const range = parseNumberRange(DOMESTIC);
  expect(range).toMatchObject({
    name: "010541288500000000000000000000",
    kind: "range",
    first: 0,
    last: 999_999,
  });
  expect(range.numberOf(0)).toBe("010541288500000000000000000000");
  expect(range.numberOf(41)).toBe("010541288500000000000000000041");
  expect(range.numberOf(999_999)).toBe("010541288500000000000000999999");
});

test("a range for abroad adds the check digit", () => {
  const range = parseNumberRange("rr 47312480 be - RR47312489BE");
  expect(range).toMatchObject({ name: "RR47312480BE", kind: "s10", first: 0, last: 9 });
  expect(range.numberOf(2)).toBe("RR473124829BE");
});

test("every serial of a range is a number of its own, of the right form", () => {
  const serial = fc.integer({ min: 0, max: 9_999 });
  fc.assert(
    fc.property(serial, serial, (one, other) => {
      for (const [text, isNumber] of [
        [DOMESTIC, isDomesticBarcode],
        [ABROAD, isS10Number],
      ] as const) {
        const range = parseNumberRange(text);
        expect(isNumber(range.numberOf(one))).toBe(true);
        expect(range.numberOf(one) === range.numberOf(other)).toBe(one === other);
      }
    }),
  );
});

test("a serial outside it has no number", () => {
  for (const serial of [-1, 10_000, 0.5, Number.NaN])
    expect(() => parseNumberRange(ABROAD).numberOf(serial)).toThrow(RangeError);
});

test.each([
  ["", "a first and a last number"],
  ["010541288500000000000000000000", "a first and a last number"],
  ["1-2-3", "a first and a last number"],
  ["010541288500000000000000000001-010541288500000000000000000000", "comes before its first"],
  ["01054128850000000000000000000-010541288500000000000000000001", "neither 30 digits"],
  ["020541288500000000000000000000-020541288500000000000000000001", "neither 30 digits"],
  ["RR47310000BE-RA47319999BE", "of two kinds"],
  ["RR47310000BE-RR47319999FR", "of two kinds"],
  ["RR47310000BE-010541288500000000000000000001", "of two kinds"],
  ["EE47310000BE-EE47319999BE", "neither"],
  ["RR473124829BE-RR473124829BE", "with their check digit"],
  ["010000000000000000000000000000-010999999999999999999999999999", "more than 1000000000 numbers"],
])("%j is no range: %s", (text, why) => {
  expect(() => parseNumberRange(text)).toThrow(why);
});

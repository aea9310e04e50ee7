import { expect, test } from "vitest";
import { newId } from "./new-id.ts";

const AT = Temporal.Instant.from("2026-11-21T13:07:00.123Z");

test("a prefix and 26 characters of Crockford's base 32", () => {
  expect(newId("msg", AT)).toMatch(/^msg_[0-9A-HJKMNP-TV-Z]{26}$/);
});

test("all bits are used, in their order", () => {
  const zero = () => new Uint8Array(10);
  const ones = () => new Uint8Array(10).fill(255);
  // 1 469 918 176 385 ms: the example of the ULID specification.
  const example = Temporal.Instant.fromEpochMilliseconds(1_469_918_176_385);
  expect(newId("x", example, zero)).toBe("x_01ARYZ6S410000000000000000");
  expect(newId("x", example, ones)).toBe("x_01ARYZ6S41ZZZZZZZZZZZZZZZZ");
  const counted = () => Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(newId("x", example, counted).slice(-16)).toBe("000G40R40M30E209");
});

test("later ids sort after earlier ones, ids of one millisecond differ", () => {
  const later = AT.add({ milliseconds: 1 });
  expect(newId("msg", later) > newId("msg", AT)).toBe(true);
  expect(new Set(Array.from({ length: 1000 }, () => newId("msg", AT))).size).toBe(1000);
});

test("refuses what would make two ids alike or unordered", () => {
  expect(() => newId("msg", AT, () => new Uint8Array(9))).toThrow(RangeError);
  expect(() => newId("msg", Temporal.Instant.fromEpochMilliseconds(-1))).toThrow(RangeError);
  expect(() => newId("msg", Temporal.Instant.fromEpochMilliseconds(2 ** 48))).toThrow(RangeError);
});

import { expect, test } from "vitest";
import { normaliseCheckCode } from "./check-code.ts";
import { deriveCheckCode, deriveLinkToken, deriveMailedToken } from "./link.ts";

const KEY = new Uint8Array(32).fill(7);
const PLACE = { deliveryId: "dlv_1", generation: 1 };

test("the same delivery and generation give the same link and check code", () => {
  expect(deriveLinkToken(KEY, PLACE)).toBe(deriveLinkToken(KEY, { ...PLACE }));
  expect(deriveLinkToken(KEY, PLACE)).toMatch(/^[A-Za-z0-9_-]{43}$/);
  const code = deriveCheckCode(KEY, PLACE);
  expect(normaliseCheckCode(code.toLowerCase())).toBe(code);
});

test("another generation, delivery or key gives others", () => {
  const others = [
    deriveLinkToken(KEY, PLACE),
    deriveLinkToken(KEY, { ...PLACE, generation: 2 }),
    deriveLinkToken(KEY, { ...PLACE, deliveryId: "dlv_2" }),
    deriveLinkToken(new Uint8Array(32).fill(8), PLACE),
  ];
  expect(new Set(others).size).toBe(others.length);
  expect(deriveCheckCode(KEY, PLACE)).not.toBe(deriveCheckCode(KEY, { ...PLACE, generation: 2 }));
});

test("a mailed link is its own, and no delivery's", () => {
  expect(deriveMailedToken(KEY, "lnk_1")).toBe(deriveMailedToken(KEY, "lnk_1"));
  expect(deriveMailedToken(KEY, "lnk_1")).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(deriveMailedToken(KEY, "dlv_1")).not.toBe(deriveLinkToken(KEY, PLACE));
  expect(deriveMailedToken(KEY, "lnk_1")).not.toBe(deriveMailedToken(KEY, "lnk_2"));
});

test("a short key is refused", () => {
  expect(() => deriveLinkToken(new Uint8Array(16), PLACE)).toThrow(RangeError);
});

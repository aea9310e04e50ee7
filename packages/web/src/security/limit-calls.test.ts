import { expect, test } from "vitest";
import { createCallLimit } from "./limit-calls.ts";

test("each address has its own count, which ends with its window", () => {
  let now = 0;
  const limit = createCallLimit({ calls: 2, windowSeconds: 60 }, () => now);
  expect([limit.knock("a"), limit.knock("a"), limit.knock("b")]).toEqual([0, 0, 0]);
  now = 15_000;
  expect(limit.knock("a")).toBe(45);
  expect(limit.knock("b")).toBe(0);
  now = 60_000;
  expect(limit.knock("a")).toBe(0);
});

test("ever new addresses do not fill the memory, and do not free the one that knocks too often", () => {
  const limit = createCallLimit({ calls: 1, windowSeconds: 60 }, () => 0);
  for (let n = 0; n < 10_000; n += 1) limit.knock(`address-${n}`);
  expect(limit.knock("address-9999")).toBe(60);
  limit.knock("one more");
  expect(limit.knock("address-0")).toBe(0);
});

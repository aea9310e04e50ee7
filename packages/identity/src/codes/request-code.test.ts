import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { deriveRequestCode, requestCodeHash } from "./request-code.ts";

const key = randomBytes(32);
const until = Temporal.Instant.from("2026-11-22T10:15:00Z");

test("a request's code has six digits, is the same when the mail is sent again, and another for another end or request", () => {
  const code = deriveRequestCode(key, "rrq_1", until);
  expect(code).toMatch(/^[0-9]{6}$/);
  expect(deriveRequestCode(key, "rrq_1", until)).toBe(code);
  const others = [1, 2, 3].map((minutes) => deriveRequestCode(key, "rrq_1", until.add({ minutes })));
  expect(others.every((other) => other === code)).toBe(false);
  expect(new Set(["a", "b", "c", "d"].map((id) => deriveRequestCode(key, id, until))).size).toBeGreaterThan(
    1,
  );
});

test("what is typed with blanks, dashes or wide digits is the same code; of another request or key it is not", () => {
  const hash = requestCodeHash(key, "rrq_1", "012345");
  const wide = [..."012345"].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join("");
  for (const typed of [" 012 345\n", "012-345", wide])
    expect(requestCodeHash(key, "rrq_1", typed)).toBe(hash);
  expect(requestCodeHash(key, "rrq_2", "012345")).not.toBe(hash);
  expect(requestCodeHash(randomBytes(32), "rrq_1", "012345")).not.toBe(hash);
  expect(requestCodeHash(key, "rrq_1", "")).not.toBe(hash);
  expect(requestCodeHash(key, "rrq_1", "1".repeat(100_000))).toMatch(/^[0-9a-f]{64}$/);
});

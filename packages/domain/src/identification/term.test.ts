import { expect, test } from "vitest";
import { identifiedUntil, isIdentificationCurrent } from "./term.ts";

const at = (text: string) => Temporal.Instant.from(text);

test("an identification serves until the end of its last day in Brussels", () => {
  const identified = at("2026-11-21T23:30:00Z");
  expect(identifiedUntil(identified, 730).toString()).toBe("2028-11-21");
  expect(isIdentificationCurrent(identified, 730, at("2028-11-21T22:59:59.999Z"))).toBe(true);
  expect(isIdentificationCurrent(identified, 730, at("2028-11-21T23:00:00Z"))).toBe(false);
});

test("with a term of no days it serves on its own day alone", () => {
  const identified = at("2026-06-01T10:00:00Z");
  expect(isIdentificationCurrent(identified, 0, at("2026-06-01T21:59:59Z"))).toBe(true);
  expect(isIdentificationCurrent(identified, 0, at("2026-06-01T22:00:00Z"))).toBe(false);
});

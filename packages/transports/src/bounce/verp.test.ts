import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { readVerp, verpAddress } from "../index.ts";

const key = Buffer.alloc(32, 7);
const options = { domain: "bounces.posthorn.test", key };
const attemptId = "01940c5e-7a0b-7c3f-9d2e-1f5a6b7c8d9e";
const address = verpAddress({ ...options, attemptId });

test("an address names its attempt and fits in a local part", () => {
  expect(address).toMatch(
    /^bounce\+01940c5e-7a0b-7c3f-9d2e-1f5a6b7c8d9e\.[0-9a-f]{20}@bounces\.posthorn\.test$/,
  );
  expect(address.split("@")[0]?.length).toBeLessThanOrEqual(64);
  expect(readVerp(address, options)).toBe(attemptId);
});

test("case, angle brackets and spaces do not matter, mail servers change them", () => {
  expect(readVerp(` <${address.toUpperCase()}> `, options)).toBe(attemptId);
  expect(readVerp(address, { ...options, domain: "Bounces.Posthorn.Test" })).toBe(attemptId);
});

test("forged, cut and foreign addresses are null", () => {
  const flipped = address.replace(/\.([0-9a-f])/, (_, digit: string) => `.${digit === "0" ? "1" : "0"}`);
  const foreign = verpAddress({ ...options, attemptId, key: randomBytes(32) });
  const other = address.replace("01940c5e", "01940c5f");
  for (const forged of [
    flipped,
    foreign,
    other,
    address.replace("posthorn", "evil"),
    address.slice(1),
    "",
    "<>",
    `bounce+${attemptId}@bounces.posthorn.test`,
    `x${address}`,
    `${address}@evil.test`,
  ]) {
    expect(readVerp(forged, options), forged).toBeNull();
  }
});

test("an id that a mail server could change, and a short key, are refused at once", () => {
  for (const bad of ["ABC", "a.b", "a b", "", "x".repeat(37), "é"]) {
    expect(() => verpAddress({ ...options, attemptId: bad })).toThrow(RangeError);
  }
  expect(() => verpAddress({ ...options, attemptId, key: randomBytes(16) })).toThrow(RangeError);
});

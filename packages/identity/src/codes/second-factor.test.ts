import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createIdentityKeys } from "../keys/identity-keys.ts";
import { appCodeAt, appCodeUri, createAppCodes } from "./app-code.ts";
import { newRecoveryCodes, recoveryCodeHash } from "./recovery-code.ts";

const key = (version: number) => ({ version, key: randomBytes(32) });
const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000);

test("codes are those of RFC 6238 appendix B, cut to six digits", () => {
  const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  for (const [seconds, code] of [
    [59, "287082"],
    [1111111109, "081804"],
    [1234567890, "005924"],
    [20000000000, "353130"],
  ] as const) {
    expect(appCodeAt(secret, Math.floor(seconds / 30))).toBe(code);
  }
});

test("a code is good in its step and the two beside it, and no step is good twice", () => {
  const codes = createAppCodes(createIdentityKeys([key(1)]));
  const sealed = codes.newSecret("per_1");
  const secret = codes.reveal("per_1", sealed);
  const step = 58_000_000;
  const typed = appCodeAt(secret, step);
  const stepAt = (seconds: number, after = 0) => codes.stepOf("per_1", sealed, typed, at(seconds), after);
  expect(stepAt(step * 30 - 30)).toBe(step);
  expect(stepAt(step * 30)).toBe(step);
  expect(stepAt(step * 30 + 59)).toBe(step);
  expect(stepAt(step * 30 - 31)).toBeNull();
  expect(stepAt(step * 30 + 60)).toBeNull();
  expect(stepAt(step * 30, step)).toBeNull();
  expect(stepAt(step * 30, step + 1)).toBeNull();
  expect(stepAt(step * 30, step - 1)).toBe(step);
});

test("blanks are of no matter, and whatever is typed never throws and never fits by chance of form", () => {
  const codes = createAppCodes(createIdentityKeys([key(1)]));
  const sealed = codes.newSecret("per_1");
  const now = at(1_800_000_000);
  const right = appCodeAt(codes.reveal("per_1", sealed), 60_000_000);
  const spaced = ` ${right.slice(0, 3)} ${right.slice(3)} `;
  expect(codes.stepOf("per_1", sealed, spaced, now, 0)).toBe(60_000_000);
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), (typed) => {
      const found = codes.stepOf("per_1", sealed, typed, now, 0);
      expect(found === null || /\d{6}/.test(typed.normalize("NFKC").replaceAll(/[\s\p{Pd}.]/gu, ""))).toBe(
        true,
      );
    }),
  );
});

test("a secret opens for its holder alone, under any version that is held", () => {
  const old = key(1);
  const sealed = createAppCodes(createIdentityKeys([old])).newSecret("per_1");
  const rotated = createAppCodes(createIdentityKeys([key(2), old]));
  expect(rotated.reveal("per_1", sealed)).toMatch(/^[A-Z2-7]{32}$/);
  expect(() => rotated.reveal("per_2", sealed)).toThrowError("identity_damaged");
  const without = createAppCodes(createIdentityKeys([key(2)]));
  expect(() => without.reveal("per_1", sealed)).toThrowError("identity_damaged");
});

test("the link for apps names whose it is", () => {
  const uri = new URL(
    appCodeUri({ issuer: "Posthorn", label: "lotte@post.example", secret: "GEZDGNBVGY3TQOJQ" }),
  );
  expect(uri.protocol).toBe("otpauth:");
  expect(uri.searchParams.get("secret")).toBe("GEZDGNBVGY3TQOJQ");
  expect(uri.searchParams.get("issuer")).toBe("Posthorn");
  expect(decodeURIComponent(uri.pathname)).toContain("lotte@post.example");
});

test("ten recovery codes, all different, found again however they are typed", () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) {
    expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
    const digest = recoveryCodeHash(code);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(recoveryCodeHash(code.toLowerCase().replaceAll("-", " "))).toBe(digest);
  }
  expect(recoveryCodeHash("K7QM-4RTX-92VB-OHJL-M3PD-8ZKA")).toBe(
    recoveryCodeHash("k7qm4rtx92vb0hj1m3pd8zka"),
  );
  for (const wrong of [
    "",
    "123456",
    "K7QM-4RTX-92VB-0HJ6",
    "U7QM-4RTX-92VB-0HJ6-M3PD-8ZKA",
    "x".repeat(5000),
  ])
    expect(recoveryCodeHash(wrong)).toBeNull();
});

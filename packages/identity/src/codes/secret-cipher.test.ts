import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { decryptSecret, encryptSecret, parseCodeKey } from "./secret-cipher.ts";

const key = randomBytes(32);
const place = { challengeId: "challenge-1", channel: "email" } as const;

test("a secret comes back for its own challenge and channel only", () => {
  const stored = encryptSecret(key, "JBSWY3DPEHPK3PXP", place);
  expect(decryptSecret(key, stored, place)).toBe("JBSWY3DPEHPK3PXP");
  expect(Buffer.from(stored).includes("JBSWY3DP")).toBe(false);
  expect(() => decryptSecret(key, stored, { ...place, channel: "sms" })).toThrow("code_secret_damaged");
  expect(() => decryptSecret(key, stored, { ...place, challengeId: "challenge-2" })).toThrow(
    "code_secret_damaged",
  );
  expect(() => decryptSecret(randomBytes(32), stored, place)).toThrow("code_secret_damaged");
});

test("any changed bit and any cut is damage", () => {
  const stored = encryptSecret(key, "JBSWY3DPEHPK3PXP", place);
  for (let at = 0; at < stored.length; at += 1) {
    const changed = Uint8Array.from(stored);
    changed[at]! ^= 1;
    expect(() => decryptSecret(key, changed, place)).toThrow("code_secret_damaged");
    expect(() => decryptSecret(key, stored.subarray(0, at), place)).toThrow("code_secret_damaged");
  }
});

test("the same secret is never stored alike", () => {
  const first = Buffer.from(encryptSecret(key, "A", place));
  expect(first.equals(encryptSecret(key, "A", place))).toBe(false);
});

test("the key is 32 bytes in hex or base 64; what is wrong with it is said without it", () => {
  expect(parseCodeKey(`${key.toString("hex")}\n`)).toEqual(key);
  expect(parseCodeKey(key.toString("base64"))).toEqual(key);
  expect(parseCodeKey(key.toString("base64url"))).toEqual(key);
  for (const wrong of ["", "short", key.subarray(1).toString("base64"), `${key.toString("base64")}!`]) {
    expect(() => parseCodeKey(wrong)).toThrow("code_key_malformed: 32 bytes as hex or base 64 are expected");
  }
});

import { createHmac } from "node:crypto";
import { AppError } from "@posthorn/domain";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createIdentityKeys } from "./identity-keys.ts";
import type { VersionedKey } from "./read-keys.ts";

const first: VersionedKey = { version: 1, key: new Uint8Array(32).fill(7) };
const second: VersionedKey = { version: 2, key: new Uint8Array(32).fill(9) };
const before = createIdentityKeys([first]);
const after = createIdentityKeys([second, first]);
const jan = { method: "itsme", subject: "h2qs8c4tz7" } as const;
const NUMBER = "74030212370";

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof AppError) return `${error.kind} ${error.code}`;
    throw error;
  }
  return "nothing thrown";
}

describe("after a key was replaced", () => {
  test("digests come under both versions, the newest first, and the older ones are those of before", () => {
    expect(after.subjectDigests(jan).map(({ keyVersion }) => keyVersion)).toEqual([2, 1]);
    expect(after.subjectDigests(jan)[1]).toEqual(before.subjectDigests(jan)[0]);
    expect(after.registerNumberDigests(NUMBER)[1]).toEqual(before.registerNumberDigests(NUMBER)[0]);
    expect(after.subjectDigests(jan)[0]?.digest).not.toBe(after.subjectDigests(jan)[1]?.digest);
  });

  test("what was sealed before still opens, and new things are sealed under the newest", () => {
    expect(after.open("delivery dlv_1", before.seal("delivery dlv_1", NUMBER))).toBe(NUMBER);
    expect(after.seal("delivery dlv_1", NUMBER).keyVersion).toBe(2);
  });

  test("nothing opens once its version is no longer held", () => {
    const sealed = after.seal("delivery dlv_1", NUMBER);
    expect(codeOf(() => before.open("delivery dlv_1", sealed))).toBe("internal identity_damaged");
    expect(codeOf(() => after.open("delivery dlv_1", { ...sealed, keyVersion: 1 }))).toBe(
      "internal identity_damaged",
    );
  });
});

test("digests are keyed, told apart by method and by use, and of 32 bytes", () => {
  const [itsme] = before.subjectDigests(jan);
  expect(itsme?.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(before.subjectDigests({ ...jan, method: "eid" })[0]?.digest).not.toBe(itsme?.digest);
  expect(before.subjectDigests({ method: "eid", subject: NUMBER })[0]?.digest).not.toBe(
    before.registerNumberDigests(NUMBER)[0]?.digest,
  );
  const raw = createHmac("sha256", first.key).update(NUMBER).digest("hex");
  expect(before.registerNumberDigests(NUMBER)[0]?.digest).not.toBe(raw);
});

test("any text comes back from its seal, and never twice in the same bytes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), (plain, context) => {
      const sealed = before.seal(context, plain);
      expect(before.open(context, sealed)).toBe(plain);
      expect(Buffer.from(before.seal(context, plain).bytes).equals(sealed.bytes)).toBe(false);
    }),
    { numRuns: 50 },
  );
});

test("a seal of another context, or altered at any byte, or cut, does not open", () => {
  const sealed = before.seal("delivery dlv_1", NUMBER);
  expect(codeOf(() => before.open("delivery dlv_2", sealed))).toBe("internal identity_damaged");
  for (let index = 0; index < sealed.bytes.length; index++) {
    const bytes = Uint8Array.from(sealed.bytes);
    bytes[index] = (bytes[index] ?? 0) ^ 1;
    expect(codeOf(() => before.open("delivery dlv_1", { ...sealed, bytes }))).toBe(
      "internal identity_damaged",
    );
  }
  for (const length of [0, 1, 28, sealed.bytes.length - 1]) {
    const bytes = sealed.bytes.subarray(0, length);
    expect(codeOf(() => before.open("delivery dlv_1", { ...sealed, bytes }))).toBe(
      "internal identity_damaged",
    );
  }
});

test("a commitment is checked with the key that came with it, and another each time", () => {
  const { key, commitment } = before.commit('{"name":"Jan"}');
  expect(createHmac("sha256", key).update('{"name":"Jan"}').digest("hex")).toBe(commitment);
  expect(key.byteLength).toBe(32);
  expect(before.commit('{"name":"Jan"}').commitment).not.toBe(commitment);
});

test("no keys, short keys and what is no register number are mistakes of the program", () => {
  expect(() => createIdentityKeys([])).toThrow(RangeError);
  expect(() => createIdentityKeys([{ version: 1, key: new Uint8Array(31) }])).toThrow(RangeError);
  expect(() => before.registerNumberDigests("74.03.02-123.70")).toThrow(RangeError);
});

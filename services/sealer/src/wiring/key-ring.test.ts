import type { KeysInForce } from "@posthorn/domain";
import type { SealKey } from "@posthorn/pki";
import { expect, test } from "vitest";
import type { HeldSealKey } from "./hold-keys.ts";
import { createKeyRing } from "./key-ring.ts";

const OLD = "a".repeat(64);
const NEW = "b".repeat(64);
const held = [OLD, NEW].map((certificateSha256) => ({
  certificateSha256,
  key: { certificateSha256 } as SealKey,
})) as unknown as HeldSealKey[];
const record = (certificateSha256?: string) => ({
  issuer: {
    name: "Posthorn",
    country: "BE",
    ...(certificateSha256 ? { certificate_sha256: certificateSha256 } : {}),
  },
});

async function ringWith(inForce: Partial<KeysInForce>, keys = held) {
  const ring = createKeyRing(keys, () =>
    Promise.resolve({ current: NEW, retired: [], head: "", acts: 2, ...inForce }),
  );
  await ring.refresh();
  return ring;
}

test("a record is sealed by the key it names, also after another came into force", async () => {
  const ring = await ringWith({});
  expect(ring.keyFor(record(OLD)).certificateSha256).toBe(OLD);
  expect(ring.keyFor(record(NEW)).certificateSha256).toBe(NEW);
  expect(ring.current().certificateSha256).toBe(NEW);
});

test("a record that names none, or a retired key, is sealed by the key in force", async () => {
  const ring = await ringWith({ retired: [OLD] });
  expect(ring.keyFor(record()).certificateSha256).toBe(NEW);
  expect(ring.keyFor(record(OLD)).certificateSha256).toBe(NEW);
});

test("a key that this process does not hold makes the record wait", async () => {
  const ring = await ringWith({}, held.slice(1));
  expect(() => ring.keyFor(record(OLD))).toThrow(expect.objectContaining({ code: "seal_key_missing" }));
});

test("before any key is in force nothing is sealed", async () => {
  const ring = await ringWith({ current: null });
  expect(() => ring.current()).toThrow(expect.objectContaining({ code: "seal_key_missing" }));
  const unread = createKeyRing(held, () => Promise.reject(new Error("acts broken")));
  await expect(unread.refresh()).rejects.toThrow("acts broken");
  expect(() => unread.keyFor(record())).toThrow(expect.objectContaining({ code: "seal_key_missing" }));
});

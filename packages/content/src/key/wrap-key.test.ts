import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { newContentKey } from "./content-key.ts";
import { loadWrapPrivateKey, loadWrapPublicKey } from "./load-wrap-key.ts";
import { generateWrapKeyPair, unwrapKey, wrapKey, wrapKeyId } from "./wrap-key.ts";

const pair = generateWrapKeyPair();

test("a wrap opens with the private key for the same holder", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.string(), (key, context) => {
      const wrapped = wrapKey(pair.publicKey, key, context);
      expect(wrapped.length).toBe(89);
      expect(Buffer.from(unwrapKey(pair.privateKey, wrapped, context)).equals(key)).toBe(true);
    }),
  );
});

test("two wraps of one key share nothing but their header", () => {
  const key = newContentKey();
  const first = Buffer.from(wrapKey(pair.publicKey, key, "a"));
  const second = Buffer.from(wrapKey(pair.publicKey, key, "a"));
  expect(first.subarray(0, 9).equals(second.subarray(0, 9))).toBe(true);
  expect(first.subarray(9).equals(second.subarray(9))).toBe(false);
});

test("a wrap of another holder, or with any bit changed, is damaged", () => {
  const wrapped = wrapKey(pair.publicKey, newContentKey(), "delivery:1");
  expect(() => unwrapKey(pair.privateKey, wrapped, "delivery:2")).toThrow("wrap_damaged");
  for (let place = 0; place < wrapped.length; place += 1) {
    const changed = Uint8Array.from(wrapped);
    changed[place]! ^= 1;
    const isKeyId = place >= 1 && place < 9;
    const code = isKeyId ? "wrap_for_other_key" : "wrap_damaged";
    // The point's highest bit has no meaning in X25519, yet it counts here: it goes into the derived key.
    expect(() => unwrapKey(pair.privateKey, changed, "delivery:1")).toThrow(code);
  }
  expect(() => unwrapKey(pair.privateKey, wrapped.subarray(1), "delivery:1")).toThrow("wrap_damaged");
  expect(() => unwrapKey(pair.privateKey, new Uint8Array(), "delivery:1")).toThrow("wrap_damaged");
});

test("a wrap for another pair is told apart from damage", () => {
  const other = generateWrapKeyPair();
  const wrapped = wrapKey(other.publicKey, newContentKey(), "a");
  expect(() => unwrapKey(pair.privateKey, wrapped, "a")).toThrow("wrap_for_other_key");
  expect(wrapKeyId(other.privateKey)).toBe(wrapKeyId(other.publicKey));
  expect(Buffer.from(wrapped.subarray(1, 9)).toString("hex")).toBe(wrapKeyId(other.publicKey));
});

test("the public key cannot unwrap", () => {
  const wrapped = wrapKey(pair.publicKey, newContentKey(), "a");
  expect(() => unwrapKey(pair.publicKey, wrapped, "a")).toThrow("wrap_key_unusable");
});

test("keys of another kind and content keys of another length are refused", () => {
  const elliptic = generateKeyPairSync("ec", { namedCurve: "P-256" });
  expect(() => wrapKey(elliptic.publicKey, newContentKey(), "a")).toThrow("wrap_key_unusable");
  expect(() => wrapKey(pair.publicKey, new Uint8Array(31), "a")).toThrow("content_key_malformed");
});

test("keys come from PEM files; the public side refuses a private key", async () => {
  const directory = await mkdtemp(join(tmpdir(), "wrap-"));
  const urlOf = (name: string): string => pathToFileURL(join(directory, name)).href;
  try {
    const privatePem = pair.privateKey.export({ type: "pkcs8", format: "pem" });
    await writeFile(join(directory, "private.pem"), privatePem);
    await writeFile(join(directory, "public.pem"), pair.publicKey.export({ type: "spki", format: "pem" }));
    await writeFile(join(directory, "empty.pem"), "");
    const { privateKey } = generateKeyPairSync("ed25519");
    await writeFile(join(directory, "other.pem"), privateKey.export({ type: "pkcs8", format: "pem" }));
    const publicKey = await loadWrapPublicKey(urlOf("public.pem"));
    const wrapped = wrapKey(publicKey, newContentKey(), "a");
    expect(unwrapKey(await loadWrapPrivateKey(urlOf("private.pem")), wrapped, "a").length).toBe(32);
    expect(createPrivateKey(privatePem).type).toBe("private");
    await expect(loadWrapPublicKey(urlOf("private.pem"))).rejects.toThrow("exactly a public key");
    await expect(loadWrapPrivateKey(urlOf("public.pem"))).rejects.toThrow("not a key");
    await expect(loadWrapPrivateKey(urlOf("empty.pem"))).rejects.toThrow("not a key");
    await expect(loadWrapPrivateKey(urlOf("other.pem"))).rejects.toThrow("not an X25519 private key");
    await expect(loadWrapPublicKey(urlOf("absent.pem"))).rejects.toThrow("cannot be read");
    await expect(loadWrapPublicKey("kms://key/1")).rejects.toThrow("only file:/");
  } finally {
    await rm(directory, { recursive: true });
  }
});

import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { newApiKey, parseApiKey } from "./api-key.ts";
import { checkCodeHash, newCheckCode, normaliseCheckCode } from "./check-code.ts";
import { newLinkToken, newSessionToken, sameHash, tokenHash } from "./token.ts";

test("tokens are 256 bits in base64url, each another", () => {
  const tokens = Array.from({ length: 100 }, (_, n) => (n % 2 ? newLinkToken() : newSessionToken()));
  expect(new Set(tokens).size).toBe(100);
  for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(newLinkToken((size) => new Uint8Array(size))).toBe("A".repeat(43));
});

test("a token is kept as SHA-256 and compared as such", () => {
  const hash = tokenHash("abc");
  expect(hash).toBe(createHash("sha256").update("abc").digest("hex"));
  expect(sameHash(hash, tokenHash("abc"))).toBe(true);
  expect(sameHash(hash, tokenHash("abd"))).toBe(false);
  for (const broken of ["", "zz", hash.slice(2), `${hash}00`]) {
    expect(sameHash(hash, broken)).toBe(false);
    expect(sameHash(broken, broken)).toBe(false);
  }
});

test("a check code has three groups of four of Crockford's letters, all of them in use", () => {
  const codes = Array.from({ length: 200 }, () => newCheckCode());
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  expect(new Set(codes.join("").replaceAll("-", "")).size).toBe(32);
  expect(new Set(codes).size).toBe(200);
});

test("a check code is read however it was typed", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 12, maxLength: 12 }),
      fc.constantFrom("", " ", "-", " - ", "\u{2013}", "\u{a0}"),
      (bytes, gap) => {
        const code = newCheckCode(() => bytes);
        const typed = code.replaceAll("1", "l").replaceAll("0", "o").replaceAll("-", gap).toLowerCase();
        expect(normaliseCheckCode(` ${typed}\n`)).toBe(code);
        expect(normaliseCheckCode(code.replaceAll("1", "I"))).toBe(code);
      },
    ),
  );
});

test("what is no check code is none", () => {
  for (const typed of [
    "",
    "K7QM-4RTX-92V",
    "K7QM-4RTX-92VBB",
    "K7QM-4RTX-92VU",
    "K7QM-4RTX-92V!",
    "1".repeat(1_000_000),
  ]) {
    expect(normaliseCheckCode(typed)).toBeNull();
  }
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 30 }), (typed) => {
      const code = normaliseCheckCode(typed);
      if (code !== null) expect(normaliseCheckCode(code)).toBe(code);
    }),
  );
});

test("a check code is kept under a key, in its canonical form only", () => {
  const key = Buffer.alloc(32, 7);
  const expected = createHmac("sha256", key).update("K7QM-4RTX-92VB").digest("hex");
  expect(checkCodeHash(key, "K7QM-4RTX-92VB")).toBe(expected);
  expect(checkCodeHash(Buffer.alloc(32, 8), "K7QM-4RTX-92VB")).not.toBe(expected);
  expect(() => checkCodeHash(key, "k7qm4rtx92vb")).toThrow("check_code_malformed");
});

test("an API key is found by its id and known by its digest", () => {
  const key = newApiKey();
  expect(key.secret).toMatch(/^phk_[0-9a-f]{16}_[A-Za-z0-9_-]{43}$/);
  expect(key.hash).toBe(tokenHash(key.secret));
  expect(parseApiKey(key.secret)).toEqual({ id: key.id, hash: key.hash });
  expect(newApiKey().id).not.toBe(key.id);
});

test("what is no API key is none", () => {
  const { secret } = newApiKey();
  for (const presented of [
    "",
    "phk_",
    secret.slice(1),
    secret.slice(0, -1),
    `${secret}x`,
    `${secret}\n`,
    `Bearer ${secret}`,
  ]) {
    expect(parseApiKey(presented)).toBeNull();
  }
});

import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { calculateJwkThumbprint } from "jose";
import { expect, test } from "vitest";
import { JWKS_CACHE_CONTROL, publicJwks, readItsmeKeys } from "./keys.ts";
import { readItsmeSettings } from "./read-settings.ts";
import { newItsmeSecrets } from "./secrets.ts";

function rsaPem(modulusLength = 2048): string {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength });
  return privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}

const [signing, current, before, tooMany] = [rsaPem(), rsaPem(), rsaPem(), rsaPem()] as const;

test("what is published: the signing key and the current encryption key, by their thumbprints, and nothing private", async () => {
  const keys = readItsmeKeys({ signing, decryption: [current, before] });
  const jwks = publicJwks(keys);
  expect(jwks.keys.map(({ use, alg, kty }) => [use, alg, kty])).toEqual([
    ["sig", "RS256", "RSA"],
    ["enc", "RSA-OAEP-256", "RSA"],
  ]);
  for (const key of jwks.keys) {
    expect(key.kid).toBe(await calculateJwkThumbprint({ ...key }));
    expect(Object.keys(key).toSorted()).toEqual(["alg", "e", "kid", "kty", "n", "use"]);
  }
  expect(jwks.keys[1]?.kid).toBe(keys.decryption[0]?.kid);
  const [, seconds] = /max-age=(\d+)/u.exec(JWKS_CACHE_CONTROL) ?? [];
  expect(Number(seconds)).toBeGreaterThanOrEqual(1800);
});

test("while signing keys are changed both are published, the one that signs first", () => {
  const keys = readItsmeKeys({ signing, otherSigning: tooMany, decryption: [current] });
  const published = publicJwks(keys).keys;
  expect(published.map(({ use }) => use)).toEqual(["sig", "sig", "enc"]);
  expect(published.map(({ kid }) => kid).slice(0, 2)).toEqual([keys.signing.kid, keys.otherSigning?.kid]);
  expect(() => readItsmeKeys({ signing, otherSigning: signing, decryption: [current] })).toThrow("different");
});

test("keys that itsme could not use are named, never shown", () => {
  const ec = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  const wrong = (given: string) => () => readItsmeKeys({ signing: given, decryption: [current] });
  expect(wrong(ec.export({ type: "pkcs8", format: "pem" }).toString())).toThrow("signing key is not RSA");
  expect(wrong(rsaPem(1024))).toThrow("at least 2048 bits");
  expect(wrong("c2VjcmV0")).toThrow(/^the itsme signing key is not a private key in PEM$/u);
  expect(wrong(current)).toThrow("not all different");
  expect(() => readItsmeKeys({ signing, decryption: [] })).toThrow("one decryption key");
  expect(() => readItsmeKeys({ signing, decryption: [current, before, tooMany] })).toThrow("or two");
});

test("settings are read whole, from files or values; without any itsme is not offered", () => {
  const directory = mkdtempSync(join(tmpdir(), "posthorn-itsme-"));
  try {
    const file = (name: string, pem: string) => {
      writeFileSync(join(directory, name), pem);
      return pathToFileURL(join(directory, name)).href;
    };
    const whole = {
      ITSME_ISSUER: new URL("https://idp.e2e.itsme.services/v2"),
      ITSME_CLIENT_ID: "posthorn",
      ITSME_SERVICE_CODE: "POSTHORN",
      ITSME_SIGNING_KEY: signing,
      ITSME_DECRYPTION_KEYS: [file("new.pem", current), file("old.pem", before)],
    };
    const settings = readItsmeSettings(whole);
    expect(settings).toMatchObject({ clientId: "posthorn", askRegisterNumber: false });
    expect(settings?.keys.decryption).toHaveLength(2);
    expect(readItsmeSettings({ ...whole, NRN_LEGAL_BASIS: "RR 12/2026" })?.askRegisterNumber).toBe(true);
    const changing = readItsmeSettings({ ...whole, ITSME_OTHER_SIGNING_KEY: tooMany });
    expect(changing?.keys.otherSigning?.kid).not.toBe(changing?.keys.signing.kid);
    expect(readItsmeSettings({ ...whole, NRN_LEGAL_BASIS: " " })?.askRegisterNumber).toBe(false);
    expect(readItsmeSettings({ NRN_LEGAL_BASIS: "RR 12/2026" })).toBeUndefined();
    expect(() => readItsmeSettings({ ...whole, ITSME_CLIENT_ID: undefined })).toThrow("or none");
    expect(() => readItsmeSettings({ ITSME_CLIENT_ID: "posthorn" })).toThrow("ITSME_DECRYPTION_KEYS");
    expect(() => readItsmeSettings({ ...whole, ITSME_SIGNING_KEY: "file:///nowhere.pem" })).toThrow("ENOENT");
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test("the secrets of a try have 256 bits each and are never the same", () => {
  const secrets = [newItsmeSecrets(), newItsmeSecrets()].flatMap(({ state, nonce, codeVerifier }) => [
    state,
    nonce,
    codeVerifier,
  ]);
  expect(new Set(secrets).size).toBe(6);
  for (const secret of secrets) expect(Buffer.from(secret, "base64url")).toHaveLength(32);
});

import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { expect, test } from "vitest";
import { issueCertificate } from "../certificate/issue.ts";
import { issueDevelopmentPki } from "../development/issue-pki.ts";
import { assertSealKey } from "./assert-seal-key.ts";

const NOW = Temporal.Instant.from("2026-11-21T09:00:00Z");
const { root } = issueDevelopmentPki({ now: NOW });

function certified(publicKey: KeyObject): { certificate: Uint8Array } {
  const certificate = issueCertificate({
    subject: { commonName: "a key" },
    publicKey,
    issuer: { privateKey: root.privateKey, certificate: root.key.certificate },
    serial: Uint8Array.of(1),
    notBefore: NOW,
    notAfter: NOW.add({ hours: 1 }),
    keyUsage: ["digitalSignature"],
  });
  return { certificate };
}

test.each(["P-256", "P-384", "RSA-3072"] as const)("a %s key may seal", (sealKey) => {
  expect(() => assertSealKey(issueDevelopmentPki({ now: NOW, sealKey }).seal.key)).not.toThrow();
});

test.each([
  ["RSA of 2048 bits", generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey],
  ["P-521", generateKeyPairSync("ec", { namedCurve: "P-521" }).publicKey],
  ["secp256k1", generateKeyPairSync("ec", { namedCurve: "secp256k1" }).publicKey],
  ["Ed25519", generateKeyPairSync("ed25519").publicKey],
])("a key of %s may not", (_name, publicKey) => {
  expect(() => assertSealKey(certified(publicKey))).toThrow("weak_key");
});

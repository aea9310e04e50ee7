// A key that seals, wherever it lives: the rest of the program sees certificate, chain and an asynchronous sign().

import { createPublicKey, sign, type KeyObject } from "node:crypto";
import { readCertificate } from "../certificate/read.ts";
import { PkiError } from "../error.ts";
import { keyAlgorithm, nodeHash, type HashName, type KeyAlgorithm } from "./algorithm.ts";

export interface SealKey {
  /** DER. */
  readonly certificate: Uint8Array;
  /** Issuer first, root last, DER; empty for a self-signed certificate. */
  readonly chain: readonly Uint8Array[];
  readonly algorithm: KeyAlgorithm;
  /** What `sign` hashes with, and what the signed content is to be hashed with; see `hashFor`. */
  readonly hash: HashName;
  /** Lower-case hex. */
  readonly certificateSha256: string;
  readonly subjectName: string;
  readonly notBefore: Temporal.Instant;
  readonly notAfter: Temporal.Instant;
  /** Hashes and signs the octets. ECDSA in DER, RSA as PKCS#1 v1.5. */
  sign(tbs: Uint8Array): Promise<Uint8Array>;
}

/** A seal key from a private key in memory, SHA-256 unless told otherwise. Throws PkiError when key and certificate do not belong together. */
export function createSealKey(
  privateKey: KeyObject,
  certificate: Uint8Array,
  chain: readonly Uint8Array[],
  hash: HashName = "SHA-256",
): SealKey {
  const facts = readCertificate(certificate);
  if (!isKeyPair(privateKey, facts.publicKey)) {
    throw new PkiError("no_private_key", "the private key does not belong to the certificate");
  }
  return {
    certificate,
    chain,
    algorithm: keyAlgorithm(privateKey),
    hash,
    certificateSha256: facts.sha256,
    subjectName: facts.subjectName,
    notBefore: facts.notBefore,
    notAfter: facts.notAfter,
    sign: (tbs) =>
      new Promise((resolve, reject) => {
        sign(nodeHash(hash), tbs, privateKey, (error, signature) => {
          if (error) reject(error);
          else resolve(new Uint8Array(signature));
        });
      }),
  };
}

export function isKeyPair(privateKey: KeyObject, publicKey: KeyObject): boolean {
  const own = createPublicKey(privateKey).export({ type: "spki", format: "der" });
  return own.equals(publicKey.export({ type: "spki", format: "der" }));
}

/** Node's name of the hash of everything that this key signs: content, signed attributes, references. */
export function hashFor(key: Pick<SealKey, "hash">): "sha256" | "sha384" {
  return nodeHash(key.hash);
}

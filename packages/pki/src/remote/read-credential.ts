// What a remote sealing service says of a credential: certificates, algorithms, and what it asks before it signs.

import { chainAbove } from "../certificate/order-chain.ts";
import { readCertificate, type CertificateFacts } from "../certificate/read.ts";
import { OID } from "../der/oids.ts";
import { PkiError } from "../error.ts";
import { keyAlgorithm, type HashName, type KeyAlgorithm } from "../key/algorithm.ts";
import { isObject, type JsonObject } from "./call-service.ts";

export interface Credential {
  readonly certificate: CertificateFacts;
  /** Issuer first, DER. */
  readonly chain: readonly Uint8Array[];
  readonly algorithm: KeyAlgorithm;
  readonly hash: HashName;
  /** Object identifiers, as the service wants them named. */
  readonly signAlgo: string;
  readonly hashAlgorithm: string;
  /** Whether each signature needs Signature Activation Data. */
  readonly needsActivation: boolean;
}

/** Answer of `credentials/info` (CSC API v2 §11.5). Throws PkiError `seal_disabled` or `seal_garbage`. */
export function readCredential(answer: JsonObject): Credential {
  const { key, cert, auth } = answer;
  if (!isObject(key) || !isObject(cert)) throw garbage("says nothing of key and certificate");
  if (key["status"] !== "enabled") throw new PkiError("seal_disabled", "the remote key is not enabled");
  const { status = "valid" } = cert;
  if (status !== "valid") throw new PkiError("seal_disabled", `the certificate is ${JSON.stringify(status)}`);
  const certificates = readCertificates(cert["certificates"]);
  const [certificate] = certificates;
  if (!certificate) throw garbage("has no certificate");
  const mode = isObject(auth) ? auth["mode"] : undefined;
  return {
    certificate,
    chain: chainAbove(certificate, certificates),
    ...chooseAlgorithm(certificate, key["algo"]),
    needsActivation: answer["SCAL"] === "2" || mode === "explicit" || mode === "implicit",
  };
}

function garbage(what: string, cause?: unknown): PkiError {
  return new PkiError("seal_garbage", `the remote credential ${what}`, cause);
}

function readCertificates(list: unknown): CertificateFacts[] {
  if (!Array.isArray(list)) throw garbage("has no list of certificates");
  try {
    return list.map((text) => readCertificate(new Uint8Array(Buffer.from(String(text), "base64"))));
  } catch (cause) {
    throw garbage("has a certificate that cannot be read", cause);
  }
}

/** Key types name no hash: with them any may be chosen. */
const ANY_HASH: Readonly<Record<KeyAlgorithm, string>> = {
  ECDSA: "1.2.840.10045.2.1",
  RSA: OID.rsaEncryption,
};
const WITH_HASH: Readonly<Record<KeyAlgorithm, Readonly<Record<HashName, string>>>> = {
  ECDSA: { "SHA-256": OID.ecdsaWithSha256, "SHA-384": OID.ecdsaWithSha384 },
  RSA: { "SHA-256": OID.sha256WithRsa, "SHA-384": OID.sha384WithRsa },
};
const HASH_OID: Readonly<Record<HashName, string>> = { "SHA-256": OID.sha256, "SHA-384": OID.sha384 };

/** SHA-384 first for P-384, SHA-256 first for all others; what the service offers decides. */
function chooseAlgorithm(certificate: CertificateFacts, offered: unknown) {
  const algorithm = keyAlgorithm(certificate.publicKey);
  const hashes: readonly HashName[] =
    certificate.publicKey.asymmetricKeyDetails?.namedCurve === "secp384r1"
      ? ["SHA-384", "SHA-256"]
      : ["SHA-256", "SHA-384"];
  const list: readonly unknown[] = Array.isArray(offered) ? offered : [];
  for (const hash of hashes) {
    const signAlgo = [WITH_HASH[algorithm][hash], ANY_HASH[algorithm]].find((id) => list.includes(id));
    if (signAlgo !== undefined) return { algorithm, hash, signAlgo, hashAlgorithm: HASH_OID[hash] };
  }
  throw garbage("offers no algorithm that fits its certificate");
}

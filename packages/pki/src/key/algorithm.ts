// Which signature algorithm a key uses, and how CMS, X.509 and XML name and encode its signatures.

import { constants, verify, type KeyObject } from "node:crypto";
import { OID } from "../der/oids.ts";
import { children, dottedOid, readWhole, small, unsigned, type Element } from "../der/read.ts";
import { nil, oid, sequence } from "../der/write.ts";
import { PkiError } from "../error.ts";

export type KeyAlgorithm = "ECDSA" | "RSA";
export type HashName = "SHA-256" | "SHA-384";

/** Octets of r (and of s) per named curve. */
const CURVE_OCTETS: Readonly<Record<string, number>> = {
  prime256v1: 32,
  secp384r1: 48,
  secp521r1: 66,
};

/** ECDSA on P-256 or P-384, or RSA of at least 2048 bits. Throws PkiError `unsupported_algorithm`. */
export function keyAlgorithm(key: KeyObject): KeyAlgorithm {
  const details = key.asymmetricKeyDetails;
  const curve = details?.namedCurve;
  if (key.asymmetricKeyType === "ec" && (curve === "prime256v1" || curve === "secp384r1")) return "ECDSA";
  if (key.asymmetricKeyType === "rsa" && (details?.modulusLength ?? 0) >= 2048) return "RSA";
  throw new PkiError(
    "unsupported_algorithm",
    `keys of type ${key.asymmetricKeyType ?? "?"} ${curve ?? ""} do not seal`,
  );
}

/** AlgorithmIdentifier of signatures by this key (RFC 5758, RFC 4055). DER. */
export function signatureAlgorithm(key: KeyObject, hash: HashName): Uint8Array {
  if (keyAlgorithm(key) === "ECDSA") {
    return sequence(oid(hash === "SHA-256" ? OID.ecdsaWithSha256 : OID.ecdsaWithSha384));
  }
  return sequence(oid(hash === "SHA-256" ? OID.sha256WithRsa : OID.sha384WithRsa), nil());
}

/** ECDSA signature from DER to the fixed-length r‖s of XML-DSig (RFC 4050 §3.3). */
export function ecdsaRawSignature(der: Uint8Array, publicKey: KeyObject): Uint8Array {
  const size = CURVE_OCTETS[publicKey.asymmetricKeyDetails?.namedCurve ?? ""];
  if (size === undefined) throw new PkiError("unsupported_algorithm", "not an ECDSA key");
  const out = new Uint8Array(2 * size);
  children(readWhole(der)).forEach((part, index) => {
    const number = unsigned(part);
    out.set(number, (index + 1) * size - number.length);
  });
  return out;
}

/** Node's name of the hash. */
export function nodeHash(hash: HashName): "sha256" | "sha384" {
  return hash === "SHA-256" ? "sha256" : "sha384";
}

const HASHES: Readonly<Record<string, string>> = {
  [OID.sha256]: "sha256",
  [OID.sha384]: "sha384",
  [OID.sha512]: "sha512",
};

const SIGNATURE_HASHES: Readonly<Record<string, { readonly type: "ec" | "rsa"; readonly hash: string }>> = {
  [OID.ecdsaWithSha256]: { type: "ec", hash: "sha256" },
  [OID.ecdsaWithSha384]: { type: "ec", hash: "sha384" },
  [OID.ecdsaWithSha512]: { type: "ec", hash: "sha512" },
  [OID.sha256WithRsa]: { type: "rsa", hash: "sha256" },
  [OID.sha384WithRsa]: { type: "rsa", hash: "sha384" },
  [OID.sha512WithRsa]: { type: "rsa", hash: "sha512" },
};

/** Node's name of a hash that may be relied on: SHA-2 from 256 bits; anything else throws `unsupported_algorithm`. */
export function hashName(id: string): string {
  const hash = HASHES[id];
  if (!hash) throw new PkiError("unsupported_algorithm", `hash ${id} is not relied on`);
  return hash;
}

export interface SignatureToCheck {
  readonly signed: Uint8Array;
  /** ECDSA in DER, as CMS and X.509 carry it. */
  readonly signature: Uint8Array;
  /** AlgorithmIdentifier of the signature. */
  readonly algorithm: Element | undefined;
  /** Digest algorithm named beside a bare `rsaEncryption`. */
  readonly digestAlgorithm?: string;
  readonly publicKey: KeyObject;
}

/** Whether the signature is right. Throws PkiError `unsupported_algorithm` for what this package does not rely on. */
export function isSignatureValid(check: SignatureToCheck): boolean {
  const { publicKey, signed, signature } = check;
  const [id, parameters] = children(check.algorithm);
  const algorithm = dottedOid(id);
  if (algorithm === OID.rsaPss) {
    const { hash, saltLength } = readPssParameters(parameters);
    const padding = constants.RSA_PKCS1_PSS_PADDING;
    return (
      publicKey.asymmetricKeyType === "rsa" &&
      verifies(hash, signed, { key: publicKey, padding, saltLength }, signature)
    );
  }
  const known =
    algorithm === OID.rsaEncryption
      ? { type: "rsa", hash: hashName(check.digestAlgorithm ?? "") }
      : SIGNATURE_HASHES[algorithm];
  if (!known)
    throw new PkiError("unsupported_algorithm", `signature algorithm ${algorithm} is not relied on`);
  return (
    publicKey.asymmetricKeyType === known.type && verifies(known.hash, signed, { key: publicKey }, signature)
  );
}

/** Parameters that OpenSSL refuses make no signature right. */
function verifies(
  hash: string,
  signed: Uint8Array,
  key: { readonly key: KeyObject; readonly padding?: number; readonly saltLength?: number },
  signature: Uint8Array,
): boolean {
  try {
    return verify(hash, signed, key, signature);
  } catch {
    return false;
  }
}

/** RSASSA-PSS-params (RFC 4055 §3.1): [0] hash, [1] mask generation, [2] salt length, each with a default. */
function readPssParameters(parameters: Element | undefined): { hash: string; saltLength: number } {
  const fields = children(parameters);
  const field = (n: number) => children(fields.find(({ tag }) => tag === (0xa0 | n)))[0];
  const hash = hashName(dottedOid(children(field(0))[0]));
  const saltLength = field(2);
  return { hash, saltLength: saltLength ? small(saltLength) : 20 };
}

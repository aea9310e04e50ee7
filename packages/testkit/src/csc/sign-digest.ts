// Signs a digest that somebody else made, as a remote key does; Node's own sign() hashes by itself.

import { constants, privateEncrypt, type KeyObject } from "node:crypto";
import { p256, p384 } from "@noble/curves/nist.js";

/** DigestInfo up to the digest (RFC 8017 §9.2), by octets of the digest. */
const DIGEST_INFO: Readonly<Record<number, string>> = {
  32: "3031300d060960864801650304020105000420",
  48: "3041300d060960864801650304020205000430",
};

/** ECDSA in DER on P-256 or P-384, or RSA PKCS#1 v1.5 over a SHA-256 or SHA-384 digest. Throws RangeError for others. */
export function signDigest(privateKey: KeyObject, digest: Uint8Array): Uint8Array {
  if (privateKey.asymmetricKeyType === "rsa") {
    const head = DIGEST_INFO[digest.length];
    if (head === undefined) throw new RangeError("a digest of SHA-256 or SHA-384");
    const info = Buffer.concat([Buffer.from(head, "hex"), digest]);
    return privateEncrypt({ key: privateKey, padding: constants.RSA_PKCS1_PADDING }, info);
  }
  const { crv, d = "" } = privateKey.export({ format: "jwk" });
  const curve = crv === "P-384" ? p384 : p256;
  const secret = new Uint8Array(Buffer.from(d, "base64url"));
  return curve.sign(digest, secret, { prehash: false, lowS: false, format: "der" });
}

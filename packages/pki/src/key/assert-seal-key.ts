// How strong a key must be before anything is sealed with it (ETSI TS 119 312 §6.2, SOG-IS agreed mechanisms).

import { readCertificate } from "../certificate/read.ts";
import { PkiError } from "../error.ts";
import type { SealKey } from "./seal-key.ts";

/** RSA moduli of fewer bits are no longer accepted for new seals. */
const RSA_BITS = 3072;
const CURVES: readonly (string | undefined)[] = ["prime256v1", "secp384r1"];

/** ECDSA on P-256 or P-384, or RSA from 3072 bits. Throws PkiError `weak_key` for any other. */
export function assertSealKey(key: Pick<SealKey, "certificate">): void {
  const { publicKey } = readCertificate(key.certificate);
  const { namedCurve, modulusLength = 0 } = publicKey.asymmetricKeyDetails ?? {};
  const { asymmetricKeyType: type } = publicKey;
  if (type === "ec" && CURVES.includes(namedCurve)) return;
  if (type === "rsa" && modulusLength >= RSA_BITS) return;
  const size = type === "rsa" ? `${modulusLength} bits` : (namedCurve ?? "");
  throw new PkiError("weak_key", `a key of type ${type ?? "?"} ${size} is not strong enough to seal`);
}

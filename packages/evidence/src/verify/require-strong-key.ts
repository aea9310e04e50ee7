// Keys that may be relied on today (SOG-IS agreed mechanisms, ETSI TS 119 312 §6).

import type { KeyObject } from "node:crypto";
import { CheckFailure } from "./report.ts";

const CURVES = ["prime256v1", "secp384r1", "secp521r1"];
const RSA_BITS = 2048;

/** Throws CheckFailure CRYPTO_CONSTRAINTS_FAILURE. */
export function requireStrongKey(key: KeyObject): void {
  const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === "ec" && CURVES.includes(namedCurve ?? "")) return;
  if (key.asymmetricKeyType === "rsa" && (modulusLength ?? 0) >= RSA_BITS) return;
  throw new CheckFailure(
    "INDETERMINATE",
    "CRYPTO_CONSTRAINTS_FAILURE",
    `a key of ${key.asymmetricKeyType ?? "unknown kind"} ${namedCurve ?? modulusLength ?? ""} is too weak`,
  );
}

// A timestamp token, with its failures as a verification names them (ETSI EN 319 102-1 §5.4).

import { PkiError, verifyTimestampToken, type VerifiedTimestamp } from "@posthorn/pki";
import { CheckFailure } from "./report.ts";

export function checkStamp(
  token: Uint8Array,
  digest: Uint8Array,
  roots: readonly Uint8Array[],
): VerifiedTimestamp {
  try {
    return verifyTimestampToken(token, digest, roots);
  } catch (error) {
    if (!(error instanceof PkiError)) throw error;
    if (error.code === "tsa_wrong_imprint")
      throw new CheckFailure("TOTAL-FAILED", "HASH_FAILURE", error.detail);
    if (error.code === "tsa_garbage") throw new CheckFailure("TOTAL-FAILED", "FORMAT_FAILURE", error.detail);
    if (error.cause instanceof PkiError && error.cause.code === "bad_signature") {
      throw new CheckFailure("TOTAL-FAILED", "SIG_CRYPTO_FAILURE", error.detail);
    }
    throw new CheckFailure("INDETERMINATE", "NO_CERTIFICATE_CHAIN_FOUND", error.detail);
  }
}

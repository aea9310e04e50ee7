// A timestamp token: whole, over the right digest, by a trusted authority, and still provable (ETSI EN 319 102-1 §5.4, §5.6.2.3).

import {
  checkRevocation,
  PkiError,
  readCertificate,
  readSignedData,
  verifyTimestampToken,
  type ValidationMaterial,
  type VerifiedTimestamp,
} from "@posthorn/pki";
import { findTrustedPath } from "../trust/trust.ts";
import { CheckFailure } from "./report.ts";
import { requireCurrentList } from "./require-current-list.ts";
import type { Setting } from "./setting.ts";

/** How far the clocks of two authorities may differ. */
const CLOCK_DIFFERENCE = { seconds: 1 } as const;

export interface ProvenStamp {
  readonly genTime: Temporal.Instant;
  /** End of the authority's certificate. */
  readonly ends: Temporal.Instant;
}

/** Throws CheckFailure. Not checked: that the authority's status is known at all; only a known revocation counts. */
export function checkStamp(
  token: Uint8Array,
  digest: Uint8Array,
  setting: Setting,
  material: ValidationMaterial = setting.material,
): ProvenStamp {
  const carried = readCarried(token);
  const { genTime, tsaCertificate } = verifyWhole(token, digest, carried);
  const control = setting.control ?? genTime;
  if (Temporal.Instant.compare(genTime, control.add(CLOCK_DIFFERENCE)) > 0) {
    throw new CheckFailure(
      "INDETERMINATE",
      "TIMESTAMP_ORDER_FAILURE",
      `the timestamp of ${genTime.toString()} is later than what proves it`,
    );
  }
  const others = [...carried, ...material.certificates];
  const trusted = findTrustedPath(tsaCertificate, others, setting.timestampAnchors, genTime);
  if (trusted.found !== "path") {
    const sub = trusted.found === "expired" ? "OUT_OF_BOUNDS_NO_POE" : "NO_CERTIFICATE_CHAIN_FOUND";
    throw new CheckFailure("INDETERMINATE", sub, `time-stamping authority: ${trusted.detail}`);
  }
  requireCurrentList(trusted.anchor, setting.now);
  const { notAfter, subjectName } = readCertificate(tsaCertificate);
  if (Temporal.Instant.compare(notAfter, control) < 0) {
    throw new CheckFailure(
      "INDETERMINATE",
      "OUT_OF_BOUNDS_NO_POE",
      `the certificate of ${subjectName} ended at ${notAfter.toString()} and no later timestamp renews the proof`,
    );
  }
  requireNotRevoked(trusted.path, material, control);
  return { genTime, ends: notAfter };
}

function readCarried(token: Uint8Array): readonly Uint8Array[] {
  try {
    return readSignedData(token).certificates;
  } catch (error) {
    throw asFailure(error);
  }
}

/** By its own certificate: whether anybody trusts that one is asked afterwards. */
function verifyWhole(
  token: Uint8Array,
  digest: Uint8Array,
  carried: readonly Uint8Array[],
): VerifiedTimestamp {
  try {
    return verifyTimestampToken(token, digest, carried);
  } catch (error) {
    throw asFailure(error);
  }
}

function asFailure(error: unknown): unknown {
  if (!(error instanceof PkiError)) return error;
  const cause = error.cause instanceof PkiError ? error.cause.code : error.code;
  if (error.code === "tsa_wrong_imprint")
    return new CheckFailure("TOTAL-FAILED", "HASH_FAILURE", error.detail);
  if (cause === "bad_signature") return new CheckFailure("TOTAL-FAILED", "SIG_CRYPTO_FAILURE", error.detail);
  if (cause === "unsupported_algorithm")
    return new CheckFailure("INDETERMINATE", "CRYPTO_CONSTRAINTS_FAILURE", error.detail);
  if (cause === "expired") return new CheckFailure("INDETERMINATE", "OUT_OF_BOUNDS_NO_POE", error.detail);
  if (cause === "untrusted")
    return new CheckFailure("INDETERMINATE", "NO_CERTIFICATE_CHAIN_FOUND", error.detail);
  return new CheckFailure("TOTAL-FAILED", "FORMAT_FAILURE", error.detail);
}

function requireNotRevoked(
  path: readonly Uint8Array[],
  material: ValidationMaterial,
  control: Temporal.Instant,
): void {
  path.slice(0, -1).forEach((certificate, index) => {
    const { status, revokedAt } = checkRevocation(
      material,
      certificate,
      path[index + 1] ?? certificate,
      control,
    );
    if (status !== "revoked") return;
    throw new CheckFailure(
      "INDETERMINATE",
      "REVOKED_NO_POE",
      `${readCertificate(certificate).subjectName} was revoked at ${revokedAt?.toString() ?? "a time not told"}`,
    );
  });
}

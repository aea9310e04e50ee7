// The seal of evidence: digests, signature, timestamp over it, and trust in its certificate (ETSI EN 319 102-1 §5.5).

import { createHash, verify } from "node:crypto";
import { PkiError, readCertificate, verifyChain, type CertificateFacts } from "@posthorn/pki";
import type { ReadSeal } from "../xades/read-seal.ts";
import { checkStamp } from "./check-stamp.ts";
import { CheckFailure, type Verification } from "./report.ts";

export interface TrustOptions {
  /** Roots of sealing certificates, DER. */
  readonly trustedRoots: readonly Uint8Array[];
  /** Roots of time-stamping authorities, DER. */
  readonly timestampRoots: readonly Uint8Array[];
}

export function checkSeal(seal: ReadSeal, trust: TrustOptions, { check, found }: Verification): void {
  check("digests", () => {
    if (!seal.references.every(({ digest, covered }) => sha256(covered).equals(digest))) {
      throw new CheckFailure("TOTAL-FAILED", "HASH_FAILURE", "the document was changed after it was sealed");
    }
    return [true, "the document is as it was sealed"];
  });
  const signer = check("signature", () => {
    const certificate = findSigner(seal);
    found.signedBy = certificate.subjectName;
    requireSignature(seal, certificate);
    return [certificate, `sealed by ${certificate.subjectName}`];
  });
  const stamped = check("signature_timestamp", () => {
    const genTime = earliestStamp(seal, trust.timestampRoots);
    found.signedAt = genTime;
    return [genTime, `the seal existed at ${genTime.toString()}`];
  });
  if (!signer || !stamped) return;
  check("certificate_chain", () => {
    const root = trustedChain(signer, seal, trust.trustedRoots, stamped).at(-1);
    return [true, `trusted through ${readCertificate(root ?? signer.der).subjectName}`];
  });
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text, "utf8").digest();
}

function findSigner(seal: ReadSeal): CertificateFacts {
  const named = Buffer.from(seal.signingCertificate).toString("hex");
  const certificate = seal.certificates.map(readCertificate).find((candidate) => candidate.sha256 === named);
  if (certificate) return certificate;
  throw new CheckFailure(
    "INDETERMINATE",
    "NO_SIGNING_CERTIFICATE_FOUND",
    "the sealing certificate is missing",
  );
}

function requireSignature({ algorithm, signedInfo, value }: ReadSeal, { publicKey }: CertificateFacts): void {
  const type = algorithm.startsWith("ECDSA") ? "ec" : "rsa";
  const hash = algorithm.endsWith("SHA-384") ? "sha384" : "sha256";
  const key = { key: publicKey, dsaEncoding: "ieee-p1363" } as const;
  if (publicKey.asymmetricKeyType === type && verify(hash, Buffer.from(signedInfo, "utf8"), key, value))
    return;
  throw new CheckFailure("TOTAL-FAILED", "SIG_CRYPTO_FAILURE", "the signature does not fit its certificate");
}

/** The earliest of the timestamps over the seal; all must be right. */
function earliestStamp(seal: ReadSeal, roots: readonly Uint8Array[]): Temporal.Instant {
  const digest = sha256(seal.stampedValue);
  const times = seal.timestamps.map((token) => checkStamp(token, digest, roots).genTime);
  const [earliest] = times.toSorted((a, b) => Temporal.Instant.compare(a, b));
  if (earliest) return earliest;
  throw new CheckFailure("INDETERMINATE", "SIG_CONSTRAINTS_FAILURE", "the seal has no timestamp");
}

function trustedChain(
  signer: CertificateFacts,
  seal: ReadSeal,
  trustedRoots: readonly Uint8Array[],
  at: Temporal.Instant,
): Uint8Array[] {
  try {
    return verifyChain({ certificate: signer.der, intermediates: seal.certificates, trustedRoots, at });
  } catch (error) {
    if (!(error instanceof PkiError)) throw error;
    const subIndication = error.code === "expired" ? "OUT_OF_BOUNDS_NO_POE" : "NO_CERTIFICATE_CHAIN_FOUND";
    throw new CheckFailure("INDETERMINATE", subIndication, error.detail);
  }
}

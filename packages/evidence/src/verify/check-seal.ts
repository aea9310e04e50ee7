// The seal of evidence: its digests and its signature (ETSI EN 319 102-1 §5.2.7).

import { createHash, verify } from "node:crypto";
import { readCertificate, type CertificateFacts } from "@posthorn/pki";
import type { ReadSeal } from "../xades/read-seal.ts";
import { CheckFailure, type MakeCheck } from "./report.ts";
import { requireStrongKey } from "./require-strong-key.ts";

/** The certificate that made the signature; undefined when that could not be shown. */
export function checkSeal(seal: ReadSeal, check: MakeCheck): CertificateFacts | undefined {
  check("digests", () => {
    if (!seal.references.every(({ digest, covered }) => sha256(covered).equals(digest))) {
      throw new CheckFailure("TOTAL-FAILED", "HASH_FAILURE", "the document was changed after it was sealed");
    }
    return [true, "the document is as it was sealed"];
  });
  return check("signature", () => {
    const certificate = findSigner(seal);
    requireSignature(seal, certificate);
    return [certificate, `sealed by ${certificate.subjectName}`];
  });
}

export function sha256(text: string | Uint8Array): Buffer {
  return createHash("sha256").update(text).digest();
}

/** The certificate that the seal names; whether it made the signature is another question. */
export function findSigner(seal: ReadSeal): CertificateFacts {
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
  if (publicKey.asymmetricKeyType !== type || !verify(hash, Buffer.from(signedInfo, "utf8"), key, value)) {
    throw new CheckFailure(
      "TOTAL-FAILED",
      "SIG_CRYPTO_FAILURE",
      "the signature does not fit its certificate",
    );
  }
  requireStrongKey(publicKey);
}

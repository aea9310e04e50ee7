// Judges a CMS seal over octets: of a PDF (EN 319 142-1) or of a container's manifest (EN 319 162-1).

import { createHash } from "node:crypto";
import {
  PkiError,
  readCertificate,
  readSignedData,
  verifySigner,
  type CertificateFacts,
  type SignedContent,
  type ValidationMaterial,
} from "@posthorn/pki";
import type { TrustAnchor } from "../trust/trust.ts";
import { sha256 } from "./check-seal.ts";
import { checkSigner } from "./check-signer.ts";
import { checkTimes, type ProvenTimes, type Stamp } from "./check-times.ts";
import { CheckFailure, type MakeCheck } from "./report.ts";
import { requireStrongKey } from "./require-strong-key.ts";
import type { Setting } from "./setting.ts";

const SIGNATURE_TIMESTAMP = "1.2.840.113549.1.9.16.2.14";

export interface OpenCms {
  readonly signed: SignedContent;
  /** Undefined when digests or signature are not right. */
  readonly signer: CertificateFacts | undefined;
  readonly times: ProvenTimes;
  readonly timestamps: readonly Uint8Array[];
}

/** Undefined when it cannot be read at all; then a check has failed. */
export function openCms(
  cms: Uint8Array,
  content: Uint8Array,
  archives: readonly Stamp[],
  setting: Setting,
  material: ValidationMaterial,
  check: MakeCheck,
): OpenCms | undefined {
  const signed = readOrFail(cms, check);
  if (!signed) return undefined;
  const signer = checkSignature(signed, content, check);
  const timestamps = signed.signer.unsignedAttributes.get(SIGNATURE_TIMESTAMP) ?? [];
  const digest = () => sha256(signed.signer.signature);
  const stamps = timestamps.map((token) => ({ token, digest }));
  return { signed, signer, timestamps, times: checkTimes({ stamps, archives }, setting, material, check) };
}

function readOrFail(cms: Uint8Array, check: MakeCheck): SignedContent | undefined {
  try {
    return readSignedData(cms);
  } catch (error) {
    check("format", () => {
      throw error;
    });
    return undefined;
  }
}

/** The anchor that the signer leads to. */
export function judgeSigner(
  { signed, signer, times }: OpenCms,
  options: { readonly madeAfter: Temporal.Instant | null; readonly statusOptional?: boolean },
  setting: Setting,
  material: ValidationMaterial,
  check: MakeCheck,
): TrustAnchor | undefined {
  if (!signer) return undefined;
  const sealer = { certificate: signer, carried: signed.certificates, signedAt: times.signedAt, ...options };
  return checkSigner(sealer, setting, material, check);
}

/** The certificate that the signature names, whether or not it made it. */
export function namedCertificate({ certificates, signer }: SignedContent): CertificateFacts | undefined {
  try {
    return certificates
      .map(readCertificate)
      .find(
        ({ issuerDer, serialDer }) =>
          Buffer.compare(issuerDer, signer.issuerDer) === 0 &&
          Buffer.compare(serialDer, signer.serialDer) === 0,
      );
  } catch {
    return undefined;
  }
}

function checkSignature(
  signed: SignedContent,
  content: Uint8Array,
  check: MakeCheck,
): CertificateFacts | undefined {
  const whole = check("digests", () => {
    if (!isDigestSigned(signed, content)) {
      throw new CheckFailure("TOTAL-FAILED", "HASH_FAILURE", "the document was changed after it was sealed");
    }
    return [true, "the document is as it was sealed"];
  });
  if (whole !== true) return undefined;
  return check("signature", () => {
    const signer = requireSignature(signed, content);
    requireStrongKey(signer.publicKey);
    return [signer, `sealed by ${signer.subjectName}`];
  });
}

/** Tells a changed document from a wrong signature; that the digest stands in the right attribute is checked with the signature. */
function isDigestSigned({ signer }: SignedContent, content: Uint8Array): boolean {
  const attributes = Buffer.from(signer.signedAttributes);
  return ["sha256", "sha384", "sha512", "sha1"].some((hash) =>
    attributes.includes(createHash(hash).update(content).digest()),
  );
}

function requireSignature(signed: SignedContent, content: Uint8Array): CertificateFacts {
  try {
    return verifySigner(signed, content);
  } catch (error) {
    if (!(error instanceof PkiError)) throw error;
    if (error.code === "unsupported_algorithm")
      throw new CheckFailure("INDETERMINATE", "CRYPTO_CONSTRAINTS_FAILURE", error.detail);
    if (error.code === "bad_signature")
      throw new CheckFailure("TOTAL-FAILED", "SIG_CRYPTO_FAILURE", error.detail);
    throw new CheckFailure("INDETERMINATE", "NO_SIGNING_CERTIFICATE_FOUND", error.detail);
  }
}

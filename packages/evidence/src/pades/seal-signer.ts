// Who made the CMS signature of a proof, and the timestamps over it (RFC 5652 §5.3, ETSI EN 319 122-1 §5.3).

import { readCertificate, readSignedData, type SignedContent } from "@posthorn/pki";
import type { CertificateWithChain } from "../longterm/token-signer.ts";

/** id-aa-signatureTimeStampToken. */
const SIGNATURE_TIMESTAMP = "1.2.840.113549.1.9.16.2.14";

/** The certificate that issuer and serial number name; whether it fits the signature is not checked. Throws TypeError without. */
export function sealSigner(cms: Uint8Array): CertificateWithChain {
  const signed = readSignedData(cms);
  const certificate = signed.certificates.find((der) => isNamed(der, signed));
  if (!certificate) throw new TypeError("the sealing certificate is missing");
  return { certificate, chain: signed.certificates.filter((other) => other !== certificate) };
}

/** Tokens, DER. */
export function signatureTimestamps(cms: Uint8Array): readonly Uint8Array[] {
  return readSignedData(cms).signer.unsignedAttributes.get(SIGNATURE_TIMESTAMP) ?? [];
}

function isNamed(der: Uint8Array, { signer }: SignedContent): boolean {
  const { issuerDer, serialDer } = readCertificate(der);
  return (
    Buffer.compare(issuerDer, signer.issuerDer) === 0 && Buffer.compare(serialDer, signer.serialDer) === 0
  );
}

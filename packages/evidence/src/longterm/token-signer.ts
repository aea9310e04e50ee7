// Whose certificate made a timestamp token, and with what else of its chain.

import { readCertificate, readSignedData, verifySigner, type CertificateFacts } from "@posthorn/pki";

export interface CertificateWithChain {
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
}

/** Throws PkiError when the token is not whole or not signed by a certificate inside it. Whom it is trusted by is not checked. */
export function tokenSigner(token: Uint8Array): CertificateFacts {
  const signed = readSignedData(token);
  return verifySigner(signed, signed.content ?? new Uint8Array());
}

/** The token's signer, and whatever other certificates the token carries. */
export function tokenChain(token: Uint8Array): CertificateWithChain {
  const { der } = tokenSigner(token);
  return {
    certificate: der,
    chain: readSignedData(token).certificates.filter((other) => Buffer.compare(other, der) !== 0),
  };
}

/** Every certificate of the token, its signer's included. */
export function tokenCertificates(token: Uint8Array): readonly Uint8Array[] {
  return readSignedData(token).certificates.map((der) => readCertificate(der).der);
}

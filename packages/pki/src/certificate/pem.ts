// Certificates between DER and PEM (RFC 7468).

import { PkiError } from "../error.ts";

export function toPem(certificate: Uint8Array): string {
  const lines =
    Buffer.from(certificate)
      .toString("base64")
      .match(/.{1,64}/gu) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}

/** Every certificate of a PEM text, in order. Throws PkiError `no_certificate` where there is none. */
export function fromPem(pem: string): Uint8Array[] {
  const blocks = pem.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/gu);
  const certificates = [...blocks].map(([, body = ""]) => new Uint8Array(Buffer.from(body, "base64")));
  if (certificates.length === 0) throw new PkiError("no_certificate", "no certificate in the PEM text");
  return certificates;
}

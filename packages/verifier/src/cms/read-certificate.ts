// What of an X.509 certificate is needed to check a signature and to tell people whose it is; trust is not judged.

import { childOf, childrenOf, oidOf, readDer, timeOf, type DerElement } from "../der/read-der.ts";
import { fromLatin1, sha256Hex } from "../octets/octets.ts";

export interface CertificateFacts {
  /** Common name, or organisation, as written. */
  readonly name: string;
  /** SHA-256, lower-case hex. */
  readonly fingerprint: string;
  readonly notAfter: string;
  /** Issuer and serial number, DER. */
  readonly issuerAndSerial: string;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
}

/** Throws TypeError for what is no certificate. */
export async function readCertificate(der: Uint8Array): Promise<CertificateFacts> {
  const fields = childrenOf(childOf(readDer(der), 0)).filter(({ tag }) => tag !== 0xa0);
  const [serial, , issuer, validity, subject, publicKey] = fields;
  if (!serial || !issuer || !subject || !publicKey) throw new TypeError("not a certificate");
  return {
    name: nameOf(subject),
    fingerprint: await sha256Hex(der),
    notAfter: timeOf(childOf(validity, 1)),
    issuerAndSerial: fromLatin1(issuer.raw) + fromLatin1(serial.raw),
    publicKey: publicKey.raw,
  };
}

const NAMED = ["2.5.4.3", "2.5.4.10"];

function nameOf(subject: DerElement): string {
  const attributes = childrenOf(subject).flatMap(childrenOf);
  for (const type of NAMED) {
    const found = attributes.find((attribute) => oidOf(childOf(attribute, 0)) === type);
    if (found) return textOf(childOf(found, 1));
  }
  return "?";
}

function textOf({ tag, content }: DerElement): string {
  return tag === 0x1e ? new TextDecoder("utf-16be").decode(content) : new TextDecoder().decode(content);
}

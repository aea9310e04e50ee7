// Reads an X.509 certificate into what seals, chains and reports need (RFC 5280).

import { createHash, X509Certificate, type KeyObject } from "node:crypto";
import { BasicConstraints, Certificate, ExtKeyUsage } from "pkijs";
import { BitString } from "asn1js";
import { readChildren, readWhole } from "../der/read.ts";
import { context, sequence } from "../der/write.ts";
import { OID } from "../der/oids.ts";
import { PkiError } from "../error.ts";

export interface CertificateFacts {
  readonly der: Uint8Array;
  /** Lower-case hex. */
  readonly sha256: string;
  /** Readable, most telling part first: `CN=…, O=…, C=BE`. */
  readonly subjectName: string;
  readonly issuerName: string;
  /** Lower-case hex of the serial number's octets. */
  readonly serial: string;
  readonly notBefore: Temporal.Instant;
  readonly notAfter: Temporal.Instant;
  readonly publicKey: KeyObject;
  readonly subjectDer: Uint8Array;
  readonly issuerDer: Uint8Array;
  /** The INTEGER as it stands in the certificate, tag and length included. */
  readonly serialDer: Uint8Array;
  /** The octets of the subject's public key, without algorithm (as OCSP hashes them). */
  readonly keyOctets: Uint8Array;
  readonly x509: X509Certificate;
}

/** Throws PkiError `malformed`. Checks no signature and no date. */
export function readCertificate(der: Uint8Array): CertificateFacts {
  try {
    const x509 = new X509Certificate(der);
    const tbs = readChildren(readChildren(readWhole(der).content)[0]?.content ?? new Uint8Array());
    // version [0] is absent in version 1 certificates only
    const [serial, , issuer, , subject, spki] = tbs[0]?.tag === 0xa0 ? tbs.slice(1) : tbs;
    if (!serial || !issuer || !subject || !spki)
      throw new PkiError("malformed", "certificate is incomplete");
    return {
      der,
      sha256: createHash("sha256").update(der).digest("hex"),
      subjectName: nameLine(x509.subject),
      issuerName: nameLine(x509.issuer),
      serial: Buffer.from(serial.content)
        .toString("hex")
        .replace(/^00(?=..)/u, ""),
      notBefore: Temporal.Instant.fromEpochMilliseconds(x509.validFromDate.getTime()),
      notAfter: Temporal.Instant.fromEpochMilliseconds(x509.validToDate.getTime()),
      publicKey: x509.publicKey,
      subjectDer: subject.raw,
      issuerDer: issuer.raw,
      serialDer: serial.raw,
      keyOctets: readChildren(spki.content)[1]?.content.subarray(1) ?? new Uint8Array(),
      x509,
    };
  } catch (cause) {
    if (cause instanceof PkiError) throw cause;
    throw new PkiError("malformed", "not an X.509 certificate", cause);
  }
}

function nameLine(multiLine: string): string {
  return multiLine.split("\n").toReversed().join(", ");
}

/** IssuerSerial of ESS (RFC 5035 §4): the issuer as GeneralNames, and the serial number. DER. */
export function issuerSerial(certificate: CertificateFacts): Uint8Array {
  return sequence(sequence(context(4, certificate.issuerDer)), certificate.serialDer);
}

const KEY_USAGE_BITS = {
  digitalSignature: 0,
  nonRepudiation: 1,
  keyEncipherment: 2,
  keyCertSign: 5,
  cRLSign: 6,
} as const;
export type KeyUsage = keyof typeof KEY_USAGE_BITS;

export function keyUsageBit(usage: KeyUsage): number {
  return KEY_USAGE_BITS[usage];
}

export interface CertificateConstraints {
  readonly ca: boolean;
  readonly pathLength?: number;
  /** Absent: the certificate does not limit the use of its key. */
  readonly keyUsage?: readonly KeyUsage[];
  readonly extendedKeyUsage: readonly string[];
  readonly extendedKeyUsageCritical: boolean;
  /** Critical extensions that this package does not understand. */
  readonly unknownCritical: readonly string[];
}

const UNDERSTOOD: readonly string[] = [
  OID.keyUsage,
  OID.subjectAltName,
  OID.basicConstraints,
  OID.certificatePolicies,
  OID.policyConstraints,
  OID.extendedKeyUsage,
  OID.inhibitAnyPolicy,
];

export function readConstraints(der: Uint8Array): CertificateConstraints {
  try {
    const extensions = Certificate.fromBER(new Uint8Array(der)).extensions ?? [];
    const find = (id: string) => extensions.find((extension) => extension.extnID === id);
    const basic: unknown = find(OID.basicConstraints)?.parsedValue;
    const usage: unknown = find(OID.keyUsage)?.parsedValue;
    const extended = find(OID.extendedKeyUsage);
    const extendedValue: unknown = extended?.parsedValue;
    const pathLength = basic instanceof BasicConstraints ? basic.pathLenConstraint : undefined;
    return {
      ca: basic instanceof BasicConstraints && basic.cA,
      ...(typeof pathLength === "number" ? { pathLength } : {}),
      ...(usage instanceof BitString
        ? { keyUsage: namedUsages(usage.valueBlock.valueHexView) }
        : {}),
      extendedKeyUsage: extendedValue instanceof ExtKeyUsage ? extendedValue.keyPurposes : [],
      extendedKeyUsageCritical: extended?.critical === true,
      unknownCritical: extensions
        .filter((extension) => extension.critical && !UNDERSTOOD.includes(extension.extnID))
        .map((extension) => extension.extnID),
    };
  } catch (cause) {
    throw new PkiError("malformed", "extensions of the certificate cannot be read", cause);
  }
}

function namedUsages(bits: Uint8Array): KeyUsage[] {
  const names = Object.keys(KEY_USAGE_BITS) as KeyUsage[];
  return names.filter((name) => {
    const bit = KEY_USAGE_BITS[name];
    return ((bits[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0;
  });
}

// Reads an X.509 certificate into what seals, chains and reports need (RFC 5280).

import { createHash, X509Certificate, type KeyObject } from "node:crypto";
import { OID } from "../der/oids.ts";
import {
  bits,
  children,
  dottedOid,
  octets,
  reading,
  readWhole,
  required,
  small,
  TAG,
  type Element,
} from "../der/read.ts";
import { context, sequence } from "../der/write.ts";

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

// Every token of an authority brings the same few certificates, and reading one costs more than checking a signature.
const known = new Map<string, CertificateFacts>();
const KNOWN_AT_MOST = 64;

/** Throws PkiError `malformed`. Checks no signature and no date. */
export function readCertificate(der: Uint8Array): CertificateFacts {
  const sha256 = createHash("sha256").update(der).digest("hex");
  const found = known.get(sha256);
  if (found !== undefined) return found;
  const facts = parseCertificate(Uint8Array.from(der), sha256);
  const oldest = known.keys().next().value;
  if (known.size === KNOWN_AT_MOST && oldest !== undefined) known.delete(oldest);
  known.set(sha256, facts);
  return facts;
}

function parseCertificate(der: Uint8Array, sha256: string): CertificateFacts {
  return reading("an X.509 certificate", () => {
    const x509 = new X509Certificate(der);
    const [serial, , issuer, , subject, spki] = tbsFields(der);
    const serialDer = required(serial, TAG.integer);
    return {
      der,
      sha256,
      subjectName: nameLine(x509.subject),
      issuerName: nameLine(x509.issuer),
      serial: serialHex(serialDer),
      notBefore: Temporal.Instant.fromEpochMilliseconds(x509.validFromDate.getTime()),
      notAfter: Temporal.Instant.fromEpochMilliseconds(x509.validToDate.getTime()),
      publicKey: x509.publicKey,
      subjectDer: required(subject, TAG.sequence).raw,
      issuerDer: required(issuer, TAG.sequence).raw,
      serialDer: serialDer.raw,
      keyOctets: bits(children(spki)[1]),
      x509,
    };
  });
}

/** The fields of TBSCertificate after the version, which version 1 certificates leave out. */
function tbsFields(der: Uint8Array): Element[] {
  const fields = children(children(readWhole(der, TAG.sequence))[0]);
  return fields[0]?.tag === 0xa0 ? fields.slice(1) : fields;
}

/** A serial number as lower-case hex. */
export function serialHex(integer: Element): string {
  return Buffer.from(integer.content)
    .toString("hex")
    .replace(/^00(?=..)/u, "");
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
  OID.crlDistributionPoints,
  OID.certificatePolicies,
  OID.policyConstraints,
  OID.extendedKeyUsage,
  OID.inhibitAnyPolicy,
];

export function readConstraints(der: Uint8Array): CertificateConstraints {
  return reading("an X.509 certificate", () => {
    const extensions = readExtensions(der);
    const value = (id: string) => extensions.find((extension) => extension.id === id)?.value;
    const basic = children(value(OID.basicConstraints));
    const usage = value(OID.keyUsage);
    const pathLength = basic.find((field) => field.tag === TAG.integer);
    return {
      ca: basic[0]?.tag === TAG.boolean && basic[0].content[0] !== 0,
      ...(pathLength ? { pathLength: small(pathLength) } : {}),
      ...(usage ? { keyUsage: namedUsages(bits(usage)) } : {}),
      extendedKeyUsage: children(value(OID.extendedKeyUsage)).map(dottedOid),
      extendedKeyUsageCritical: extensions.some(
        ({ id, critical }) => id === OID.extendedKeyUsage && critical,
      ),
      unknownCritical: extensions
        .filter(({ id, critical }) => critical && !UNDERSTOOD.includes(id))
        .map(({ id }) => id),
    };
  });
}

export interface Extension {
  readonly id: string;
  readonly critical: boolean;
  readonly value: Element;
}

export function readExtensions(certificate: Uint8Array): Extension[] {
  const wrapper = tbsFields(certificate).find((field) => field.tag === 0xa3);
  return children(children(wrapper)[0]).map(readExtension);
}

/** Extension ::= SEQUENCE { id, critical BOOLEAN DEFAULT FALSE, value OCTET STRING } */
export function readExtension(extension: Element): Extension {
  const [id, ...rest] = children(extension);
  const critical = rest[0]?.tag === TAG.boolean && rest[0].content[0] !== 0;
  return { id: dottedOid(id), critical, value: readWhole(octets(rest.at(-1))) };
}

function namedUsages(octetsOfBits: Uint8Array): KeyUsage[] {
  const names = Object.keys(KEY_USAGE_BITS) as KeyUsage[];
  return names.filter((name) => {
    const bit = KEY_USAGE_BITS[name];
    return ((octetsOfBits[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0;
  });
}

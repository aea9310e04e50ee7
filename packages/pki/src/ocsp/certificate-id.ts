// Names a certificate in OCSP: hashes of its issuer's name and key, and its serial number (RFC 6960 §4.1.1).

import { createHash } from "node:crypto";
import type { CertificateFacts } from "../certificate/read.ts";
import { OID } from "../der/oids.ts";
import { children, dottedOid, octets, required, TAG, type Element } from "../der/read.ts";
import { nil, octetString, oid, sequence } from "../der/write.ts";

const HASHES: Readonly<Record<string, "sha1" | "sha256">> = {
  [OID.sha1]: "sha1",
  [OID.sha256]: "sha256",
};

export interface CertificateId {
  /** Absent when another hash was used. SHA-1 is fine here (no collision matters) and most clients send it. */
  readonly hash: "sha1" | "sha256" | undefined;
  readonly issuerNameHash: Uint8Array;
  readonly issuerKeyHash: Uint8Array;
  readonly serial: Element;
}

export function readCertificateId(certificateId: Element): CertificateId {
  const [algorithm, name, key, serial] = children(certificateId);
  return {
    hash: HASHES[dottedOid(children(algorithm)[0])],
    issuerNameHash: octets(name),
    issuerKeyHash: octets(key),
    serial: required(serial, TAG.integer),
  };
}

function issuerHashes(issuer: CertificateFacts, hash: "sha1" | "sha256"): { name: Buffer; key: Buffer } {
  return {
    name: createHash(hash).update(issuer.subjectDer).digest(),
    key: createHash(hash).update(issuer.keyOctets).digest(),
  };
}

/** Whether the hashes of name and key are this issuer's; its serial number is not looked at. */
export function isIssuedBy(id: CertificateId, issuer: CertificateFacts): boolean {
  if (!id.hash) return false;
  const expected = issuerHashes(issuer, id.hash);
  return expected.name.equals(id.issuerNameHash) && expected.key.equals(id.issuerKeyHash);
}

/** CertID. DER. `serialDer` is the INTEGER with tag and length. */
export function encodeCertificateId(
  issuer: CertificateFacts,
  serialDer: Uint8Array,
  hash: "sha1" | "sha256",
): Uint8Array {
  const { name, key } = issuerHashes(issuer, hash);
  return sequence(sequence(oid(OID[hash]), nil()), octetString(name), octetString(key), serialDer);
}

// Writes the extensions of an X.509 certificate (RFC 5280 §4.2, ETSI EN 319 412-5).

import { isIPv4 } from "node:net";
import { OID } from "../der/oids.ts";
import {
  boolean,
  context,
  contextPrimitive,
  integer,
  namedBits,
  nil,
  octetString,
  oid,
  sequence,
} from "../der/write.ts";
import type { CertificateRequest } from "./issue.ts";
import { keyUsageBit } from "./read.ts";

/** Extension ::= SEQUENCE { id, critical BOOLEAN DEFAULT FALSE, value OCTET STRING }. DER. */
export function extension(type: string, critical: boolean, value: Uint8Array): Uint8Array {
  return sequence(oid(type), ...(critical ? [boolean(true)] : []), octetString(value));
}

/** In the order in which most authorities write them; the key identifiers are SHA-1 of the keys (§4.2.1.2). */
export function encodeExtensions(
  request: CertificateRequest,
  keyId: Uint8Array,
  authorityKeyId: Uint8Array,
): Uint8Array[] {
  const out = [
    extension(OID.subjectKeyIdentifier, false, octetString(keyId)),
    extension(OID.authorityKeyIdentifier, false, sequence(contextPrimitive(0, authorityKeyId))),
    extension(OID.keyUsage, true, namedBits(request.keyUsage.map(keyUsageBit))),
  ];
  if (request.ca) {
    const { pathLength } = request.ca;
    const value = sequence(boolean(true), ...(pathLength === undefined ? [] : [integer(pathLength)]));
    out.push(extension(OID.basicConstraints, true, value));
  }
  const purposes = request.extendedKeyUsage ?? [];
  if (purposes.length > 0) {
    const critical = purposes.includes("timeStamping");
    const value = sequence(...purposes.map((purpose) => oid(OID[purpose])));
    out.push(extension(OID.extendedKeyUsage, critical, value));
  }
  return [...out, ...encodeStatements(request), ...encodeRevocation(request)];
}

function encodeStatements({ policies = [], hostNames = [], forSeals }: CertificateRequest): Uint8Array[] {
  const out: Uint8Array[] = [];
  if (hostNames.length > 0) {
    out.push(extension(OID.subjectAltName, false, sequence(...hostNames.map(encodeHost))));
  }
  if (policies.length > 0) {
    const value = sequence(...policies.map((policy) => sequence(oid(policy))));
    out.push(extension(OID.certificatePolicies, false, value));
  }
  if (forSeals === true) {
    const type = sequence(oid(OID.qcType), sequence(oid(OID.qcTypeSeal)));
    out.push(extension(OID.qcStatements, false, sequence(type)));
  }
  return out;
}

/** GeneralName of a server: an IPv4 address by its octets, else a DNS name. */
function encodeHost(name: string): Uint8Array {
  if (isIPv4(name)) return contextPrimitive(7, Uint8Array.from(name.split(".").map(Number)));
  return contextPrimitive(2, Buffer.from(name, "latin1"));
}

function encodeRevocation(request: CertificateRequest): Uint8Array[] {
  const { ocspUrl, issuerUrl, crlUrl, ocspNoCheck } = request;
  const out: Uint8Array[] = [];
  const location = (url: string) => contextPrimitive(6, Buffer.from(url, "latin1"));
  const accesses = [
    ...(ocspUrl === undefined ? [] : [sequence(oid(OID.ocspAccess), location(ocspUrl))]),
    ...(issuerUrl === undefined ? [] : [sequence(oid(OID.caIssuersAccess), location(issuerUrl))]),
  ];
  if (accesses.length > 0) out.push(extension(OID.authorityInfoAccess, false, sequence(...accesses)));
  if (crlUrl !== undefined) {
    const point = sequence(context(0, context(0, location(crlUrl))));
    out.push(extension(OID.crlDistributionPoints, false, sequence(point)));
  }
  if (ocspNoCheck === true) out.push(extension(OID.ocspNoCheck, false, nil()));
  return out;
}

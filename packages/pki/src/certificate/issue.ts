// Issues X.509 certificates: for the development PKI and for tests (RFC 5280).

import { createHash, sign, type KeyObject } from "node:crypto";
import { OID } from "../der/oids.ts";
import { bits, children, readWhole } from "../der/read.ts";
import {
  bitString,
  certificateTime,
  context,
  integer,
  oid,
  printableString,
  sequence,
  tlv,
  utf8String,
} from "../der/write.ts";
import { signatureAlgorithm } from "../key/algorithm.ts";
import { encodeExtensions } from "./extensions.ts";
import { readCertificate, type KeyUsage } from "./read.ts";

export interface SubjectName {
  readonly commonName: string;
  readonly organization?: string;
  /** EN 319 412-1 §5.1.4, as `NTRBE-0123456789`. */
  readonly organizationIdentifier?: string;
  /** ISO 3166 alpha-2. */
  readonly country?: string;
  readonly surname?: string;
  readonly givenName?: string;
  /** Of the person who is named; on Belgian identity cards the national register number. */
  readonly serialNumber?: string;
}

export interface CertificateRequest {
  readonly subject: SubjectName;
  readonly publicKey: KeyObject;
  /** Who signs. Without `certificate` the certificate is self-signed and the key must be the subject's own. */
  readonly issuer: { readonly privateKey: KeyObject; readonly certificate?: Uint8Array };
  /** Positive, at most 20 octets, unpredictable. */
  readonly serial: Uint8Array;
  readonly notBefore: Temporal.Instant;
  readonly notAfter: Temporal.Instant;
  readonly ca?: { readonly pathLength?: number };
  readonly keyUsage: readonly KeyUsage[];
  /** Written critical when timeStamping is the purpose (RFC 3161 §2.3). */
  readonly extendedKeyUsage?: readonly ("timeStamping" | "ocspSigning" | "clientAuth" | "serverAuth")[];
  /** Host names or IPv4 addresses of a server. */
  readonly hostNames?: readonly string[];
  readonly ocspUrl?: string;
  /** Where the issuer's own certificate can be had. */
  readonly issuerUrl?: string;
  readonly crlUrl?: string;
  /** Object identifiers of certificate policies. */
  readonly policies?: readonly string[];
  /** Says that the key makes seals, not signatures (EN 319 412-5 §4.2.3); claims nothing about being qualified. */
  readonly forSeals?: boolean;
  /** For OCSP signers: clients need not ask whether they are revoked (RFC 6960 §4.2.2.2.1). */
  readonly ocspNoCheck?: boolean;
}

/** The certificate as DER, signed with SHA-256. */
export function issueCertificate(request: CertificateRequest): Uint8Array {
  const spki = new Uint8Array(request.publicKey.export({ type: "spki", format: "der" }));
  const keyId = sha1(bits(children(readWhole(spki))[1]));
  const issuer = request.issuer.certificate ? readCertificate(request.issuer.certificate) : undefined;
  const subject = encodeName(request.subject);
  const algorithm = signatureAlgorithm(request.issuer.privateKey, "SHA-256");
  const tbs = sequence(
    context(0, integer(2)),
    integer(request.serial),
    algorithm,
    issuer?.subjectDer ?? subject,
    sequence(certificateTime(request.notBefore), certificateTime(request.notAfter)),
    subject,
    spki,
    context(3, sequence(...encodeExtensions(request, keyId, issuer ? sha1(issuer.keyOctets) : keyId))),
  );
  return sequence(tbs, algorithm, bitString(sign("sha256", tbs, request.issuer.privateKey)));
}

function sha1(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash("sha1").update(bytes).digest());
}

function encodeName(name: SubjectName): Uint8Array {
  const part = (type: string, value: Uint8Array) => tlv(0x31, sequence(oid(type), value));
  return sequence(
    ...(name.country ? [part(OID.country, printableString(name.country))] : []),
    ...(name.organization ? [part(OID.organization, utf8String(name.organization))] : []),
    ...(name.organizationIdentifier
      ? [part(OID.organizationIdentifier, utf8String(name.organizationIdentifier))]
      : []),
    part(OID.commonName, utf8String(name.commonName)),
    ...(name.surname ? [part(OID.surname, utf8String(name.surname))] : []),
    ...(name.givenName ? [part(OID.givenName, utf8String(name.givenName))] : []),
    ...(name.serialNumber ? [part(OID.serialNumber, printableString(name.serialNumber))] : []),
  );
}

// Signs CMS SignedData with the signed attributes of CAdES baseline (RFC 5652, ETSI EN 319 122-1 §5).

import { createHash } from "node:crypto";
import { issuerSerial, readCertificate } from "../certificate/read.ts";
import { OID } from "../der/oids.ts";
import { context, integer, octetString, oid, sequence, setOf, sortEncodings, tlv } from "../der/write.ts";
import { PkiError } from "../error.ts";
import { signatureAlgorithm } from "../key/algorithm.ts";
import type { SealKey } from "../key/seal-key.ts";

/** Time-stamps a SHA-256 digest (32 octets) and returns the RFC 3161 token (a ContentInfo, DER). */
export type StampDigest = (sha256: Uint8Array) => Promise<Uint8Array>;

export interface CmsRequest {
  /** SHA-256 of the content that the signature covers. */
  readonly contentSha256: Uint8Array;
  /** Must hash with SHA-256. */
  readonly key: SealKey;
  /** When given, its token over the signature value becomes the signature-time-stamp (level B-T). */
  readonly timestamp?: StampDigest;
}

/**
 * A detached CMS signature (ContentInfo, DER), fit for `/SubFilter /ETSI.CAdES.detached`: no signing-time attribute,
 * because PAdES keeps the time in the PDF (ETSI EN 319 142-1 §6.3). Fails as the key or `timestamp` fail.
 */
export async function signCms(request: CmsRequest): Promise<Uint8Array> {
  return signSignedData({
    version: 1,
    contentType: OID.data,
    contentSha256: request.contentSha256,
    key: request.key,
    certificates: [request.key.certificate, ...request.key.chain],
    ...(request.timestamp ? { timestamp: request.timestamp } : {}),
  });
}

/** The signed attributes as a SET OF, which is what the key signs (RFC 5652 §5.4). DER. */
export function buildSignedAttributes(
  contentType: string,
  contentSha256: Uint8Array,
  certificate: Uint8Array,
): Uint8Array {
  return tlv(0x31, ...signedAttributes(contentType, contentSha256, certificate));
}

function signedAttributes(
  contentType: string,
  contentSha256: Uint8Array,
  certificate: Uint8Array,
): Uint8Array[] {
  if (contentSha256.length !== 32) throw new PkiError("malformed", "a SHA-256 digest has 32 octets");
  const facts = readCertificate(certificate);
  // ESSCertIDv2 leaves its hash algorithm out: SHA-256 is the default (RFC 5035 §4)
  const essCertId = sequence(octetString(Buffer.from(facts.sha256, "hex")), issuerSerial(facts));
  return sortEncodings([
    attribute(OID.contentType, oid(contentType)),
    attribute(OID.messageDigest, octetString(contentSha256)),
    attribute(OID.signingCertificateV2, sequence(sequence(essCertId))),
  ]);
}

function attribute(type: string, value: Uint8Array): Uint8Array {
  return sequence(oid(type), setOf(value));
}

export interface SignedDataRequest {
  readonly version: 1 | 3;
  readonly contentType: string;
  /** Carried inside when given; detached otherwise. */
  readonly content?: Uint8Array;
  readonly contentSha256: Uint8Array;
  readonly key: SealKey;
  readonly certificates: readonly Uint8Array[];
  readonly timestamp?: StampDigest;
}

/** ContentInfo with one SignerInfo. DER. */
export async function signSignedData(request: SignedDataRequest): Promise<Uint8Array> {
  const { key } = request;
  if (key.hash !== "SHA-256") {
    // OpenSSL and others hash the attributes with the digest algorithm of the content: one hash for both
    throw new PkiError("unsupported_algorithm", "CMS signatures need a key that hashes with SHA-256");
  }
  const certificate = readCertificate(key.certificate);
  const attributes = signedAttributes(request.contentType, request.contentSha256, key.certificate);
  const signature = await key.sign(tlv(0x31, ...attributes));
  const token = await request.timestamp?.(new Uint8Array(createHash("sha256").update(signature).digest()));
  const sha256 = sequence(oid(OID.sha256));
  const signerInfo = sequence(
    integer(1),
    sequence(certificate.issuerDer, certificate.serialDer),
    sha256,
    context(0, ...attributes),
    signatureAlgorithm(certificate.publicKey, key.hash),
    octetString(signature),
    ...(token ? [context(1, attribute(OID.signatureTimeStampToken, token))] : []),
  );
  const content = request.content ? [context(0, octetString(request.content))] : [];
  const signedData = sequence(
    integer(request.version),
    setOf(sha256),
    sequence(oid(request.contentType), ...content),
    ...(request.certificates.length > 0 ? [context(0, ...sortEncodings(request.certificates))] : []),
    setOf(signerInfo),
  );
  return sequence(oid(OID.signedData), context(0, signedData));
}

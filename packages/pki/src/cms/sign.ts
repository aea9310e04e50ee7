// Signs CMS SignedData with the signed attributes of CAdES baseline (RFC 5652, ETSI EN 319 122-1 §5).

import { createHash } from "node:crypto";
import { issuerSerial, readCertificate } from "../certificate/read.ts";
import { OID } from "../der/oids.ts";
import {
  certificateTime,
  context,
  integer,
  octetString,
  oid,
  sequence,
  setOf,
  sortEncodings,
  tlv,
} from "../der/write.ts";
import { PkiError } from "../error.ts";
import { signatureAlgorithm, type HashName } from "../key/algorithm.ts";
import type { SealKey } from "../key/seal-key.ts";

/** Time-stamps a SHA-256 digest (32 octets) and returns the RFC 3161 token (a ContentInfo, DER). */
export type StampDigest = (sha256: Uint8Array) => Promise<Uint8Array>;

export interface CmsRequest {
  /** Digest of the content that the signature covers, by `hashFor(key)`. */
  readonly contentDigest: Uint8Array;
  readonly key: SealKey;
  /** When given, its token over the signature value becomes the signature-time-stamp (level B-T). */
  readonly timestamp?: StampDigest;
  /** Claimed time of signing, which CAdES baseline wants (ETSI EN 319 122-1 §6.3) and PAdES forbids. */
  readonly signingTime?: Temporal.Instant;
}

/**
 * A detached CMS signature (ContentInfo, DER). Without `signingTime` it is fit for `/SubFilter /ETSI.CAdES.detached`,
 * because PAdES keeps the time in the PDF (ETSI EN 319 142-1 §6.3). Fails with PkiError `malformed` when the digest is
 * not one of the key's hash, or as the key or `timestamp` fail.
 */
export async function signCms(request: CmsRequest): Promise<Uint8Array> {
  return signSignedData({
    version: 1,
    contentType: OID.data,
    contentDigest: request.contentDigest,
    key: request.key,
    certificates: [request.key.certificate, ...request.key.chain],
    ...(request.timestamp ? { timestamp: request.timestamp } : {}),
    ...(request.signingTime ? { signingTime: request.signingTime } : {}),
  });
}

/** The signed attributes as a SET OF, which is what the key signs (RFC 5652 §5.4). DER. */
export function buildSignedAttributes(
  contentType: string,
  contentDigest: Uint8Array,
  certificate: Uint8Array,
): Uint8Array {
  return tlv(0x31, ...signedAttributes(contentType, contentDigest, certificate));
}

function signedAttributes(
  contentType: string,
  contentDigest: Uint8Array,
  certificate: Uint8Array,
  signingTime?: Temporal.Instant,
): Uint8Array[] {
  const facts = readCertificate(certificate);
  // ESSCertIDv2 leaves its hash algorithm out: SHA-256 is the default (RFC 5035 §4)
  const essCertId = sequence(octetString(Buffer.from(facts.sha256, "hex")), issuerSerial(facts));
  return sortEncodings([
    attribute(OID.contentType, oid(contentType)),
    attribute(OID.messageDigest, octetString(contentDigest)),
    attribute(OID.signingCertificateV2, sequence(sequence(essCertId))),
    ...(signingTime ? [attribute(OID.signingTime, certificateTime(signingTime))] : []),
  ]);
}

function attribute(type: string, value: Uint8Array): Uint8Array {
  return sequence(oid(type), setOf(value));
}

const DIGEST_OCTETS: Readonly<Record<HashName, number>> = { "SHA-256": 32, "SHA-384": 48 };

/** AlgorithmIdentifier of the hash, without parameters (RFC 5754 §2). */
function hashAlgorithm(hash: HashName): Uint8Array {
  return sequence(oid(hash === "SHA-256" ? OID.sha256 : OID.sha384));
}

export interface SignedDataRequest {
  readonly version: 1 | 3;
  readonly contentType: string;
  /** Carried inside when given; detached otherwise. */
  readonly content?: Uint8Array;
  /** By `hashFor(key)`. */
  readonly contentDigest: Uint8Array;
  readonly key: SealKey;
  readonly certificates: readonly Uint8Array[];
  readonly timestamp?: StampDigest;
  readonly signingTime?: Temporal.Instant;
}

/** ContentInfo with one SignerInfo. DER. */
export async function signSignedData(request: SignedDataRequest): Promise<Uint8Array> {
  const { key } = request;
  // one hash for content, attributes and signature: OpenSSL and others hash the attributes as they do the content
  const digestAlgorithm = hashAlgorithm(key.hash);
  if (request.contentDigest.length !== DIGEST_OCTETS[key.hash])
    throw new PkiError("malformed", `the key signs ${key.hash} digests`);
  const certificate = readCertificate(key.certificate);
  const attributes = signedAttributes(
    request.contentType,
    request.contentDigest,
    key.certificate,
    request.signingTime,
  );
  const signature = await key.sign(tlv(0x31, ...attributes));
  const token = await request.timestamp?.(new Uint8Array(createHash("sha256").update(signature).digest()));
  const signerInfo = sequence(
    integer(1),
    sequence(certificate.issuerDer, certificate.serialDer),
    digestAlgorithm,
    context(0, ...attributes),
    signatureAlgorithm(certificate.publicKey, key.hash),
    octetString(signature),
    ...(token ? [context(1, attribute(OID.signatureTimeStampToken, token))] : []),
  );
  const content = request.content ? [context(0, octetString(request.content))] : [];
  const signedData = sequence(
    integer(request.version),
    setOf(digestAlgorithm),
    sequence(oid(request.contentType), ...content),
    ...(request.certificates.length > 0 ? [context(0, ...sortEncodings(request.certificates))] : []),
    setOf(signerInfo),
  );
  return sequence(oid(OID.signedData), context(0, signedData));
}

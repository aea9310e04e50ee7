// Reads an OCSP response and finds out who signed it (RFC 6960 §4.2).

import { createHash } from "node:crypto";
import { isSignedBy } from "../certificate/is-signed-by.ts";
import {
  readCertificate,
  readConstraints,
  readExtension,
  type CertificateFacts,
} from "../certificate/read.ts";
import { OID } from "../der/oids.ts";
import {
  bits,
  children,
  dottedOid,
  octets,
  readWhole,
  required,
  small,
  TAG,
  time,
  type Element,
} from "../der/read.ts";
import { PkiError } from "../error.ts";
import { isSignatureValid } from "../key/algorithm.ts";
import type { CertificateStatus } from "./answer.ts";
import { isIssuedBy, readCertificateId, type CertificateId } from "./certificate-id.ts";

/** As read: nothing in it is verified. */
export interface OcspResponse {
  readonly tbs: Uint8Array;
  readonly algorithm: Element;
  readonly signature: Uint8Array;
  /** DER; those that the responder sent along. */
  readonly certificates: readonly Uint8Array[];
  readonly producedAt: Temporal.Instant;
  readonly answers: readonly SingleAnswer[];
  /** The extension's value as it stands. */
  readonly nonce?: Uint8Array;
}

export interface SingleAnswer {
  readonly id: CertificateId;
  readonly certificate: CertificateStatus;
  readonly thisUpdate: Temporal.Instant;
  readonly nextUpdate?: Temporal.Instant;
}

/** Throws PkiError `ocsp_garbage`, also for the error answers of a responder. */
export function readOcspResponse(der: Uint8Array): OcspResponse {
  try {
    return parseResponse(der);
  } catch (cause) {
    const detail = cause instanceof PkiError ? cause.detail : "not an OCSP response";
    throw new PkiError("ocsp_garbage", detail, cause);
  }
}

function parseResponse(der: Uint8Array): OcspResponse {
  const [status, bytes] = children(readWhole(der, TAG.sequence));
  if (small(status) !== 0) throw new PkiError("ocsp_garbage", `response status ${small(status)}`);
  const [type, response] = children(children(required(bytes, 0xa0))[0]);
  if (dottedOid(type) !== OID.ocspBasic) throw new PkiError("ocsp_garbage", "not a basic OCSP response");
  const [tbs, algorithm, signature, certificates] = children(readWhole(octets(response), TAG.sequence));
  const data = required(tbs, TAG.sequence);
  return {
    ...readResponseData(data),
    tbs: data.raw,
    algorithm: required(algorithm, TAG.sequence),
    signature: bits(signature),
    certificates: children(children(certificates)[0]).map(({ raw }) => raw),
  };
}

/** ResponseData: version [0], responder [1] or [2], time, list of answers, extensions [1]. */
function readResponseData(tbs: Element) {
  const fields = children(tbs);
  const list = fields.findIndex(({ tag }) => tag === TAG.sequence);
  const extensions = children(children(fields.slice(list + 1).find(({ tag }) => tag === 0xa1))[0]).map(
    readExtension,
  );
  const nonce = extensions.find(({ id }) => id === OID.ocspNonce);
  return {
    producedAt: time(fields[list - 1]),
    answers: children(required(fields[list], TAG.sequence)).map(readAnswer),
    ...(nonce ? { nonce: nonce.value.raw } : {}),
  };
}

function readAnswer(single: Element): SingleAnswer {
  const [id, status, thisUpdate, ...rest] = children(single);
  const nextUpdate = rest.find(({ tag }) => tag === 0xa0);
  return {
    id: readCertificateId(required(id, TAG.sequence)),
    certificate: readStatus(status),
    thisUpdate: time(thisUpdate),
    ...(nextUpdate ? { nextUpdate: time(children(nextUpdate)[0]) } : {}),
  };
}

/** CertStatus is a choice by tag: [0] good, [1] revoked with time and reason, [2] unknown. */
function readStatus(status: Element | undefined): CertificateStatus {
  if (status?.tag === 0x80) return { status: "good" };
  if (status?.tag === 0x82) return { status: "unknown" };
  const [at, reason] = children(required(status, 0xa1));
  const code = children(reason)[0];
  return { status: "revoked", at: time(at), ...(code ? { reason: small(code) } : {}) };
}

/** The answer about this certificate: serial number, and name and key of the issuer must all match. */
export function findAnswer(
  response: OcspResponse,
  certificate: CertificateFacts,
  issuer: CertificateFacts,
): SingleAnswer | undefined {
  return response.answers.find(
    ({ id }) => Buffer.compare(id.serial.raw, certificate.serialDer) === 0 && isIssuedBy(id, issuer),
  );
}

/**
 * Who signed: the issuer itself, or a certificate that it issued for ocspSigning and that is valid at `at`, taken from
 * the response or from `others` (DER). Nothing when the signature fits none of them.
 */
export function findResponder(
  response: OcspResponse,
  issuer: CertificateFacts,
  at: Temporal.Instant,
  others: readonly Uint8Array[] = [],
): CertificateFacts | undefined {
  const hash = createHash("sha256")
    .update(response.tbs)
    .update(response.algorithm.raw)
    .update(response.signature);
  const key = `${hash.digest("hex")} ${issuer.sha256} ${at.epochMilliseconds}`;
  const found = known.get(key) ?? searchResponder(response, issuer, at, others);
  const [oldest] = known.keys();
  if (known.size === KNOWN_AT_MOST && oldest !== undefined) known.delete(oldest);
  if (found) known.set(key, found);
  return found;
}

// The same answer stands in every long-term signature of its day; who signed it does not change.
const known = new Map<string, CertificateFacts>();
const KNOWN_AT_MOST = 256;

function searchResponder(
  response: OcspResponse,
  issuer: CertificateFacts,
  at: Temporal.Instant,
  others: readonly Uint8Array[],
): CertificateFacts | undefined {
  if (hasSigned(issuer, response)) return issuer;
  const tried = new Set<string>();
  for (const der of [...response.certificates, ...others]) {
    const certificate = readable(der);
    if (!certificate || tried.has(certificate.sha256)) continue;
    tried.add(certificate.sha256);
    if (maySign(certificate, issuer, at) && hasSigned(certificate, response)) return certificate;
  }
  return undefined;
}

function readable(der: Uint8Array): CertificateFacts | undefined {
  try {
    return readCertificate(der);
  } catch (error) {
    if (error instanceof PkiError) return undefined;
    throw error;
  }
}

function maySign(certificate: CertificateFacts, issuer: CertificateFacts, at: Temporal.Instant): boolean {
  return (
    readConstraints(certificate.der).extendedKeyUsage.includes(OID.ocspSigning) &&
    isSignedBy(certificate, issuer) &&
    Temporal.Instant.compare(certificate.notBefore, at) <= 0 &&
    Temporal.Instant.compare(at, certificate.notAfter) <= 0
  );
}

function hasSigned({ publicKey }: CertificateFacts, response: OcspResponse): boolean {
  const { tbs: signed, algorithm, signature } = response;
  try {
    return isSignatureValid({ signed, signature, algorithm, publicKey });
  } catch (error) {
    // an algorithm that is not relied on is as good as no signature
    if (error instanceof PkiError) return false;
    throw error;
  }
}

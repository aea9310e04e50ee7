// Asks an OCSP responder whether a certificate is revoked, and checks the answer before relying on it (RFC 6960).

import { randomBytes } from "node:crypto";
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
import { context, octetString, oid, sequence } from "../der/write.ts";
import { PkiError } from "../error.ts";
import { isSignatureValid } from "../key/algorithm.ts";
import type { CertificateStatus } from "./answer.ts";
import { encodeCertificateId, readCertificateId } from "./certificate-id.ts";

export interface OcspQuestion {
  /** DER. */
  readonly certificate: Uint8Array;
  /** The CA that issued it, DER. */
  readonly issuer: Uint8Array;
  readonly url: string;
  readonly now: Temporal.Instant;
  readonly timeoutMs: number;
  readonly fetch?: typeof globalThis.fetch;
}

export interface OcspAnswer {
  readonly certificate: CertificateStatus;
  readonly producedAt: Temporal.Instant;
  readonly thisUpdate: Temporal.Instant;
  readonly nextUpdate?: Temporal.Instant;
  /** The whole OCSPResponse, DER, as a long-term signature keeps it. */
  readonly response: Uint8Array;
}

/** How far the responder's clock may be ahead of ours, and how old an answer without nextUpdate may be. */
const CLOCK_DIFFERENCE = { minutes: 5 } as const;
const MAX_AGE = { hours: 24 } as const;

/**
 * Checked: signature, responder (the CA, or certified by it for ocspSigning and valid now), nonce where the answer has
 * one, dates. Throws PkiError `ocsp_unreachable`, `ocsp_garbage`, `ocsp_untrusted` or `ocsp_stale`.
 */
export async function checkOcsp(question: OcspQuestion): Promise<OcspAnswer> {
  const issuer = readCertificate(question.issuer);
  const subject = readCertificate(question.certificate);
  const nonce = octetString(randomBytes(16));
  const certificateId = encodeCertificateId(issuer, subject.serialDer, "sha1");
  const extension = sequence(oid(OID.ocspNonce), octetString(nonce));
  const request = sequence(sequence(sequence(sequence(certificateId)), context(2, sequence(extension))));
  const response = await post(question, request);
  const basic = parse(() => readBasicResponse(response));
  requireTrusted(basic, issuer, question.now);
  const data = parse(() => readResponseData(basic.tbs, subject.serialDer));
  // responders that sign in advance leave the nonce out; dates then decide
  if (data.nonce && Buffer.compare(data.nonce, nonce) !== 0) {
    throw new PkiError("ocsp_stale", "the answer is to another question");
  }
  requireFresh(data.thisUpdate, data.nextUpdate, question.now);
  const { nonce: _nonce, ...answer } = data;
  return { ...answer, response };
}

function parse<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new PkiError(
      "ocsp_garbage",
      cause instanceof PkiError ? cause.detail : "not an OCSP response",
      cause,
    );
  }
}

async function post(question: OcspQuestion, request: Uint8Array): Promise<Uint8Array> {
  try {
    const answer = await (question.fetch ?? globalThis.fetch)(question.url, {
      method: "POST",
      headers: { "Content-Type": "application/ocsp-request", Accept: "application/ocsp-response" },
      body: new Uint8Array(request),
      signal: AbortSignal.timeout(question.timeoutMs),
      redirect: "error",
    });
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  } catch (cause) {
    throw new PkiError("ocsp_unreachable", cause instanceof Error ? cause.message : "no answer", cause);
  }
}

interface BasicResponse {
  readonly tbs: Element;
  readonly algorithm: Element;
  readonly signature: Uint8Array;
  readonly certificates: readonly Uint8Array[];
}

function readBasicResponse(der: Uint8Array): BasicResponse {
  const [status, bytes] = children(readWhole(der, TAG.sequence));
  if (small(status) !== 0) throw new PkiError("ocsp_garbage", `response status ${small(status)}`);
  const [type, response] = children(children(required(bytes, 0xa0))[0]);
  if (dottedOid(type) !== OID.ocspBasic) throw new PkiError("ocsp_garbage", "not a basic OCSP response");
  const [tbs, algorithm, signature, certificates] = children(readWhole(octets(response), TAG.sequence));
  return {
    tbs: required(tbs, TAG.sequence),
    algorithm: required(algorithm, TAG.sequence),
    signature: bits(signature),
    certificates: children(children(certificates)[0]).map(({ raw }) => raw),
  };
}

/** ResponseData: version [0], responder [1] or [2], time, list of answers, extensions [1]. */
function readResponseData(tbs: Element, serialDer: Uint8Array) {
  const fields = children(tbs);
  const list = fields.findIndex(({ tag }) => tag === TAG.sequence);
  const single = children(fields[list]).find(
    (one) =>
      Buffer.compare(readCertificateId(required(children(one)[0], TAG.sequence)).serial.raw, serialDer) === 0,
  );
  if (!single) throw new PkiError("ocsp_garbage", "the answer is about another certificate");
  const [, status, thisUpdate, ...rest] = children(single);
  const nextUpdate = rest.find(({ tag }) => tag === 0xa0);
  const extensions = children(children(fields.slice(list + 1).find(({ tag }) => tag === 0xa1))[0]).map(
    readExtension,
  );
  const nonce = extensions.find(({ id }) => id === OID.ocspNonce);
  return {
    certificate: readStatus(status),
    producedAt: time(fields[list - 1]),
    thisUpdate: time(thisUpdate),
    ...(nextUpdate ? { nextUpdate: time(children(nextUpdate)[0]) } : {}),
    nonce: nonce && nonce.value.raw,
  };
}

function requireTrusted(basic: BasicResponse, issuer: CertificateFacts, now: Temporal.Instant): void {
  const carried = parse(() => basic.certificates.map(readCertificate));
  const allowed = [issuer, ...carried.filter((certificate) => maySign(certificate, issuer, now))];
  const { algorithm, signature } = basic;
  if (
    !allowed.some(({ publicKey }) =>
      isSignatureValid({ signed: basic.tbs.raw, signature, algorithm, publicKey }),
    )
  ) {
    throw new PkiError("ocsp_untrusted", "the answer is not signed by a responder of the issuer");
  }
}

function maySign(certificate: CertificateFacts, issuer: CertificateFacts, now: Temporal.Instant): boolean {
  return (
    readConstraints(certificate.der).extendedKeyUsage.includes(OID.ocspSigning) &&
    certificate.x509.checkIssued(issuer.x509) &&
    certificate.x509.verify(issuer.publicKey) &&
    Temporal.Instant.compare(certificate.notBefore, now) <= 0 &&
    Temporal.Instant.compare(now, certificate.notAfter) <= 0
  );
}

function requireFresh(
  thisUpdate: Temporal.Instant,
  nextUpdate: Temporal.Instant | undefined,
  now: Temporal.Instant,
): void {
  const until = nextUpdate ?? thisUpdate.add(MAX_AGE);
  if (
    Temporal.Instant.compare(thisUpdate.subtract(CLOCK_DIFFERENCE), now) > 0 ||
    Temporal.Instant.compare(now, until.add(CLOCK_DIFFERENCE)) > 0
  ) {
    throw new PkiError("ocsp_stale", `the answer is of ${thisUpdate.toString()}`);
  }
}

/** CertStatus is a choice by tag: [0] good, [1] revoked with time and reason, [2] unknown. */
function readStatus(status: Element | undefined): CertificateStatus {
  if (status?.tag === 0x80) return { status: "good" };
  if (status?.tag === 0x82) return { status: "unknown" };
  const [at, reason] = children(required(status, 0xa1));
  const code = children(reason)[0];
  return { status: "revoked", at: time(at), ...(code ? { reason: small(code) } : {}) };
}

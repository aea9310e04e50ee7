// Asks an OCSP responder whether a certificate is revoked, and checks the answer before relying on it (RFC 6960).

import { randomBytes } from "node:crypto";
import { BasicOCSPResponse, Certificate, OCSPResponse, type SingleResponse } from "pkijs";
import { Enumerated, fromBER, GeneralizedTime } from "asn1js";
import { readCertificate, readConstraints, type CertificateFacts } from "../certificate/read.ts";
import { OID } from "../der/oids.ts";
import { context, octetString, oid, sequence } from "../der/write.ts";
import { PkiError } from "../error.ts";
import { isSignatureValid } from "../key/algorithm.ts";
import { encodeCertificateId } from "./certificate-id.ts";
import type { CertificateStatus } from "./answer.ts";

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
  const request = sequence(
    sequence(sequence(sequence(certificateId)), context(2, sequence(extension))),
  );
  const response = await post(question, request);
  const basic = readBasicResponse(response);
  requireTrusted(basic, issuer, question.now);
  requireNonce(basic, nonce);
  const single = basic.tbsResponseData.responses.find(
    ({ certID }) =>
      Buffer.compare(new Uint8Array(certID.serialNumber.toBER()), subject.serialDer) === 0,
  );
  if (!single) throw new PkiError("ocsp_garbage", "the answer is about another certificate");
  const thisUpdate = instant(single.thisUpdate);
  const nextUpdate = single.nextUpdate ? instant(single.nextUpdate) : undefined;
  requireFresh(thisUpdate, nextUpdate, question.now);
  return {
    certificate: readStatus(single),
    producedAt: instant(basic.tbsResponseData.producedAt),
    thisUpdate,
    ...(nextUpdate ? { nextUpdate } : {}),
    response,
  };
}

function instant(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime());
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
    throw new PkiError(
      "ocsp_unreachable",
      cause instanceof Error ? cause.message : "no answer",
      cause,
    );
  }
}

function readBasicResponse(der: Uint8Array): BasicOCSPResponse {
  try {
    const response = OCSPResponse.fromBER(new Uint8Array(der));
    const status = response.responseStatus.valueBlock.valueDec;
    if (status !== 0 || !response.responseBytes)
      throw new PkiError("ocsp_garbage", `response status ${status}`);
    return BasicOCSPResponse.fromBER(response.responseBytes.response.getValue());
  } catch (cause) {
    if (cause instanceof PkiError) throw cause;
    throw new PkiError("ocsp_garbage", "not an OCSP response", cause);
  }
}

function requireTrusted(
  basic: BasicOCSPResponse,
  issuer: CertificateFacts,
  now: Temporal.Instant,
): void {
  const carried = (basic.certs ?? [])
    .filter((item) => item instanceof Certificate)
    .map((item) => readCertificate(new Uint8Array(item.toSchema().toBER())));
  const allowed = [issuer, ...carried.filter((certificate) => maySign(certificate, issuer, now))];
  const signed = new Uint8Array(basic.tbsResponseData.tbsView);
  const signature = new Uint8Array(basic.signature.valueBlock.valueHexView);
  const algorithm = { id: basic.signatureAlgorithm.algorithmId };
  const ok = allowed.some(({ publicKey }) =>
    isSignatureValid({ signed, signature, algorithm, publicKey }),
  );
  if (!ok)
    throw new PkiError("ocsp_untrusted", "the answer is not signed by a responder of the issuer");
}

function maySign(
  certificate: CertificateFacts,
  issuer: CertificateFacts,
  now: Temporal.Instant,
): boolean {
  return (
    readConstraints(certificate.der).extendedKeyUsage.includes(OID.ocspSigning) &&
    certificate.x509.checkIssued(issuer.x509) &&
    certificate.x509.verify(issuer.publicKey) &&
    Temporal.Instant.compare(certificate.notBefore, now) <= 0 &&
    Temporal.Instant.compare(now, certificate.notAfter) <= 0
  );
}

function requireNonce(basic: BasicOCSPResponse, nonce: Uint8Array): void {
  const extensions = basic.tbsResponseData.responseExtensions ?? [];
  const answered = extensions.find((extension) => extension.extnID === OID.ocspNonce);
  // responders that sign in advance leave the nonce out; dates then decide
  if (answered && Buffer.compare(new Uint8Array(answered.extnValue.getValue()), nonce) !== 0) {
    throw new PkiError("ocsp_stale", "the answer is to another question");
  }
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
function readStatus(single: SingleResponse): CertificateStatus {
  const status: unknown = single.certStatus;
  const { result } = fromBER(isEncodable(status) ? status.toBER() : new ArrayBuffer());
  if (result.idBlock.tagNumber === 0) return { status: "good" };
  if (result.idBlock.tagNumber !== 1) return { status: "unknown" };
  const values: unknown = "value" in result.valueBlock ? result.valueBlock.value : [];
  const [time, reason]: unknown[] = Array.isArray(values) ? values : [];
  if (!(time instanceof GeneralizedTime))
    throw new PkiError("ocsp_garbage", "revoked, but without a time");
  const code: unknown = hasValue(reason) ? reason.valueBlock.value[0] : undefined;
  return {
    status: "revoked",
    at: instant(time.toDate()),
    ...(code instanceof Enumerated ? { reason: code.valueBlock.valueDec } : {}),
  };
}

function isEncodable(value: unknown): value is { toBER(): ArrayBuffer } {
  return typeof value === "object" && value !== null && "toBER" in value;
}

function hasValue(value: unknown): value is { valueBlock: { value: readonly unknown[] } } {
  return typeof value === "object" && value !== null && "valueBlock" in value;
}

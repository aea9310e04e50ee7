// Asks an OCSP responder whether a certificate is revoked, and checks the answer before relying on it (RFC 6960).

import { randomBytes } from "node:crypto";
import { readCertificate } from "../certificate/read.ts";
import { OID } from "../der/oids.ts";
import { context, octetString, oid, sequence } from "../der/write.ts";
import { PkiError } from "../error.ts";
import { exchangeOk } from "../http/exchange.ts";
import { isCurrent } from "../revocation/freshness.ts";
import type { CertificateStatus } from "./answer.ts";
import { encodeCertificateId } from "./certificate-id.ts";
import { findAnswer, findResponder, readOcspResponse } from "./read.ts";

export interface OcspQuestion {
  /** DER. */
  readonly certificate: Uint8Array;
  /** The CA that issued it, DER. */
  readonly issuer: Uint8Array;
  readonly url: string;
  readonly now: Temporal.Instant;
  readonly timeoutMs: number;
  readonly fetch?: typeof globalThis.fetch | undefined;
}

export interface OcspAnswer {
  readonly certificate: CertificateStatus;
  readonly producedAt: Temporal.Instant;
  readonly thisUpdate: Temporal.Instant;
  readonly nextUpdate?: Temporal.Instant;
  /** Whether it repeats the question's nonce, and so cannot be an earlier answer. */
  readonly fresh: boolean;
  /** The whole OCSPResponse, DER, as a long-term signature keeps it. */
  readonly response: Uint8Array;
  /** Who signed it, DER: the issuer, or a responder certified by it. */
  readonly responder: Uint8Array;
}

const MAX_RESPONSE_OCTETS = 1024 * 1024;

/**
 * Checked: signature, responder (the CA, or certified by it for ocspSigning and valid now), nonce where the answer has
 * one, that it is about this certificate, dates. Not checked: the status of the responder's certificate.
 * Throws PkiError `ocsp_unreachable`, `ocsp_garbage`, `ocsp_untrusted`, `ocsp_replayed` or `ocsp_stale`.
 */
export async function checkOcsp(question: OcspQuestion): Promise<OcspAnswer> {
  const issuer = readCertificate(question.issuer);
  const subject = readCertificate(question.certificate);
  const nonce = octetString(randomBytes(16));
  const certificateId = encodeCertificateId(issuer, subject.serialDer, "sha1");
  const extension = sequence(oid(OID.ocspNonce), octetString(nonce));
  const response = await exchangeOk(
    {
      url: question.url,
      headers: { "Content-Type": "application/ocsp-request", Accept: "application/ocsp-response" },
      body: sequence(sequence(sequence(sequence(certificateId)), context(2, sequence(extension)))),
      timeoutMs: question.timeoutMs,
      maxOctets: MAX_RESPONSE_OCTETS,
      fetch: question.fetch,
    },
    { unreachable: "ocsp_unreachable", tooLong: "ocsp_garbage" },
  );
  const read = readOcspResponse(response);
  const responder = findResponder(read, issuer, question.now);
  if (!responder) throw new PkiError("ocsp_untrusted", "not signed by a responder of the issuer");
  const answer = findAnswer(read, subject, issuer);
  if (!answer) throw new PkiError("ocsp_garbage", "the answer is about another certificate");
  // responders that sign in advance leave the nonce out; dates then decide
  if (read.nonce && Buffer.compare(read.nonce, nonce) !== 0) {
    throw new PkiError("ocsp_replayed", "the answer is to another question");
  }
  if (!isCurrent(answer, question.now)) {
    throw new PkiError("ocsp_stale", `the answer is of ${answer.thisUpdate.toString()}`);
  }
  const { id: _id, ...facts } = answer;
  const fresh = read.nonce !== undefined;
  return { ...facts, producedAt: read.producedAt, fresh, response, responder: responder.der };
}

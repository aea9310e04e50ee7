// Learns the status of one certificate now: by OCSP where it names a responder, else from its issuer's list.

import { readCertificate } from "../certificate/read.ts";
import { readRevocationPointers } from "../certificate/revocation-pointers.ts";
import { checkCrl } from "../crl/fetch.ts";
import { PkiError } from "../error.ts";
import { requireAllowedUrl } from "../http/exchange.ts";
import type { CertificateStatus } from "../ocsp/answer.ts";
import { checkOcsp } from "../ocsp/check.ts";

export interface StatusQuestion {
  /** DER. */
  readonly certificate: Uint8Array;
  /** DER. */
  readonly issuer: Uint8Array;
  readonly now: Temporal.Instant;
  /** Per question asked, in milliseconds. */
  readonly timeoutMs: number;
  /** Hosts (with or without port) that may be asked; all when absent. */
  readonly allowedHosts: readonly string[] | undefined;
  readonly fetch: typeof globalThis.fetch | undefined;
}

/** A verified statement that the certificate is good: the octets to keep, and who signed an OCSP answer. DER. */
export type GoodStatus =
  | { readonly ocsp: Uint8Array; readonly responder: Uint8Array }
  | { readonly crl: Uint8Array };

/**
 * Throws PkiError `revoked` with the instant, `no_revocation_source`, or the first source's error when none gives an
 * answer that verifies; `cause` is then an AggregateError of all.
 */
export async function askStatus(question: StatusQuestion): Promise<GoodStatus> {
  const { subjectName } = readCertificate(question.certificate);
  const failures: PkiError[] = [];
  for (const source of sourcesOf(question)) {
    try {
      const { certificate, statement } = await source();
      requireNotRevoked(certificate, subjectName);
      if (certificate.status === "good") return statement;
      failures.push(new PkiError("ocsp_unknown", `the responder does not know ${subjectName}`));
    } catch (error) {
      if (!(error instanceof PkiError) || error.code === "revoked") throw error;
      failures.push(error);
    }
  }
  const [first] = failures;
  if (!first) throw new PkiError("no_revocation_source", `${subjectName} does not say where to ask`);
  throw new PkiError(first.code, first.detail, new AggregateError(failures, "no source gave an answer"));
}

interface Learned {
  readonly certificate: CertificateStatus;
  readonly statement: GoodStatus;
}

function sourcesOf(question: StatusQuestion): (() => Promise<Learned>)[] {
  const { ocspUrls, crlUrls } = readRevocationPointers(question.certificate);
  const ocsp = ocspUrls.map((url) => async () => {
    requireAllowedUrl(url, question.allowedHosts);
    const { certificate, response, responder } = await checkOcsp({ ...question, url });
    return { certificate, statement: { ocsp: response, responder } };
  });
  const crl = crlUrls.map((url) => async () => {
    requireAllowedUrl(url, question.allowedHosts);
    const { certificate, list } = await checkCrl({ ...question, url });
    return { certificate, statement: { crl: list } };
  });
  return [...ocsp, ...crl];
}

function requireNotRevoked(status: CertificateStatus, subjectName: string): void {
  if (status.status !== "revoked") return;
  const reason = status.reason === undefined ? "" : `, reason ${status.reason}`;
  throw new PkiError("revoked", `${subjectName} was revoked at ${status.at.toString()}${reason}`);
}

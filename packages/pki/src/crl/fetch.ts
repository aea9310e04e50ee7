// Fetches an issuer's revocation list and checks it before relying on it (RFC 5280 §6.3).

import { readCertificate } from "../certificate/read.ts";
import { PkiError } from "../error.ts";
import { exchangeOk } from "../http/exchange.ts";
import type { CertificateStatus } from "../ocsp/answer.ts";
import { isCurrent } from "../revocation/freshness.ts";
import { findEntry, readRevocationList } from "./read.ts";
import { requireListOf } from "./verify.ts";

export interface CrlQuestion {
  /** DER. */
  readonly certificate: Uint8Array;
  /** The CA that issued it, DER. */
  readonly issuer: Uint8Array;
  readonly url: string;
  readonly now: Temporal.Instant;
  readonly timeoutMs: number;
  readonly fetch?: typeof globalThis.fetch | undefined;
}

export interface CrlAnswer {
  readonly certificate: CertificateStatus;
  readonly thisUpdate: Temporal.Instant;
  /** The CertificateList, DER. */
  readonly list: Uint8Array;
}

/** The longest lists of European authorities have some 20 MB. */
const MAX_LIST_OCTETS = 32 * 1024 * 1024;

/** Throws PkiError `crl_unreachable`, `crl_too_long`, `crl_garbage`, `crl_untrusted` or `crl_stale`. */
export async function checkCrl(question: CrlQuestion): Promise<CrlAnswer> {
  const list = await exchangeOk(
    {
      url: question.url,
      method: "GET",
      headers: { Accept: "application/pkix-crl" },
      timeoutMs: question.timeoutMs,
      maxOctets: MAX_LIST_OCTETS,
      fetch: question.fetch,
    },
    { unreachable: "crl_unreachable", tooLong: "crl_too_long" },
  );
  const read = readRevocationList(list);
  const certificate = readCertificate(question.certificate);
  requireListOf(read, readCertificate(question.issuer), certificate);
  if (!isCurrent(read, question.now)) {
    throw new PkiError("crl_stale", `the revocation list is of ${read.thisUpdate.toString()}`);
  }
  return { certificate: findEntry(read, certificate.serialDer), thisUpdate: read.thisUpdate, list };
}

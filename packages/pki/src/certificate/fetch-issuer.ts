// Fetches the certificate of an issuer from where a certificate says it is (RFC 5280 §4.2.2.1), of allowed hosts only.

import { PkiError } from "../error.ts";
import { exchangeOk, requireAllowedUrl } from "../http/exchange.ts";
import { fromPem } from "./pem.ts";
import { readCertificate } from "./read.ts";

export interface IssuerQuestion {
  readonly url: string;
  /** With or without port. */
  readonly allowedHosts: readonly string[];
  readonly timeoutMs: number;
  readonly fetch?: typeof globalThis.fetch | undefined;
}

const MAX_OCTETS = 64 * 1024;
const PEM_START = "-----BEGIN";

/**
 * DER. Nothing in it is verified: it may stand between a certificate and a trusted root, and is never one itself.
 * Throws PkiError `url_not_allowed`, `untrusted` where nothing is to be had, or `malformed`.
 */
export async function fetchIssuer(question: IssuerQuestion): Promise<Uint8Array> {
  const { url, allowedHosts, timeoutMs } = question;
  requireAllowedUrl(url, allowedHosts);
  const octets = await exchangeOk(
    {
      url,
      method: "GET",
      headers: { Accept: "application/pkix-cert" },
      timeoutMs,
      maxOctets: MAX_OCTETS,
      fetch: question.fetch,
    },
    { unreachable: "untrusted", tooLong: "malformed" },
  );
  const text = Buffer.from(octets).toString("latin1");
  const [first] = text.startsWith(PEM_START) ? fromPem(text) : [octets];
  if (!first) throw new PkiError("malformed", "no certificate at the issuer's address");
  return readCertificate(first).der;
}

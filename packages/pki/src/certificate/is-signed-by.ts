// Whether one certificate's key signed another, asked once per pair: chains of many timestamps share their few certificates.

import type { CertificateFacts } from "./read.ts";

// Certificates never change, so neither does the answer; only those that fit are kept, and not without limit.
const known = new Set<string>();
const KNOWN_AT_MOST = 256;

/** Names and signature. Not checked: dates, constraints, purpose. */
export function isSignedBy(subject: CertificateFacts, issuer: CertificateFacts): boolean {
  const pair = `${subject.sha256} ${issuer.sha256}`;
  if (known.has(pair)) return true;
  if (!subject.x509.checkIssued(issuer.x509) || !subject.x509.verify(issuer.publicKey)) return false;
  const [oldest] = known;
  if (known.size === KNOWN_AT_MOST && oldest !== undefined) known.delete(oldest);
  known.add(pair);
  return true;
}

// Puts certificates that came in any order into the order of a chain, by who issued whom.

import type { CertificateFacts } from "./read.ts";

/** Issuer first, as far up as `certificates` reach, DER. Signatures are not checked: see `verifyChain`. */
export function chainAbove(own: CertificateFacts, certificates: readonly CertificateFacts[]): Uint8Array[] {
  const chain: Uint8Array[] = [];
  let last = own;
  while (chain.length < certificates.length) {
    const subject = last;
    const issuer = certificates.find(
      (candidate) => candidate.sha256 !== subject.sha256 && subject.x509.checkIssued(candidate.x509),
    );
    if (!issuer || chain.includes(issuer.der)) break;
    chain.push(issuer.der);
    last = issuer;
  }
  return chain;
}

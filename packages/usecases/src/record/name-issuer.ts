// The issuer as a record names him: the certificate is fixed when the record is written, whichever key is in force later.

import type { MessageFacts } from "@posthorn/db";

export function withCertificate(facts: MessageFacts, certificateSha256: string | null): MessageFacts {
  if (certificateSha256 === null) return facts;
  return { ...facts, issuer: { ...facts.issuer, certificate_sha256: certificateSha256 } };
}

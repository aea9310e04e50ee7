// Whether a certificate is the one with which a Belgian card says who holds it, and not the one with which he signs.

import { assuranceOf } from "@posthorn/domain";
import { OID, readConstraints, readPolicies } from "@posthorn/pki";
import { refused } from "./refuse.ts";

/**
 * Digital signature and not non-repudiation, client authentication where purposes are named, and a policy for
 * authentication by citizen's or foreigner's card: exactly those for which a level is known. Answers the policies.
 * Throws AppError `eid_certificate_purpose`.
 */
export function requireAuthenticationCertificate(certificate: Uint8Array): readonly string[] {
  const { ca, keyUsage, extendedKeyUsage } = readConstraints(certificate);
  const policies = readPolicies(certificate);
  const uses = keyUsage?.includes("digitalSignature") === true && !keyUsage.includes("nonRepudiation");
  const purpose = extendedKeyUsage.length === 0 || extendedKeyUsage.includes(OID.clientAuth);
  const forCards =
    policies.length > 0 &&
    policies.every((policy) => assuranceOf({ method: "eid", policies: [policy], country: "BE" }));
  if (ca || !uses || !purpose || !forCards) throw refused("eid_certificate_purpose");
  return policies;
}

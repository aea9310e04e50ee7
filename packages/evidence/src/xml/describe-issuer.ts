// Who issued the evidence, and the certificate of the seal in force when it was written (ETSI EN 319 522-3 §5.2.6).

import type { EvidenceFacts } from "@posthorn/domain";
import { digestOf } from "./describe-digest.ts";
import { identity } from "./describe-identity.ts";
import { element, type XmlElement } from "./write.ts";

export function describeIssuer(facts: EvidenceFacts): XmlElement {
  const { name, country, certificate_sha256: certificate } = facts.issuer;
  const named = certificate === undefined ? undefined : element("CertDigest", {}, ...digestOf(certificate));
  return element(
    "e:EvidenceIssuerDetails",
    {},
    identity({ LegalName: name, Country: country }),
    named && element("e:CertificateDetails", {}, element("CertID", {}, named)),
  );
}

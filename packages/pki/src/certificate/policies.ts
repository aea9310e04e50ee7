// Under which policies a certificate was issued (RFC 5280 §4.2.1.4).

import { OID } from "../der/oids.ts";
import { children, dottedOid, reading } from "../der/read.ts";
import { readExtensions } from "./read.ts";

/** Object identifiers, none where the certificate names none. Not checked: that its issuers allow them. Throws PkiError `malformed`. */
export function readPolicies(certificate: Uint8Array): string[] {
  return reading("an X.509 certificate", () => {
    const found = readExtensions(certificate).find(({ id }) => id === OID.certificatePolicies);
    return children(found?.value).map((policy) => dottedOid(children(policy)[0]));
  });
}

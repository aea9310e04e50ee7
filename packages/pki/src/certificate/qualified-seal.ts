// Whether a certificate claims to be a qualified one for electronic seals (ETSI EN 319 412-5 §4.2). A claim, not trust.

import { children, dottedOid, reading } from "../der/read.ts";
import { OID } from "../der/oids.ts";
import { readExtensions } from "./read.ts";

const QC_COMPLIANCE = "0.4.0.1862.1.1";

/** Throws PkiError `malformed`. Not checked here: that the issuer stands on a trusted list. */
export function claimsQualifiedSeal(certificate: Uint8Array): boolean {
  return reading("an X.509 certificate", () => {
    const found = readExtensions(certificate).find(({ id }) => id === OID.qcStatements);
    const statements = children(found?.value).map((statement) => children(statement));
    const types = statements
      .filter(([id]) => id && dottedOid(id) === OID.qcType)
      .flatMap(([, value]) => children(value).map(dottedOid));
    return statements.some(([id]) => id && dottedOid(id) === QC_COMPLIANCE) && types.includes(OID.qcTypeSeal);
  });
}

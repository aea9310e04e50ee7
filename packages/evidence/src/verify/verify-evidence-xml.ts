// Checks sealed evidence from its octets alone, without the service that made it (ETSI EN 319 102-1 §5).

import { leafValue } from "../record/leaf-value.ts";
import { readSeal } from "../xades/read-seal.ts";
import { readCarriedRecord } from "../xml/read-record.ts";
import { checkRecord } from "./check-record.ts";
import { checkSeal, type TrustOptions } from "./check-seal.ts";
import { startVerification, type EvidenceReport } from "./report.ts";

/**
 * A report for any input whatever; never throws for bad evidence.
 * TOTAL-PASSED: nothing was changed, a trusted certificate valid at the proven time sealed it, a trusted authority
 * stamped the record, and the XML says what the record says.
 * Not checked: revocation of either certificate, and whether other records of the delivery exist.
 */
export function verifyEvidenceXml(xml: string, trust: TrustOptions): EvidenceReport {
  const verification = startVerification();
  const seal = verification.check("format", () => [
    readSeal(xml),
    "one enveloped signature over the whole document",
  ]);
  if (!seal) return verification.report();
  checkSeal(seal, trust, verification);
  try {
    const record = readCarriedRecord(seal.evidence);
    verification.found.facts = record.facts;
    verification.found.leaf = Buffer.from(leafValue(record.random, record.canonical)).toString("hex");
    checkRecord(record, seal.references[0].covered, trust.timestampRoots, verification);
  } catch (error) {
    verification.check("record_matches", () => {
      throw error;
    });
  }
  return verification.report();
}

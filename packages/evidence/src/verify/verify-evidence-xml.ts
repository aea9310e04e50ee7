// Checks sealed evidence from its octets alone, without the service that made it (ETSI EN 319 102-1 §5).

import { judgeEvidence } from "./judge-evidence.ts";
import type { EvidenceReport } from "./report.ts";
import { settingOfRoots, type TrustOptions } from "./setting.ts";

/**
 * A report for any input whatever; never throws for bad evidence.
 * TOTAL-PASSED: nothing was changed, a trusted certificate valid at the proven time sealed it, a trusted authority
 * stamped the record, and the XML says what the record says.
 * Not checked: revocation of either certificate, whether the authorities' own certificates have ended since, and whether
 * other records of the delivery exist. `verifyFile` asks the first two.
 */
export function verifyEvidenceXml(xml: string, trust: TrustOptions): EvidenceReport {
  return judgeEvidence(xml, settingOfRoots(trust)).report;
}

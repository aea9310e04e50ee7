// The verification of one file, whatever it is: a proof, evidence XML, a bundle, or something else (EN 319 102-1 §5.1).

import type { EvidenceFacts } from "@posthorn/domain";
import type { Trust } from "../trust/trust.ts";
import { compareParts } from "./compare-parts.ts";
import type { FileDigest, FileReport } from "./file-report.ts";
import { judgeBundle } from "./judge-bundle.ts";
import { recordOf, startJudging, type JudgedFile, type JudgeOnce } from "./judged-file.ts";
import { judgePdf } from "./judge-pdf.ts";
import { startChecks, type Checks } from "./report.ts";
import { NO_MATERIAL, settingOf } from "./setting.ts";

/** No proof or bundle is larger: they hold no content of messages. */
export const MAX_FILE_OCTETS = 64 * 1024 * 1024;

export interface FileToVerify {
  /** For the report only: what a file is, its octets say. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * A report for any input whatever: nothing is fetched, nothing is run, memory and time are bounded, bad input never
 * throws. `beside`: files that the reader has, to be compared with the parts of the message.
 * TOTAL-PASSED: whole; sealed by a trusted provider whose certificate was valid and not revoked, proven by trusted
 * timestamps; every evidence inside passes too; records follow one another; files beside are parts, bit for bit.
 * `itself` leaves the files beside out: a sound proof stays one, whatever somebody holds against it.
 * Not checked: what the pages of a PDF show beyond its attached evidence, which decides; and what the newest timestamp's
 * own token carries unsigned (certificates sent along that no path needs).
 */
export async function verifyFile(
  file: FileToVerify,
  beside: readonly FileDigest[],
  trust: Trust,
): Promise<FileReport> {
  const checks = startChecks();
  const judged = judge(file.bytes, trust, checks);
  const { indication, subIndication } = checks.verdict();
  const parts = compareParts(judged.records, beside, checks.check);
  return {
    file: file.name,
    kind: judged.kind,
    ...checks.verdict(),
    itself: { indication, ...(subIndication ? { subIndication } : {}) },
    seal: judged.seal,
    records: judged.records.map(({ facts }): EvidenceFacts => facts),
    evidence: judged.evidence,
    parts,
    log: judged.log,
    complete: judged.complete,
  };
}

const UNREADABLE: JudgedFile = {
  kind: "unknown",
  seal: null,
  records: [],
  evidence: [],
  log: [],
  material: NO_MATERIAL,
  complete: null,
};

function judge(bytes: Uint8Array, trust: Trust, checks: Checks): JudgedFile {
  const once = startJudging();
  const setting = settingOf(trust);
  const head = Buffer.from(bytes.subarray(0, 64)).toString("latin1");
  if (bytes.length > MAX_FILE_OCTETS) return refuse(checks, "the file is larger than any proof");
  if (bytes.length === 0) return refuse(checks, "the file is empty");
  if (head.startsWith("%PDF-")) return judgePdf(bytes, trust, setting, once, checks);
  if (head.startsWith("PK\u0003\u0004")) return judgeBundle(bytes, trust, setting, once, checks);
  if (/^(?:\u00ef\u00bb\u00bf)?\s*</u.test(head)) return judgeXml(bytes, once, checks, setting);
  return refuse(checks, "neither a PDF, nor XML, nor a bundle");
}

function refuse({ check }: Checks, detail: string): JudgedFile {
  check("format", () => {
    throw new TypeError(detail);
  });
  return UNREADABLE;
}

function judgeXml(
  bytes: Uint8Array,
  once: JudgeOnce,
  checks: Checks,
  setting: ReturnType<typeof settingOf>,
): JudgedFile {
  const judged = once(bytes, setting);
  checks.adopt(judged.report);
  return {
    ...UNREADABLE,
    kind: judged.seal ? "evidence" : "unknown",
    seal: judged.seal,
    records: recordOf(judged),
    evidence: [judged.report],
    material: judged.material,
  };
}

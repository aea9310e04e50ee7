// What the judgement of each kind of file gives to the report, and the cache that judges the same evidence once.

import { createHash } from "node:crypto";
import type { EvidenceFacts } from "@posthorn/domain";
import type { ValidationMaterial } from "@posthorn/pki";
import type { FileKind, LogFindings, SealFindings } from "./file-report.ts";
import { judgeEvidence, type JudgedEvidence } from "./judge-evidence.ts";
import type { EvidenceReport } from "./report.ts";
import type { Setting } from "./setting.ts";

/** A record whose leaf could be recomputed. */
export interface FoundRecord {
  readonly facts: EvidenceFacts;
  /** Lower-case hex. */
  readonly leaf: string;
}

export interface JudgedFile {
  readonly kind: FileKind;
  readonly seal: SealFindings | null;
  readonly records: readonly FoundRecord[];
  readonly evidence: readonly EvidenceReport[];
  readonly log: readonly LogFindings[];
  readonly material: ValidationMaterial;
  /** Of a bundle: whether its chain is closed and whole. */
  readonly complete: boolean | null;
}

/** Judges evidence; the same octets once, where the first judgement holds for the second as well. */
export type JudgeOnce = (xml: Uint8Array, setting: Setting) => JudgedEvidence;

export function startJudging(): JudgeOnce {
  const passed = new Map<
    string,
    { readonly control: Temporal.Instant | null; readonly judged: JudgedEvidence }
  >();
  return (xml, setting) => {
    const key = createHash("sha256").update(xml).digest("hex");
    const known = passed.get(key);
    // what passes with a proof of its existence from later on passes with one from earlier
    if (known && isNotLater(setting.control, known.control)) return known.judged;
    const judged = judgeEvidence(decode(xml), setting);
    if (judged.report.indication === "TOTAL-PASSED") passed.set(key, { control: setting.control, judged });
    return judged;
  };
}

function isNotLater(a: Temporal.Instant | null, b: Temporal.Instant | null): boolean {
  return a !== null && b !== null && Temporal.Instant.compare(a, b) <= 0;
}

/** Evidence is UTF-8; other octets give a character that no seal fits. */
function decode(xml: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(xml);
}

export function recordOf({ record, report }: Pick<JudgedEvidence, "record" | "report">): FoundRecord[] {
  return record && report.leaf !== null ? [{ facts: record.facts, leaf: report.leaf }] : [];
}

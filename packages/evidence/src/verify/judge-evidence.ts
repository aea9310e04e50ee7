// Judges one sealed evidence: seal, times, record and signer, each check in its order (ETSI EN 319 102-1 §5.6).

import type { ValidationMaterial } from "@posthorn/pki";
import { leafValue } from "../record/leaf-value.ts";
import { readSeal, type ReadSeal } from "../xades/read-seal.ts";
import { readCarriedRecord, type CarriedRecord } from "../xml/read-record.ts";
import { checkRecordMatches, checkRecordStamp } from "./check-record.ts";
import { checkSeal, findSigner, sha256 } from "./check-seal.ts";
import { checkSigner } from "./check-signer.ts";
import { checkTimes, type ProvenTimes } from "./check-times.ts";
import { describeSeal, levelOf } from "./describe-seal.ts";
import type { SealFindings } from "./file-report.ts";
import { startChecks, type Checks, type EvidenceReport } from "./report.ts";
import { joinMaterial, NO_MATERIAL, type Setting } from "./setting.ts";

export interface JudgedEvidence {
  readonly report: EvidenceReport;
  /** Null where no seal could be read. */
  readonly seal: SealFindings | null;
  readonly record: CarriedRecord | null;
  /** What it carries for the long term. */
  readonly material: ValidationMaterial;
}

/** For any input whatever; never throws for bad evidence. */
export function judgeEvidence(xml: string, setting: Setting): JudgedEvidence {
  const checks = startChecks();
  const seal = checks.check("format", () => [
    readSeal(xml),
    "one enveloped signature over the whole document",
  ]);
  if (!seal) {
    const nothing = { facts: null, leaf: null, signedBy: null, signedAt: null, stampedAt: null };
    return { report: { ...checks.verdict(), ...nothing }, seal: null, record: null, material: NO_MATERIAL };
  }
  const material = joinMaterial(seal.material, setting.material);
  const signer = checkSeal(seal, checks.check);
  const times = checkTimes(
    {
      stamps: seal.timestamps.map((token) => ({ token, digest: () => sha256(seal.stampedValue) })),
      archives: seal.archives.map(({ token, covered }) => ({ token, digest: () => sha256(covered) })),
    },
    setting,
    material,
    checks.check,
  );
  const { record, leaf, stampedAt } = judgeRecord(seal, times, setting, material, checks);
  const anchor =
    signer &&
    checkSigner(
      { certificate: signer, carried: seal.certificates, signedAt: times.signedAt, madeAfter: stampedAt },
      setting,
      material,
      checks.check,
    );
  return {
    report: {
      ...checks.verdict(),
      facts: record?.facts ?? null,
      leaf,
      signedBy: namedSigner(seal)?.subjectName ?? null,
      signedAt: times.signedAt,
      stampedAt,
    },
    seal: describeSeal(namedSigner(seal), levelOf(seal, seal.material), times, anchor),
    record,
    material: seal.material,
  };
}

function judgeRecord(
  seal: ReadSeal,
  { signedAt }: ProvenTimes,
  setting: Setting,
  material: ValidationMaterial,
  { check }: Checks,
) {
  try {
    const record = readCarriedRecord(seal.evidence);
    const leaf = Buffer.from(leafValue(record.random, record.canonical)).toString("hex");
    const stampedAt = checkRecordStamp(record, signedAt, setting, material, check) ?? null;
    checkRecordMatches(record, seal.references[0].covered, check);
    return { record, leaf, stampedAt };
  } catch (error) {
    check("record_matches", () => {
      throw error;
    });
    return { record: null, leaf: null, stampedAt: null };
  }
}

function namedSigner(seal: ReadSeal) {
  try {
    return findSigner(seal);
  } catch {
    return undefined;
  }
}

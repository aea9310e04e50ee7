// Judges a container: that its seal covers every file, every proof and evidence inside, the chain, and the log.

import type { Trust } from "../trust/trust.ts";
import { checkChain, inOrder, isComplete } from "./check-chain.ts";
import { checkKept, IS_KEPT } from "./check-kept.ts";
import { checkLog, placesInBundle } from "./check-log.ts";
import { describeSeal, levelOf } from "./describe-seal.ts";
import type { SealFindings } from "./file-report.ts";
import { judgeSigner, namedCertificate, openCms } from "./judge-cms.ts";
import { recordOf, type FoundRecord, type JudgedFile, type JudgeOnce } from "./judged-file.ts";
import { judgeOwnRecord } from "./judge-own-record.ts";
import { isEvidence, judgePdf } from "./judge-pdf.ts";
import { readManifest } from "./zip/read-manifest.ts";
import { CheckFailure, startChecks, type Checks, type MakeCheck } from "./report.ts";
import { joinMaterial, NO_MATERIAL, type Setting } from "./setting.ts";
import { readZip, type ZipFile } from "./zip/read-zip.ts";

const IS_RECORD = /^records\/[^/]+\.json$/u;

/** Never throws for a bad file: what cannot be read is a failed check. */
export function judgeBundle(
  bytes: Uint8Array,
  trust: Trust,
  setting: Setting,
  judge: JudgeOnce,
  checks: Checks,
): JudgedFile {
  const { check } = checks;
  const nothing = { seal: null, records: [], evidence: [], log: [], material: NO_MATERIAL, complete: false };
  const files = check("format", () => [readZip(bytes), "a container whose files can all be read"]);
  if (!files) return { kind: "unknown", ...nothing };
  const ours = files.filter(({ path }) => !IS_KEPT.test(path));
  const proofs = ours.filter(isPdf).map((file) => judgeInside(file, trust, setting, judge, checks));
  const material = joinMaterial(...proofs.map((proof) => proof.material));
  const judgeInner = (xml: Uint8Array) => {
    const alone = judge(xml, setting);
    // where it has no long-term data of its own, those of the proofs around it serve
    return alone.report.indication === "TOTAL-PASSED" ? alone : judge(xml, { ...setting, material });
  };
  const judged = ours
    .filter((file) => isEvidence(file.bytes))
    .map((file) => ({ file, judged: judgeInner(file.bytes) }));
  for (const { file, judged: one } of judged) {
    const why = one.report.checks.find(({ ok }) => !ok)?.detail ?? "passes by itself";
    if (one.report.indication !== "TOTAL-PASSED")
      checks.takeOver("attached_evidence", one.report, `${file.path}: ${why}`);
  }
  const known = joinMaterial(material, ...judged.map((one) => one.judged.material));
  const seal = judgeContainer(files, { ...setting, material: known }, check);
  const own = files
    .filter(({ path }) => IS_RECORD.test(path))
    .map((file) => judgeOwnRecord(file, { ...setting, material: known }, checks));
  const records = inOrder([
    ...judged.flatMap((one) => recordOf(one.judged)),
    ...proofs.flatMap((proof) => proof.records),
    ...own.flatMap(recordOf),
  ]);
  requireEvidence(records, proofs.length + judged.length, checks);
  checkChain(records, true, check);
  checkKept(files, records, seal !== null, check);
  return {
    kind: "bundle",
    seal: seal ?? proofs[0]?.seal ?? judged[0]?.judged.seal ?? null,
    records,
    evidence: [...judged.map((one) => one.judged), ...own].map(({ report }) => report),
    log: checkLog(placesInBundle(files), records, trust, check),
    material: known,
    complete: isComplete(records),
  };
}

function isPdf({ bytes }: ZipFile): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString("latin1") === "%PDF-";
}

function judgeInside(
  file: ZipFile,
  trust: Trust,
  setting: Setting,
  judge: JudgeOnce,
  checks: Checks,
): JudgedFile {
  const own = startChecks();
  const judged = judgePdf(file.bytes, trust, setting, judge, own);
  const verdict = own.verdict();
  if (verdict.indication !== "TOTAL-PASSED") {
    const why = verdict.checks.find(({ ok }) => !ok)?.detail ?? "not passed";
    checks.takeOver("attached_evidence", verdict, `${file.path}: ${why}`);
  }
  return judged;
}

function requireEvidence(records: readonly FoundRecord[], files: number, { check, verdict }: Checks): void {
  if (verdict().checks.some(({ name, ok }) => name === "attached_evidence" && !ok)) return;
  check("attached_evidence", () => {
    if (records.length === 0) {
      throw new CheckFailure("INDETERMINATE", "SIG_CONSTRAINTS_FAILURE", "the container holds no evidence");
    }
    return [true, `${files} proofs and evidence files pass by themselves`];
  });
}

/** The seal of the container as a whole; without one each file is judged by itself and the chain shows what is missing. */
function judgeContainer(files: readonly ZipFile[], setting: Setting, check: MakeCheck): SealFindings | null {
  const manifest = check("contents", () => {
    const found = readManifest(files);
    return [
      found,
      found ? "the sealed list names every file with its digest" : "the container has no seal of its own",
    ];
  });
  if (!manifest) return null;
  const cms = openCms(manifest.signature, manifest.content, [], setting, setting.material, check);
  if (!cms) return null;
  // the container is packed when somebody asks; what proves anything is inside and has its own long-term data
  const anchor = judgeSigner(
    cms,
    { madeAfter: null, statusOptional: true },
    setting,
    setting.material,
    check,
  );
  const level = levelOf({ timestamps: cms.timestamps, archives: [] }, NO_MATERIAL);
  return describeSeal(namedCertificate(cms.signed), level, cms.times, anchor);
}

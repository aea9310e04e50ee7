// Judges a container: that its seal covers every file, every proof and evidence inside, the chain, and the log.

import { canonicalJson, type EvidenceFacts, type LogProof } from "@posthorn/domain";
import { leafValue } from "../record/leaf-value.ts";
import { verifyLogProof } from "../log/verify-log-proof.ts";
import type { Trust } from "../trust/trust.ts";
import { checkChain, inOrder, isComplete } from "./check-chain.ts";
import { checkRecordStamp } from "./check-record.ts";
import { describeSeal, levelOf } from "./describe-seal.ts";
import type { LogFindings, SealFindings } from "./file-report.ts";
import { judgeSigner, namedCertificate, openCms } from "./judge-cms.ts";
import { recordOf, type FoundRecord, type JudgedFile, type JudgeOnce } from "./judged-file.ts";
import { isEvidence, judgePdf } from "./judge-pdf.ts";
import { readManifest } from "./zip/read-manifest.ts";
import { CheckFailure, startChecks, type Checks, type MakeCheck } from "./report.ts";
import { joinMaterial, NO_MATERIAL, type Setting } from "./setting.ts";
import { readZip, type ZipFile } from "./zip/read-zip.ts";

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
  const proofs = files.filter(isPdf).map((file) => judgeInside(file, setting, judge, checks));
  const material = joinMaterial(...proofs.map((proof) => proof.material));
  const inner = { ...setting, material };
  const judged = files
    .filter((file) => isEvidence(file.bytes))
    .map((file) => ({ file, judged: judge(file.bytes, inner) }));
  for (const { file, judged: one } of judged) {
    const why = one.report.checks.find(({ ok }) => !ok)?.detail ?? "passes by itself";
    if (one.report.indication !== "TOTAL-PASSED")
      checks.takeOver("attached_evidence", one.report, `${file.path}: ${why}`);
  }
  const known = joinMaterial(material, ...judged.map((one) => one.judged.material));
  const seal = judgeContainer(files, { ...setting, material: known }, check);
  const own = files.filter(({ path }) => /^records\/[^/]+\.json$/u.test(path));
  const records = inOrder([
    ...judged.flatMap((one) => recordOf(one.judged)),
    ...proofs.flatMap((proof) => proof.records),
    ...own.flatMap((file) => readOwnRecord(file, { ...setting, material: known }, check)),
  ]);
  requireEvidence(records, proofs.length + judged.length, checks);
  checkChain(records, true, check);
  return {
    kind: "bundle",
    seal: seal ?? proofs[0]?.seal ?? judged[0]?.judged.seal ?? null,
    records,
    evidence: judged.map((one) => one.judged.report),
    log: checkLog(files, records, trust, check),
    material: known,
    complete: isComplete(records),
  };
}

function isPdf({ bytes }: ZipFile): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString("latin1") === "%PDF-";
}

function judgeInside(file: ZipFile, setting: Setting, judge: JudgeOnce, checks: Checks): JudgedFile {
  const own = startChecks();
  const judged = judgePdf(file.bytes, setting, judge, own);
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

/** A record of our own types, which the standard has no XML for: its canonical JSON, random and timestamp. */
function readOwnRecord(file: ZipFile, setting: Setting, check: MakeCheck): FoundRecord[] {
  const read = check("record_matches", () => {
    const carried = parseOwnRecord(Buffer.from(file.bytes).toString("utf8"));
    return [carried, `${file.path} is a canonical record`];
  });
  if (!read) return [];
  checkRecordStamp(read, null, setting, setting.material, check);
  return [{ facts: read.facts, leaf: Buffer.from(leafValue(read.random, read.canonical)).toString("hex") }];
}

function parseOwnRecord(text: string) {
  const { record, random, stamp } = asObject(JSON.parse(text));
  const { token, path, gen_time: genTime } = asObject(stamp);
  const { index, size, hashes } = asObject(path);
  const canonical = asText(record);
  const facts: unknown = JSON.parse(canonical);
  if (!isFacts(facts) || canonicalJson(facts) !== canonical) throw new TypeError("not a canonical record");
  return {
    facts,
    canonical,
    random: new Uint8Array(Buffer.from(asText(random), "base64")),
    token: new Uint8Array(Buffer.from(asText(token), "base64")),
    path: {
      index: Number(index),
      size: Number(size),
      hashes: Array.isArray(hashes) ? hashes.map(asText) : [],
    },
    genTime: Temporal.Instant.from(asText(genTime)),
  };
}

function isFacts(value: unknown): value is EvidenceFacts {
  const { delivery, seq, prev_hash: previous, parts } = asObject(value);
  return (
    typeof delivery === "string" &&
    typeof seq === "number" &&
    typeof previous === "string" &&
    Array.isArray(parts)
  );
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new TypeError("not an object");
  return value as Readonly<Record<string, unknown>>;
}

function asText(value: unknown): string {
  if (typeof value !== "string") throw new TypeError("not a text");
  return value;
}

function checkLog(
  files: readonly ZipFile[],
  records: readonly FoundRecord[],
  { logKey, witnessKeys, timestampAnchors }: Trust,
  check: MakeCheck,
): LogFindings[] {
  const leaves = new Set(records.map(({ leaf }) => leaf));
  const timestampRoots = timestampAnchors.map(({ certificate }) => certificate);
  return files
    .filter(({ path }) => /^log\/[^/]+\.json$/u.test(path))
    .flatMap((file): LogFindings[] => {
      const found = check("log", () => {
        const proof = parseLogProof(Buffer.from(file.bytes).toString("utf8"));
        const findings = verifyLogProof(proof, { logKey, witnessKeys, timestampRoots });
        if (!findings.included || !leaves.has(proof.leaf)) {
          throw new CheckFailure(
            "TOTAL-FAILED",
            "HASH_FAILURE",
            `${file.path}: the record does not stand in the log as it says`,
          );
        }
        if (logKey !== null && !findings.checkpointSigned) {
          throw new CheckFailure(
            "TOTAL-FAILED",
            "SIG_CRYPTO_FAILURE",
            `${file.path}: the log did not sign that state`,
          );
        }
        return [findings, `${file.path}: entry ${findings.index} of ${findings.treeSize}`];
      });
      return found ? [found] : [];
    });
}

function parseLogProof(text: string): LogProof {
  const { index, leaf, inclusion, checkpoint, timestamp } = asObject(JSON.parse(text));
  if (!Number.isSafeInteger(index) || !Array.isArray(inclusion)) throw new TypeError("no proof of the log");
  return {
    index: Number(index),
    leaf: asText(leaf),
    inclusion: inclusion.map(asText),
    checkpoint: asText(checkpoint),
    timestamp: timestamp === null || timestamp === undefined ? null : asText(timestamp),
  };
}

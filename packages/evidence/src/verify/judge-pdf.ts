// Judges a proof: seal over the whole file, its times up to B-LTA, and the evidence attached to it (EN 319 142-1 §5, §6).

import type { Trust } from "../trust/trust.ts";
import { sha256 } from "./check-seal.ts";
import { checkChain, inOrder } from "./check-chain.ts";
import { checkLog, placesInProof } from "./check-log.ts";
import { describeSeal, levelOf } from "./describe-seal.ts";
import { judgeSigner, namedCertificate, openCms, type OpenCms } from "./judge-cms.ts";
import type { JudgedEvidence } from "./judge-evidence.ts";
import { recordOf, type JudgedFile, type JudgeOnce } from "./judged-file.ts";
import { openPdf, type OpenPdf } from "./pdf/open-pdf.ts";
import { readAttachments } from "./pdf/read-attachments.ts";
import { readMaterial, readSignatures, type FoundSignature } from "./pdf/read-signatures.ts";
import { CheckFailure, type Checks, type MakeCheck } from "./report.ts";
import { joinMaterial, NO_MATERIAL, type Setting } from "./setting.ts";

/** Looked for where evidence has its root; whether it is evidence is then judged. */
const EVIDENCE_ROOT = /^\uFEFF?\s*(?:<\?xml [^?]*\?>\s*)?<(?:[\w.-]+:)?Evidence[\s>]/u;
const HEAD = 400;

export function isEvidence(bytes: Uint8Array): boolean {
  return EVIDENCE_ROOT.test(Buffer.from(bytes.subarray(0, HEAD)).toString("utf8"));
}

/** Never throws for a bad file: what cannot be read is a failed check. */
export function judgePdf(
  bytes: Uint8Array,
  trust: Trust,
  setting: Setting,
  judge: JudgeOnce,
  checks: Checks,
): JudgedFile {
  const { check } = checks;
  const nothing = { seal: null, records: [], evidence: [], log: [], material: NO_MATERIAL, complete: null };
  const opened = check("format", () => [openWhole(bytes), "a PDF of consistent structure"]);
  if (!opened) return { kind: "unknown", ...nothing };
  const { signatures, attachments, places, material } = opened;
  const [seal, ...later] = signatures;
  if (!seal) {
    failUnsealed(check);
    return { kind: "unknown", ...nothing };
  }
  checkRanges(seal, later, check);
  const archives = later
    .filter(({ kind }) => kind === "timestamp")
    .map(({ cms, signed }) => ({ token: cms, digest: () => sha256(signed) }));
  const all = joinMaterial(material, setting.material);
  const cms = openCms(seal.cms, seal.signed, archives, setting, all, check);
  const judged = attachments.map((xml) => judgeAttached(xml, cms, { ...setting, material: all }, judge));
  const anchor = cms && judgeSigner(cms, { madeAfter: newestSeal(judged) }, setting, all, check);
  checkAttached(judged, checks);
  const found = judged.flatMap(recordOf);
  const records = inOrder(found);
  checkChain(records, false, check);
  const level = levelOf({ timestamps: cms?.timestamps ?? [], archives }, material);
  return {
    ...nothing,
    kind: judged.length > 0 ? "proof" : "unknown",
    seal: cms ? describeSeal(namedCertificate(cms.signed), level, cms.times, anchor) : null,
    records,
    evidence: judged.map(({ report }) => report),
    log: checkLog(places, found, trust, check),
    material,
  };
}

function openWhole(bytes: Uint8Array) {
  const pdf: OpenPdf = openPdf(bytes);
  if (pdf.encrypted) throw new TypeError("the PDF is encrypted: proofs never are");
  const files = readAttachments(pdf);
  return {
    signatures: readSignatures(pdf),
    attachments: files.map((file) => file.bytes).filter(isEvidence),
    places: placesInProof(files),
    material: readMaterial(pdf),
  };
}

function failUnsealed(check: MakeCheck): void {
  check("signature", () => {
    throw new CheckFailure("INDETERMINATE", "NO_SIGNING_CERTIFICATE_FOUND", "the PDF carries no seal");
  });
}

/** One seal, first; after it only validation data and document timestamps; together they cover every byte. */
function checkRanges(seal: FoundSignature, later: readonly FoundSignature[], check: MakeCheck): void {
  check("byte_range", () => {
    if (seal.kind !== "seal") throw unclear("the first signature of the PDF is no seal");
    if (later.some(({ kind }) => kind === "seal"))
      throw unclear("another signature was added after the seal");
    for (const { coversRevision, after } of [seal, ...later]) {
      if (!coversRevision) throw changed("a signature leaves out part of the file");
      if (after === "content") throw changed("something was added or replaced after the seal");
    }
    return [true, "the seal covers the whole file; after it only validation data were added"];
  });
}

function unclear(detail: string): CheckFailure {
  return new CheckFailure("INDETERMINATE", "SIG_CONSTRAINTS_FAILURE", detail);
}

function changed(detail: string): CheckFailure {
  return new CheckFailure("TOTAL-FAILED", "FORMAT_FAILURE", detail);
}

/** What is attached existed when the seal around it did: that helps where it cannot stand by itself any more. */
function judgeAttached(
  xml: Uint8Array,
  cms: OpenCms | undefined,
  setting: Setting,
  judge: JudgeOnce,
): JudgedEvidence {
  const alone = judge(xml, setting);
  const around = cms?.signer && cms.times.signedAt;
  if (alone.report.indication === "TOTAL-PASSED" || !around || setting.control === null) return alone;
  return judge(xml, { ...setting, control: around });
}

/** The seal covers the attached seals: it was made after the newest of them. */
function newestSeal(judged: readonly JudgedEvidence[]): Temporal.Instant | null {
  const times = judged.flatMap(({ report }) => report.signedAt ?? []);
  return times.toSorted((a, b) => Temporal.Instant.compare(a, b)).at(-1) ?? null;
}

function checkAttached(judged: readonly JudgedEvidence[], { check, takeOver }: Checks): void {
  if (judged.length === 0) {
    check("attached_evidence", () => {
      throw unclear("the PDF carries no evidence of a registered delivery");
    });
    return;
  }
  const failed = judged.filter(({ report }) => report.indication !== "TOTAL-PASSED");
  for (const { report } of failed) {
    const why = report.checks.find(({ ok }) => !ok)?.detail ?? "not passed";
    takeOver("attached_evidence", report, `${report.facts?.type ?? "attached evidence"}: ${why}`);
  }
  if (failed.length === 0) {
    check("attached_evidence", () => [true, `${judged.length} attached evidence files pass by themselves`]);
  }
}

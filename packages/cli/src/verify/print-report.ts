// A report in the reader's words, for a terminal of any width.

import type { Language } from "@posthorn/domain";
import type { Check, FileReport, LogFindings, PartFindings, SealFindings } from "@posthorn/evidence";
import { textsFor, type Texts } from "@posthorn/texts";
import { tame } from "../command.ts";

type Words = Texts["verification"];

export function printReport(report: FileReport, language: Language): string {
  const words = textsFor(language).verification;
  const verdict = report.subIndication ? `${report.indication}, ${report.subIndication}` : report.indication;
  const { title, text } = headline(report, words);
  const lines = [
    `${tame(report.file)}: ${title} (${verdict})`,
    `  ${text}`,
    ...(report.itself.subIndication ? [`  ${words.subIndications[report.itself.subIndication]}`] : []),
    ...(report.complete === false && report.kind === "bundle" ? [`  ${words.report.incomplete}`] : []),
    "",
    ...facts(report, words).map(([name, value]) => `  ${name.padEnd(22)} ${value}`),
    ...(isUntrusted(report) ? [`  ${words.intact.compare}`] : []),
    "",
    `  ${words.report.checks}`,
    ...report.checks.flatMap((check) => describeCheck(check, words)),
    "",
  ];
  return `${lines.join("\n")}\n`;
}

function isUntrusted({ seal, itself }: FileReport): boolean {
  return (
    itself.indication === "INDETERMINATE" &&
    itself.subIndication === "NO_CERTIFICATE_CHAIN_FOUND" &&
    seal?.trust === "intact"
  );
}

/** Where only a file beside it fails, two things are said: what the proof is, and that the file is not of it. */
function headline(report: FileReport, words: Words): { readonly title: string; readonly text: string } {
  const { indication, itself } = report;
  const untrusted = isUntrusted(report);
  if (indication === "TOTAL-FAILED" && itself.indication !== "TOTAL-FAILED") {
    const { title, text } = words.beside;
    return { title, text: text[untrusted ? "intact" : itself.indication] };
  }
  return untrusted ? words.intact : words.indications[indication];
}

function facts(report: FileReport, words: Words): (readonly [string, string])[] {
  const { report: names } = words;
  const delivery = [...new Set(report.records.map((record) => record.delivery))];
  return [
    [names.file, names.kind[report.kind]],
    ...(report.seal ? describeSeal(report.seal, words) : []),
    ...(delivery.length > 0 ? [[names.delivery, tame(delivery.join(", "))] as const] : []),
    ...report.records.map(
      ({ seq, type, event_at: at }, index) =>
        [index === 0 ? names.records : "", tame(`${seq}. ${type}, ${at}`)] as const,
    ),
    ...report.parts.map(
      (part, index) => [index === 0 ? names.parts : "", describePart(part, words)] as const,
    ),
    ...report.log.map((log, index) => [index === 0 ? names.log : "", describeLog(log, words)] as const),
  ];
}

function describeSeal(seal: SealFindings, { report: names }: Words): (readonly [string, string])[] {
  const at = (instant: Temporal.Instant | null) => instant?.toString() ?? "–";
  return [
    [names.signer, tame(seal.signer)],
    [names.fingerprint, seal.fingerprint],
    [names.level, seal.level ?? "–"],
    [names.signedAt, at(seal.signedAt)],
    ...(seal.archivedAt ? [[names.archivedAt, at(seal.archivedAt)] as const] : []),
    [names.verifiesUntil, at(seal.verifiesUntil)],
    [names.anchor, seal.anchor === null ? "–" : tame(seal.anchor)],
  ];
}

function describePart({ name, size, sha256, compared }: PartFindings, { report: names }: Words): string {
  return `${tame(name)} (${size}), ${sha256}: ${names.compared[compared]}`;
}

function describeLog({ index, treeSize, origin, witnesses }: LogFindings, { report: names }: Words): string {
  const entry = names.logEntry({ index: String(index), size: String(treeSize) });
  return tame([entry, origin, ...witnesses].join(", "));
}

function describeCheck({ name, ok, detail }: Check, { checks }: Words): readonly string[] {
  const { title, tampered } = checks[name];
  return ok ? [`  + ${title}`] : [`  - ${title}`, `      ${tampered}`, `      [${tame(detail)}]`];
}

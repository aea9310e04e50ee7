// Evidence: records and their leaves, XML of EN 319 522-3 with its seal, proofs, and verification of all of these.

export type {
  BundleRecord,
  BundleRequest,
  BundleSeal,
  BundleSide,
  KeptFile,
} from "./bundle/bundle-request.ts";
export { bundleState, type BundleState } from "./bundle/describe-state.ts";
export { makeBundle } from "./bundle/make-bundle.ts";
export type { LintFinding, LintRecord, LintSet } from "./lint/chain.ts";
export { lintEvidence } from "./lint/lint-evidence.ts";
export * from "./merkle/hash-tree.ts";
export * from "./pades/sign-pdf.ts";
export { extendPdf, renewPdf } from "./pades/extend-pdf.ts";
export * from "./proofs/index.ts";
export { erasureReceiptXml } from "./receipt/erasure-receipt.ts";
export * from "./record/leaf-value.ts";
export * from "./verify/report.ts";
export { verifyEvidenceXml } from "./verify/verify-evidence-xml.ts";
export { type FileToVerify, MAX_FILE_OCTETS, verifyFile } from "./verify/verify-file.ts";
export type { TrustOptions } from "./verify/setting.ts";
export { fetchTrustedLists, type FetchListsOptions } from "./trust/fetch-trusted-lists.ts";
export { readTrustDirectory } from "./trust/read-trust-directory.ts";
export { anchorsOfPem, type Trust, type TrustAnchor, type TrustPeriod } from "./trust/trust.ts";
export { lastTimestampEnds, sealLevel } from "./longterm/seal-level.ts";
export type { LongTermPorts } from "./longterm/ports.ts";
export { extendXades, renewXades } from "./xades/extend-xades.ts";
export { archiveTimestamps, readSeal, type ArchiveTimestamp, type ReadSeal } from "./xades/read-seal.ts";
export { signXades, type XadesOptions } from "./xades/sign-xades.ts";
export { evidenceFormOf, evidenceXml, hasEvidenceXml } from "./xml/evidence-xml.ts";
export type { EvidenceForm, RecordStamp } from "./xml/describe-record.ts";
export type { LogProof } from "./log/log-proof.ts";
export { createWitnessClient, type WitnessClient, type WitnessOptions } from "./log/ask-witness.ts";
export {
  auditLog,
  type LogAudit,
  type LogFault,
  type LogFinding,
  type ShownRecord,
} from "./log/audit-log.ts";
export { checkpointDigest, createLogSigner, type LogSigner, readCheckpointNote } from "./log/checkpoint.ts";
export { createNoteKey, formatNoteKey, parseNoteKey } from "./log/note-key.ts";
export { cosignNote, verifyNote } from "./log/signed-note.ts";
export { verifyConsistency } from "./log/verify-consistency.ts";
export { type LogTrust, verifyLogProof } from "./log/verify-log-proof.ts";
export type {
  FileDigest,
  FileKind,
  FileReport,
  LogFindings,
  PartFindings,
  SealFindings,
  SignatureLevel,
} from "./verify/file-report.ts";

// Evidence: records and their leaves, XML of EN 319 522-3 with its seal, proofs, and verification of all of these.

export * from "./merkle/hash-tree.ts";
export * from "./pades/sign-pdf.ts";
export * from "./proofs/index.ts";
export * from "./record/leaf-value.ts";
export * from "./verify/report.ts";
export { verifyEvidenceXml } from "./verify/verify-evidence-xml.ts";
export type { TrustOptions } from "./verify/check-seal.ts";
export { signXades, type XadesOptions } from "./xades/sign-xades.ts";
export { EVIDENCE_FORM, evidenceXml, hasEvidenceXml, type RecordStamp } from "./xml/evidence-xml.ts";
export type { LogProof } from "./log/log-proof.ts";
export type {
  FileDigest,
  FileKind,
  FileReport,
  LogFindings,
  PartFindings,
  SealFindings,
  SignatureLevel,
} from "./verify/file-report.ts";

// What a report says about a seal: who, which level, when, and whose word that is.

import type { CertificateFacts, ValidationMaterial } from "@posthorn/pki";
import type { TrustAnchor } from "../trust/trust.ts";
import type { ProvenTimes } from "./check-times.ts";
import type { SealFindings, SignatureLevel } from "./file-report.ts";

/** Structural: what is there, whether or not it can be believed. */
export function levelOf(
  seal: { readonly timestamps: readonly unknown[]; readonly archives: readonly unknown[] },
  { ocsps, crls }: ValidationMaterial,
): SignatureLevel {
  if (seal.timestamps.length === 0) return "B-B";
  if (ocsps.length + crls.length === 0) return "B-T";
  return seal.archives.length === 0 ? "B-LT" : "B-LTA";
}

export function describeSeal(
  signer: CertificateFacts | undefined,
  level: SignatureLevel,
  times: ProvenTimes,
  anchor: TrustAnchor | undefined,
): SealFindings | null {
  if (!signer) return null;
  return {
    signer: signer.subjectName,
    fingerprint: signer.sha256,
    level,
    ...times,
    trust: anchor ? "trusted" : "intact",
    anchor: anchor?.source ?? null,
  };
}

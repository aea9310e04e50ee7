// Up to which record a proof reaches, and which proofs there are: the domain says which record proves what.

import { AppError, type EvidenceFacts, type ProofKind, provableKinds, provingRecord } from "@posthorn/domain";

/**
 * A proof of submission rests on its own record alone, so that it never changes; all others tell the story up to now.
 * Throws conflict `proof_not_available`, which names what there is.
 */
export function reachOf(kind: ProofKind, records: readonly EvidenceFacts[]): number {
  const basis = provingRecord(kind, records);
  const latest = records.at(-1);
  if (!basis || !latest) {
    const kinds = provableKinds(records).join(", ") || "none yet";
    throw new AppError("conflict", "proof_not_available", {
      detail: `There is no ${kind} for this delivery; available: ${kinds}.`,
    });
  }
  return kind === "proof_of_submission" ? basis.seq : latest.seq;
}

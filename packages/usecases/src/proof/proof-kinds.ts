// Which proof rests on which records: what there is decides what can be proved.

import type { ProofKind } from "@posthorn/db";
import { AppError } from "@posthorn/domain";

export interface RecordHead {
  readonly seq: number;
  readonly type: string;
  /** Of a notification: the notice's round failed for good and nothing stood. */
  readonly id: string;
}

const BASIS: Record<ProofKind, readonly string[]> = {
  proof_of_submission: ["SubmissionAcceptance"],
  proof_of_notification: ["NotificationForAcceptance"],
  proof_of_non_notification: ["NotificationForAcceptanceFailure"],
  proof_of_collection: ["ContentConsignment"],
  proof_of_refusal: ["ConsignmentRejection"],
  proof_of_expiry: ["AcceptanceRejectionExpiry"],
};

export const PROOF_KINDS = Object.keys(BASIS) as readonly ProofKind[];

export function isProofKind(value: string): value is ProofKind {
  return Object.hasOwn(BASIS, value);
}

/** Kinds that these records can prove now. */
export function availableProofs(records: readonly Pick<RecordHead, "type">[]): readonly ProofKind[] {
  const types = new Set(records.map((record) => record.type));
  return PROOF_KINDS.filter((kind) => BASIS[kind].some((type) => types.has(type)));
}

/**
 * Up to which record a proof of this kind reaches: submission rests on its own record alone, so that it never changes;
 * all others tell the story up to now. Throws conflict `proof_not_available`.
 */
export function reachOf(kind: ProofKind, records: readonly RecordHead[]): number {
  const basis = records.filter((record) => BASIS[kind].includes(record.type));
  const first = basis[0];
  const latest = records.at(-1);
  if (!first || !latest) {
    throw new AppError("conflict", "proof_not_available", {
      detail: `There is no ${kind} for this delivery; available: ${availableProofs(records).join(", ") || "none yet"}.`,
    });
  }
  return kind === "proof_of_submission" ? first.seq : latest.seq;
}

// Which record a proof rests on: what was recorded decides what can be proved, and a notice that failed proves nothing.

import type { CarrierFacts, NoticeFacts } from "./facts.ts";

export const PROOF_KINDS = [
  "proof_of_submission",
  "proof_of_notification",
  "proof_of_non_notification",
  "proof_of_collection",
  "proof_of_refusal",
  "proof_of_expiry",
  "proof_of_posting",
  "proof_of_post_outcome",
] as const;
export type ProofKind = (typeof PROOF_KINDS)[number];

export function isProofKind(value: unknown): value is ProofKind {
  return PROOF_KINDS.includes(value as ProofKind);
}

/** What of a record decides. */
export interface ProvingFacts {
  readonly seq: number;
  readonly type: string;
  readonly notice?: Pick<NoticeFacts, "kind">;
  readonly carrier?: Pick<CarrierFacts, "outcome">;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

/** The record of one delivery's chain that proves it, or null. Any order; evidence that came later may end a proof. */
export function provingRecord<R extends ProvingFacts>(kind: ProofKind, records: readonly R[]): R | null {
  const sorted = records.toSorted((a, b) => a.seq - b.seq);
  const last = (type: string): R | null => sorted.findLast((record) => record.type === type) ?? null;
  switch (kind) {
    case "proof_of_submission":
      return last("SubmissionAcceptance");
    case "proof_of_notification":
      return standingNotice(sorted);
    case "proof_of_non_notification":
      return sorted.findLast(isFailureOfWindow) ?? null;
    case "proof_of_collection":
      return last("ContentConsignment");
    case "proof_of_refusal":
      return last("ConsignmentRejection");
    case "proof_of_expiry":
      // Collected after it, before the letter was printed: that nobody collected is true no more.
      return last("ConsignmentAcceptance") === null ? last("AcceptanceRejectionExpiry") : null;
    case "proof_of_posting":
      return last("RelayToNonERDS");
    case "proof_of_post_outcome":
      return sorted.findLast(endsLetter) ?? null;
  }
}

/** Kinds that these records can prove now. */
export function provableKinds(records: readonly ProvingFacts[]): readonly ProofKind[] {
  return PROOF_KINDS.filter((kind) => provingRecord(kind, records) !== null);
}

/** What last opened a window: a notice, unless its mail failed before anybody used it, or a use that proved one. */
function standingNotice<R extends ProvingFacts>(sorted: readonly R[]): R | null {
  const notice = sorted.findLast(opensWindow);
  if (!notice) return null;
  const later = sorted.filter(({ seq }) => seq > notice.seq);
  // A repair voids the window, whatever opened it.
  if (later.some(({ type }) => type === "AddresseeContactRepaired")) return null;
  const decisive = later.find(
    (record) => record.type === "NotificationAccessTracking" || isFailureOfWindow(record),
  );
  const used = [notice.type, decisive?.type].includes("NotificationAccessTracking");
  return decisive && !used ? null : notice;
}

function opensWindow({ type, notice, details }: ProvingFacts): boolean {
  if (type === "NotificationAccessTracking") return details?.["opened_window"] === true;
  return type === "NotificationForAcceptance" && notice?.kind !== "reminder";
}

function isFailureOfWindow({ type, notice }: ProvingFacts): boolean {
  return type === "NotificationForAcceptanceFailure" && notice?.kind !== "reminder";
}

/** Stated by the carrier, not heard in time, or never posted; that a letter was presented, say, is no outcome. A later statement corrects. */
function endsLetter({ type, carrier, details }: ProvingFacts): boolean {
  if (type === "CarrierSilent" || type === "RelayToNonERDSFailure") return true;
  const outcome = carrier?.outcome ?? details?.["outcome"];
  return type === "CarrierStatement" && (outcome === "delivered" || outcome === "returned");
}

// Chooses the records a proof rests on; a proof whose record does not exist, or is not sealed yet, is not made.

import { AppError, isEventName, provingRecord, type ProofKind } from "@posthorn/domain";
import type { SealedRecord } from "./proof-request.ts";

export interface SelectedRecords {
  /** The record that the proof proves. */
  readonly primary: SealedRecord;
  /** Of a collection: the acceptance, and the handover where there was one. */
  readonly acceptance: SealedRecord | null;
  readonly handover: SealedRecord | null;
  /** What the track shows, by sequence. */
  readonly shown: readonly SealedRecord[];
}

/** Seconds after which a proof that is being sealed is worth asking for again. */
const RETRY_SECONDS = 2;

/**
 * Throws AppError `proof_not_available` (not_found) when the delivery has no such record, and `proof_being_sealed`
 * (conflict, retry after 2 s) when it has one without XML.
 */
export function selectRecords(kind: ProofKind, records: readonly SealedRecord[]): SelectedRecords {
  const sorted = records.toSorted((a, b) => a.facts.seq - b.facts.seq);
  const proving = provingRecord(
    kind,
    sorted.map(({ facts }) => facts),
  );
  const primary = sorted.find(({ facts }) => facts === proving);
  if (!primary)
    throw new AppError("not_found", "proof_not_available", {
      detail: `the delivery has no record for a ${kind}`,
    });
  const collection = kind === "proof_of_collection";
  const acceptance = collection ? lastOf(sorted, "ConsignmentAcceptance") : null;
  const handover = collection ? lastOf(sorted, "ContentHandover") : null;
  if (
    [primary, acceptance, handover].some((record) => record?.xml === null && isEventName(record.facts.type))
  ) {
    throw new AppError("conflict", "proof_being_sealed", { retryAfterSeconds: RETRY_SECONDS });
  }
  // What follows acceptance for delivery says nothing about the submission.
  const shown = kind === "proof_of_submission" ? [primary] : sorted;
  return { primary, acceptance, handover, shown };
}

function lastOf(sorted: readonly SealedRecord[], type: string): SealedRecord | null {
  return sorted.findLast(({ facts }) => facts.type === type) ?? null;
}

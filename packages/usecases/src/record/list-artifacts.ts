// What is kept under the evidence of a delivery: notices as sent, dialogues, answers, reports, decision pages.

import type { ArtifactKind, Transaction } from "@posthorn/db";

export interface KeptArtifact {
  /** Lower-case hex; the records name it (`sent_sha256`, `dialogue_sha256`, `decision_page`). */
  readonly sha256: string;
  readonly kind: ArtifactKind;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly keptAt: Temporal.Instant;
}

/** In the order in which they were kept; empty where the caller's scope shows nothing of the delivery. */
export async function listArtifacts(trx: Transaction, deliveryId: string): Promise<readonly KeptArtifact[]> {
  const rows = await trx
    .selectFrom("evidence_artifact")
    .select(["sha256", "kind", "media_type", "bytes", "kept_at"])
    .where("delivery_id", "=", deliveryId)
    .orderBy("kept_at")
    .orderBy("sha256")
    .execute();
  return rows.map((row) => ({
    sha256: row.sha256,
    kind: row.kind,
    mediaType: row.media_type,
    bytes: row.bytes,
    keptAt: row.kept_at,
  }));
}

// What is kept under the evidence of a delivery: notices as sent, dialogues, answers, reports, decision pages, what the carrier gave.

import { type ArtifactKind, sql, type Transaction } from "@posthorn/db";

export interface KeptArtifact {
  /** Lower-case hex; the records name it (`sent_sha256`, `dialogue_sha256`, `decision_page`, `receipt_sha256`, `raw_sha256`). */
  readonly sha256: string;
  /** `posting_receipt`: of a whole deposit, other people's letters among it. */
  readonly kind: ArtifactKind | "posting_receipt";
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly keptAt: Temporal.Instant;
}

/** In the order in which they were kept, receipts for a whole deposit among them; empty where the caller's scope shows nothing of the delivery. */
export async function listArtifacts(trx: Transaction, deliveryId: string): Promise<readonly KeptArtifact[]> {
  const rows = await trx
    .selectFrom("evidence_artifact")
    .select(["sha256", sql<KeptArtifact["kind"]>`kind`.as("kind"), "media_type", "bytes", "kept_at"])
    .where("delivery_id", "=", deliveryId)
    .unionAll((eb) =>
      eb
        .selectFrom("posting_receipt")
        .innerJoin("print_job", "print_job.batch_id", "posting_receipt.batch_id")
        .select([
          "posting_receipt.sha256",
          sql<KeptArtifact["kind"]>`'posting_receipt'`.as("kind"),
          sql<string>`posting_receipt.media_type`.as("media_type"),
          "posting_receipt.bytes",
          "posting_receipt.uploaded_at as kept_at",
        ])
        .where("print_job.delivery_id", "=", deliveryId)
        .where("print_job.state", "=", "posted")
        // One paper may be the receipt of two deposits.
        .where(
          sql<boolean>`NOT EXISTS (SELECT FROM posting_receipt e WHERE e.batch_id = posting_receipt.batch_id
            AND e.sha256 = posting_receipt.sha256 AND e.id < posting_receipt.id)`,
        ),
    )
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

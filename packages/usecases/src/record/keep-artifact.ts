// Keeps bytes under the evidence of a delivery, by digest; the same bytes twice are kept once.

import { createHash } from "node:crypto";
import type { ArtifactKind, Transaction } from "@posthorn/db";

/** Returns the SHA-256, lower-case hex. */
export async function keepArtifact(
  trx: Transaction,
  artifact: {
    readonly deliveryId: string;
    readonly kind: ArtifactKind;
    readonly mediaType: string;
    readonly bytes: Uint8Array;
    readonly at: Temporal.Instant;
  },
): Promise<string> {
  const sha256 = createHash("sha256").update(artifact.bytes).digest("hex");
  await trx
    .insertInto("evidence_artifact")
    .values({
      delivery_id: artifact.deliveryId,
      sha256,
      kind: artifact.kind,
      media_type: artifact.mediaType,
      bytes: artifact.bytes,
      kept_at: artifact.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return sha256;
}

// Takes renditions of a draft out of the database; their blobs are owed to the content store in the same transaction.

import type { Transaction } from "@posthorn/db";

export interface RenditionsOf {
  readonly draftId: string;
  /** Null: of the text; absent: all. */
  readonly uploadId?: string | null;
}

/** `keep` names blobs that now belong to a message. Returns the blobs that the draft's rows had. The caller holds the draft's lock. */
export async function dropRenditions(
  trx: Transaction,
  { draftId, uploadId }: RenditionsOf,
  { keep = [], at }: { readonly keep?: readonly string[]; readonly at: Temporal.Instant },
): Promise<ReadonlySet<string>> {
  const dropped = await trx
    .deleteFrom("draft_rendition")
    .where("draft_id", "=", draftId)
    .$if(uploadId !== undefined, (query) =>
      query.where("upload_id", "is not distinct from", uploadId ?? null),
    )
    .returning("blob_id")
    .execute();
  const blobs = new Set(dropped.flatMap(({ blob_id: blobId }) => (blobId === null ? [] : [blobId])));
  const owed = [...blobs].filter((blobId) => !keep.includes(blobId));
  if (owed.length > 0) {
    await trx
      .insertInto("blob_removal")
      .values(owed.map((blobId) => ({ blob_id: blobId, since: at })))
      .execute();
  }
  return blobs;
}

// Removes files that nobody has a key for any more from the content store ("the blob goes with the last").

import type { ContentPort, Context } from "../context.ts";

const BATCH = 500;

export type BlobRemovalPort = Pick<ContentPort, "remove">;

/** The row goes after the file: a crash between them removes what is gone already. Returns how many rows were worked off. Throws AggregateError. */
export async function removeBlobsOwed(ctx: Context, blobs: BlobRemovalPort): Promise<number> {
  const owed = await ctx.db
    .selectFrom("blob_removal")
    .select("blob_id")
    .orderBy("since")
    .limit(BATCH)
    .execute();
  const failures: unknown[] = [];
  for (const { blob_id: blobId } of owed) {
    try {
      await blobs.remove(blobId);
      await ctx.db.deleteFrom("blob_removal").where("blob_id", "=", blobId).execute();
    } catch (error) {
      // One file that resists keeps none of the others.
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "files could not be removed");
  return owed.length;
}

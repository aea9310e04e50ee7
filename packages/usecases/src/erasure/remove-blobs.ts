// Removes files that nobody has a key for any more from the content store ("the blob goes with the last").

import { sql } from "@posthorn/db";
import type { ContentPort, Context } from "../context.ts";

const BATCH = 500;
/** So many in a row that resist: the store is down, and the others are not tried. */
const GIVE_UP_AFTER = 10;

export type BlobRemovalPort = Pick<ContentPort, "remove">;

/**
 * Works the whole list off; the row goes after the file, so a crash between them removes what is gone already. One file that resists
 * keeps none of the others. Returns how many rows were worked off. Throws AggregateError, where some are left.
 */
export async function removeBlobsOwed(
  { db }: Pick<Context, "db">,
  blobs: BlobRemovalPort,
  signal?: AbortSignal,
): Promise<number> {
  const failures: unknown[] = [];
  let removed = 0;
  let inARow = 0;
  let after = { since: "-infinity", blobId: "" };
  for (;;) {
    const { rows } = await sql<{ blobId: string; since: string }>`
      SELECT blob_id AS "blobId", since::text AS since FROM blob_removal
      WHERE (since, blob_id) > (${after.since}::timestamptz, ${after.blobId})
      ORDER BY since, blob_id LIMIT ${sql.lit(BATCH)}`.execute(db);
    for (const { blobId } of rows) {
      if (signal?.aborted === true) return removed;
      try {
        await blobs.remove(blobId);
        await db.deleteFrom("blob_removal").where("blob_id", "=", blobId).execute();
        removed += 1;
        inARow = 0;
      } catch (error) {
        failures.push(error);
        inARow += 1;
      }
      if (inARow === GIVE_UP_AFTER) break;
    }
    const last = rows.at(-1);
    if (rows.length < BATCH || inARow === GIVE_UP_AFTER || !last) break;
    after = last;
  }
  if (failures.length > 0) throw new AggregateError(failures, "files could not be removed");
  return removed;
}

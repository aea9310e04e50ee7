// Removes files that no table names: of an upload that never became a part, a letter that was never booked, a backup older than the store.

import { sql } from "@posthorn/db";
import type { Context } from "../context.ts";
import type { BlobRemovalPort } from "./remove-blobs.ts";

export interface BlobListPort extends BlobRemovalPort {
  /** Ids of files untouched for that many milliseconds by the store's own clock, in no order. */
  listOlderThan(milliseconds: number): AsyncIterable<string>;
}

/** Whoever puts a file into the store names it in a transaction of the same request. */
export const UNNAMED_AFTER_MS = 24 * 3_600_000;
const BATCH = 500;

/** Slow on purpose: `pause` after each batch. Returns how many went. Errors of the store pass through; what is left comes the next time. */
export async function removeUnnamed(
  { db }: Pick<Context, "db">,
  blobs: BlobListPort,
  options: { readonly pause?: () => Promise<void>; readonly signal?: AbortSignal } = {},
): Promise<number> {
  let removed = 0;
  let batch: string[] = [];
  const flush = async () => {
    const { rows } = await sql<{ unnamed: readonly string[] }>`
      SELECT retention.unnamed_blobs(${batch}::text[]) AS unnamed`.execute(db);
    batch = [];
    for (const blobId of rows[0]?.unnamed ?? []) {
      await blobs.remove(blobId);
      removed += 1;
    }
    await options.pause?.();
  };
  for await (const blobId of blobs.listOlderThan(UNNAMED_AFTER_MS)) {
    if (options.signal?.aborted === true) return removed;
    batch.push(blobId);
    if (batch.length === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  return removed;
}

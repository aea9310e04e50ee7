// Where a blob lies below the root of any store: directories and buckets have the same tree, so one can be copied into the other.

import { createHash } from "node:crypto";
import { AppError } from "@posthorn/domain";

const BLOB_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{3,127}$/;
const SHARD = /^[0-9a-f]{2}$/;

/** Two hexadecimal digits from a digest of the id, since ids that begin with a time would all fall together. */
export function shardOf(blobId: string): string {
  return createHash("sha256").update(blobId).digest("hex").slice(0, 2);
}

export function isShard(name: string): boolean {
  return SHARD.test(name);
}

export function isBlobId(name: string): boolean {
  return BLOB_ID.test(name);
}

/** The id itself; `content_id_malformed` where it could name anything but one blob. */
export function checkedId(blobId: string): string {
  if (!isBlobId(blobId)) throw new AppError("internal", "content_id_malformed");
  return blobId;
}

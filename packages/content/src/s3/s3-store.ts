// The content store in a bucket of any S3: ciphertext only, a blob is there whole or not at all, and removed is gone.

import { AppError } from "@posthorn/domain";
import { checkedId, isBlobId, isShard, shardOf } from "../store/blob-path.ts";
import type { ContentStore, PutOptions, StoredBlob } from "../store/content-store.ts";
import { sealBlob } from "../store/seal-blob.ts";
import { type CallS3, openS3, type S3Keys, type S3Patience } from "./call-s3.ts";
import { listObjects, listUploads } from "./list-objects.ts";
import { openObject } from "./open-object.ts";
import { startUpload } from "./put-object.ts";
import { isThere, lookAt } from "./read-object.ts";
import { textOf } from "./read-xml.ts";
import { bucketVersioned, refusedBy } from "./s3-errors.ts";
import type { S3Location } from "./s3-location.ts";

/**
 * A store below `prefix` of the bucket; several processes may share it. Blobs lie at `<xx>/<blob id>` as in a directory. Errors besides
 * those of `ContentStore`: unavailable `content_unavailable`; internal `content_refused` (keys or policy), `content_bucket_versioned`.
 */
export function createS3Store(location: S3Location, keys: S3Keys, patience: S3Patience = {}): ContentStore {
  const call = openS3(location, keys, patience);
  const silenceMs = patience.timeoutMs ?? 30_000;
  const keyOf = (blobId: string): string => `${location.prefix}${shardOf(blobId)}/${checkedId(blobId)}`;

  async function put(
    blobId: string,
    contentKey: Uint8Array,
    source: AsyncIterable<Uint8Array>,
    options: PutOptions = {},
  ): Promise<StoredBlob> {
    const key = keyOf(blobId);
    const upload = startUpload(call, key, options.signal);
    try {
      const stored = await sealBlob(blobId, contentKey, source, options, upload.append);
      if (await isThere(call, key)) throw new AppError("conflict", "content_exists");
      await upload.finish();
      return stored;
    } catch (error) {
      await upload.discard();
      throw error;
    }
  }

  async function remove(blobId: string): Promise<boolean> {
    const key = keyOf(blobId);
    // Asked first: a delete marker would hide from the next try that everything is still there.
    const { there, versioned } = await lookAt(call, key);
    if (versioned) throw bucketVersioned();
    if (!there) return false;
    const answer = await call({ method: "DELETE", key });
    if (!answer.ok && answer.status !== 404) throw refusedBy(answer);
    return true;
  }

  async function* listOlderThan(milliseconds: number): AsyncGenerator<string> {
    for await (const { key, ageMs } of listObjects(call, location.prefix)) {
      const [shard = "", name = "", more] = key.slice(location.prefix.length).split("/");
      if (isShard(shard) && isBlobId(name) && more === undefined && ageMs >= milliseconds) yield name;
    }
  }

  async function sweepTemporary(olderThanMs: number): Promise<number> {
    let removed = 0;
    for await (const { key, uploadId, ageMs } of listUploads(call, location.prefix)) {
      if (ageMs < olderThanMs) continue;
      const answer = await call({ method: "DELETE", key, query: { uploadId } });
      if (!answer.ok && answer.status !== 404) throw refusedBy(answer);
      removed += 1;
    }
    return removed;
  }

  return {
    put,
    open: (blobId, contentKey) => openObject(call, keyOf(blobId), blobId, contentKey, silenceMs),
    has: (blobId) => isThere(call, keyOf(blobId)),
    remove,
    listOlderThan,
    sweepTemporary,
  };
}

/**
 * Refuses a bucket in which erasing would not erase. Throws AppError `content_bucket_versioned`; `content_refused` where the keys, the
 * bucket or the right to ask (`s3:GetBucketVersioning`) are missing. A store that does not answer is no reason not to start: each
 * removal looks again.
 */
export async function refuseVersions(
  location: S3Location,
  keys: S3Keys,
  patience: S3Patience = {},
): Promise<void> {
  const answer = await askOnce(openS3(location, keys, { ...patience, tries: 1 }));
  // A store that does not know the question keeps no versions.
  if (answer === undefined || answer.status === 501 || answer.code === "NotImplemented") return;
  if (!answer.ok) throw refusedBy(answer);
  // Suspended is let through: nothing new is kept twice, and what is left of before is refused when it is to be removed.
  if (textOf(answer.text, "Status") === "Enabled") throw bucketVersioned();
}

async function askOnce(call: CallS3): Promise<Awaited<ReturnType<CallS3>> | undefined> {
  try {
    return await call({ method: "GET", query: { versioning: "" } });
  } catch (error) {
    if (error instanceof AppError && error.kind === "unavailable") return undefined;
    throw error;
  }
}

// The content store on a file system: one directory, ciphertext only, a blob is there whole and durable or not at all.

import { randomBytes } from "node:crypto";
import { open, readdir, rename, rm, stat, unlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { AppError } from "@posthorn/domain";
import { checkedId, isBlobId, isShard, shardOf } from "./blob-path.ts";
import type { ContentStore, PutOptions, StoredBlob } from "./content-store.ts";
import { createFileWriter, errnoOf, makeDirectory, storageError, syncDirectory } from "./durable-file.ts";
import { openBlob } from "./open-blob.ts";
import { sealBlob } from "./seal-blob.ts";

/**
 * A store below the directory `location` (made on first put; several processes may share it). Blobs lie at `<xx>/<blob id>`
 * (`shardOf`), unfinished ones in `incoming/`.
 */
export function createFileStore(location: string): ContentStore {
  const directory = resolve(location);
  const incoming = join(directory, "incoming");
  const shardPathOf = (blobId: string): string => join(directory, shardOf(blobId));
  const pathOf = (blobId: string): string => join(shardPathOf(blobId), checkedId(blobId));

  async function put(
    blobId: string,
    contentKey: Uint8Array,
    source: AsyncIterable<Uint8Array>,
    options: PutOptions = {},
  ): Promise<StoredBlob> {
    const path = pathOf(blobId);
    const temporary = join(incoming, randomBytes(12).toString("hex"));
    try {
      await makeDirectory(incoming);
      const stored = await writeBlob(temporary, blobId, contentKey, source, options);
      await makeDirectory(shardPathOf(blobId));
      if (await exists(path)) throw new AppError("conflict", "content_exists");
      await rename(temporary, path);
      await syncDirectory(shardPathOf(blobId));
      return stored;
    } catch (error) {
      await rm(temporary, { force: true });
      throw storageError(error);
    }
  }

  async function remove(blobId: string): Promise<boolean> {
    try {
      await unlink(pathOf(blobId));
    } catch (error) {
      if (errnoOf(error) === "ENOENT") return false;
      throw error;
    }
    await syncDirectory(shardPathOf(blobId));
    return true;
  }

  /** Ages are taken on the file system's own clock: the service clock may be advanced, these times are not. */
  async function openAges(): Promise<(path: string) => Promise<number>> {
    await makeDirectory(incoming);
    const probe = join(incoming, randomBytes(12).toString("hex"));
    await (await open(probe, "wx")).close();
    const { mtimeMs: present } = await stat(probe);
    await rm(probe, { force: true });
    // What is gone meanwhile is of no age.
    return (path) =>
      stat(path).then(
        ({ mtimeMs }) => present - mtimeMs,
        () => -1,
      );
  }

  async function sweepTemporary(olderThanMs: number): Promise<number> {
    const age = await openAges();
    let removed = 0;
    for (const name of await readdir(incoming)) {
      const path = join(incoming, name);
      if ((await age(path)) < olderThanMs) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    return removed;
  }

  async function* listOlderThan(milliseconds: number): AsyncGenerator<string> {
    const age = await openAges();
    for (const shard of await readdir(directory)) {
      if (!isShard(shard)) continue;
      for (const name of await readdir(join(directory, shard)))
        if (isBlobId(name) && (await age(join(directory, shard, name))) >= milliseconds) yield name;
    }
  }

  return {
    put,
    open: (blobId, contentKey) => openBlob(pathOf(blobId), blobId, contentKey),
    has: (blobId) => isThere(pathOf(blobId)),
    remove,
    listOlderThan,
    sweepTemporary,
  };
}

async function writeBlob(
  path: string,
  blobId: string,
  contentKey: Uint8Array,
  source: AsyncIterable<Uint8Array>,
  options: PutOptions,
): Promise<StoredBlob> {
  const file = await open(path, "wx", 0o640);
  const writer = createFileWriter(file);
  try {
    const stored = await sealBlob(blobId, contentKey, source, options, writer.append);
    await writer.finish();
    return stored;
  } finally {
    await writer.settle();
    // After a failed write the close may fail too; the first error is the one that tells.
    await file.close().catch(() => undefined);
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Only "no such file" is a no: a store that cannot be reached must not look like one that lost its content. */
async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return false;
    throw error;
  }
}

// The content store on a file system: one directory, ciphertext only, a blob is there whole and durable or not at all.

import { createHash, randomBytes } from "node:crypto";
import { open, readdir, rename, rm, stat, unlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { AppError } from "@posthorn/domain";
import { abortable } from "./abortable.ts";
import { blobKey, CHUNK_BYTES, newHeader, sealChunk } from "./chunk-cipher.ts";
import type { ContentStore, PutOptions, StoredBlob } from "./content-store.ts";
import { createFileWriter, errnoOf, makeDirectory, storageError, syncDirectory } from "./durable-file.ts";
import { openBlob } from "./open-blob.ts";

/**
 * A store below the directory `location` (made on first put; several processes may share it). Blobs lie at `<xx>/<blob id>`, `xx`
 * from a digest of the id, since ids that begin with a time would all fall together; unfinished ones in `incoming/`.
 */
export function createFileStore(location: string): ContentStore {
  const directory = resolve(location);
  const incoming = join(directory, "incoming");
  const shardOf = (blobId: string): string =>
    join(directory, createHash("sha256").update(blobId).digest("hex").slice(0, 2));
  const pathOf = (blobId: string): string => join(shardOf(blobId), checkedId(blobId));

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
      await makeDirectory(shardOf(blobId));
      if (await exists(path)) throw new AppError("conflict", "content_exists");
      await rename(temporary, path);
      await syncDirectory(shardOf(blobId));
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
    await syncDirectory(shardOf(blobId));
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
      if (!/^[0-9a-f]{2}$/.test(shard)) continue;
      for (const name of await readdir(join(directory, shard)))
        if (BLOB_ID.test(name) && (await age(join(directory, shard, name))) >= milliseconds) yield name;
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
  { limit = Number.POSITIVE_INFINITY, signal }: PutOptions,
): Promise<StoredBlob> {
  const header = newHeader(randomBytes);
  const key = blobKey(contentKey, blobId, header);
  const file = await open(path, "wx", 0o640);
  const writer = createFileWriter(file);
  try {
    const hash = createHash("sha256");
    let blobBytes = header.length;
    let size = 0;
    const counted = counting(abortable(source, signal), limit, (piece) => {
      hash.update(piece);
      size += piece.length;
    });
    await writer.append([header]);
    for await (const [index, last, chunk] of chunked(counted)) {
      const sealed = sealChunk(key, index, last, chunk);
      blobBytes += sealed[0].length + sealed[1].length;
      await writer.append(sealed);
    }
    await writer.finish();
    return { size, sha256: hash.digest("hex"), blobBytes };
  } finally {
    await writer.settle();
    // After a failed write the close may fail too; the first error is the one that tells.
    await file.close().catch(() => undefined);
  }
}

async function* counting(
  source: AsyncIterable<Uint8Array>,
  limit: number,
  see: (piece: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const piece of source) {
    total += piece.length;
    if (total > limit)
      throw new AppError("too_large", "part_too_large", { detail: `more than ${limit} bytes` });
    see(piece);
    yield piece;
  }
}

/** Cuts a stream into chunks, holding one back: only the end of the source tells which is the last. The buffer is reused. */
async function* chunked(source: AsyncIterable<Uint8Array>): AsyncGenerator<[number, boolean, Uint8Array]> {
  const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  let filled = 0;
  let index = 0;
  for await (const piece of source) {
    for (let at = 0; at < piece.length;) {
      if (filled === CHUNK_BYTES) {
        yield [index, false, buffer];
        index += 1;
        filled = 0;
      }
      const taken = Math.min(CHUNK_BYTES - filled, piece.length - at);
      buffer.set(piece.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
    }
  }
  yield [index, true, buffer.subarray(0, filled)];
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

const BLOB_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{3,127}$/;

function checkedId(blobId: string): string {
  if (!BLOB_ID.test(blobId)) throw new AppError("internal", "content_id_malformed");
  return blobId;
}

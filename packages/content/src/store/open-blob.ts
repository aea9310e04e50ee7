// Reads a blob back: nothing is given that has not been authenticated, and a file is held open only while it streams.

import { open } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { AppError } from "@posthorn/domain";
import { blobKey, HEADER_BYTES, layoutOf, openChunk, SEALED_CHUNK_BYTES } from "./chunk-cipher.ts";
import type { OpenedBlob } from "./content-store.ts";
import { errnoOf } from "./durable-file.ts";

/** Opens the blob file at `path` after authenticating its first chunk; see `ContentStore.open`. */
export async function openBlob(path: string, blobId: string, contentKey: Uint8Array): Promise<OpenedBlob> {
  const file = await openFile(path);
  try {
    const { size, chunks, key } = await readLayout(file, blobId, contentKey);
    await readChunk(file, key, 0, chunks);
    return { size, stream: () => streamBlob(path, blobId, contentKey) };
  } finally {
    await file.close();
  }
}

async function* streamBlob(path: string, blobId: string, contentKey: Uint8Array): AsyncGenerator<Uint8Array> {
  const file = await openFile(path);
  try {
    const { chunks, key } = await readLayout(file, blobId, contentKey);
    for (let index = 0; index < chunks; index += 1) {
      const plain = await readChunk(file, key, index, chunks);
      if (plain.length > 0) yield plain;
    }
  } finally {
    await file.close();
  }
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, "r");
  } catch (cause) {
    if (errnoOf(cause) === "ENOENT") throw new AppError("internal", "content_missing", { cause });
    throw cause;
  }
}

async function readLayout(
  file: FileHandle,
  blobId: string,
  contentKey: Uint8Array,
): Promise<{ size: number; chunks: number; key: Buffer }> {
  const { size: blobBytes } = await file.stat();
  const layout = layoutOf(blobBytes);
  const header = await readAt(file, 0, HEADER_BYTES);
  return { ...layout, key: blobKey(contentKey, blobId, header) };
}

async function readChunk(file: FileHandle, key: Buffer, index: number, chunks: number): Promise<Buffer> {
  const sealed = await readAt(file, HEADER_BYTES + index * SEALED_CHUNK_BYTES, SEALED_CHUNK_BYTES);
  return openChunk(key, index, index === chunks - 1, sealed);
}

/** Up to `length` bytes from `position`; fewer only at the end of the file. */
async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

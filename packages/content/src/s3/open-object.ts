// Reads a blob back from a bucket: nothing is given that has not been authenticated.

import { blobKey, HEADER_BYTES, layoutOf, openChunk, SEALED_CHUNK_BYTES } from "../store/chunk-cipher.ts";
import type { OpenedBlob } from "../store/content-store.ts";
import type { CallS3 } from "./call-s3.ts";
import { readObject, readStart } from "./read-object.ts";

/** Opens the blob at `key` after authenticating its first chunk, in one request; see `ContentStore.open`. */
export async function openObject(
  call: CallS3,
  key: string,
  blobId: string,
  contentKey: Uint8Array,
  silenceMs: number,
): Promise<OpenedBlob> {
  const { start, total } = await readStart(call, key, HEADER_BYTES + SEALED_CHUNK_BYTES);
  const { size, chunks } = layoutOf(total);
  const opening = blobKey(contentKey, blobId, start.subarray(0, HEADER_BYTES));
  openChunk(opening, 0, chunks === 1, start.subarray(HEADER_BYTES));
  return { size, stream: () => streamObject(call, key, blobId, contentKey, silenceMs) };
}

async function* streamObject(
  call: CallS3,
  key: string,
  blobId: string,
  contentKey: Uint8Array,
  silenceMs: number,
): AsyncGenerator<Uint8Array> {
  const object = readObject(call, key, silenceMs);
  try {
    const { chunks } = layoutOf(await object.length());
    const opening = blobKey(contentKey, blobId, await object.read(HEADER_BYTES));
    for (let index = 0; index < chunks; index += 1) {
      const plain = openChunk(opening, index, index === chunks - 1, await object.read(SEALED_CHUNK_BYTES));
      if (plain.length > 0) yield plain;
    }
  } finally {
    await object.close();
  }
}

// Turns a source into the bytes of a blob, whatever store they go to: counted, hashed and sealed chunk by chunk.

import { createHash, randomBytes } from "node:crypto";
import { AppError } from "@posthorn/domain";
import { abortable } from "./abortable.ts";
import { blobKey, CHUNK_BYTES, newHeader, sealChunk } from "./chunk-cipher.ts";
import type { PutOptions, StoredBlob } from "./content-store.ts";

/**
 * Gives `append` the header and then each sealed chunk, in order; none of them is changed afterwards. Errors: AppError
 * `part_too_large`, the signal's reason, those of the source and of `append`.
 */
export async function sealBlob(
  blobId: string,
  contentKey: Uint8Array,
  source: AsyncIterable<Uint8Array>,
  { limit = Number.POSITIVE_INFINITY, signal }: PutOptions,
  append: (pieces: readonly Uint8Array[]) => Promise<void>,
): Promise<StoredBlob> {
  const header = newHeader(randomBytes);
  const key = blobKey(contentKey, blobId, header);
  const hash = createHash("sha256");
  let blobBytes = header.length;
  let size = 0;
  const counted = counting(abortable(source, signal), limit, (piece) => {
    hash.update(piece);
    size += piece.length;
  });
  await append([header]);
  for await (const [index, last, chunk] of chunked(counted)) {
    const sealed = sealChunk(key, index, last, chunk);
    blobBytes += sealed[0].length + sealed[1].length;
    await append(sealed);
  }
  return { size, sha256: hash.digest("hex"), blobBytes };
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

// The blob format: AES-256-GCM in chunks of 64 KiB, chained by counter and final flag (STREAM), so order and end are authenticated.

import { createCipheriv, createDecipheriv, hkdfSync } from "node:crypto";
import { AppError } from "@posthorn/domain";
import { CONTENT_KEY_BYTES } from "../key/content-key.ts";

/** Plaintext bytes of every chunk but the last, which holds 0 (empty blob only) to this many. */
export const CHUNK_BYTES = 64 * 1024;
export const TAG_BYTES = 16;
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;

const MAGIC = Buffer.from("PHBLOB", "ascii");
const VERSION = 1;
const CHUNK_EXPONENT = 16;
const SALT_BYTES = 24;
export const HEADER_BYTES = MAGIC.length + 2 + SALT_BYTES;

/** A new header: magic, version, chunk exponent, random salt. The salt keeps a repeated put of one id from reusing nonces. */
export function newHeader(random: (size: number) => Uint8Array): Buffer {
  return Buffer.concat([MAGIC, Buffer.of(VERSION, CHUNK_EXPONENT), random(SALT_BYTES)]);
}

/** The key of one blob, bound to its id and its whole header; `content_damaged` where the header is not ours. */
export function blobKey(contentKey: Uint8Array, blobId: string, header: Buffer): Buffer {
  if (contentKey.length !== CONTENT_KEY_BYTES) throw new AppError("internal", "content_key_malformed");
  const known =
    header.length === HEADER_BYTES &&
    header.subarray(0, MAGIC.length).equals(MAGIC) &&
    header[MAGIC.length] === VERSION &&
    header[MAGIC.length + 1] === CHUNK_EXPONENT;
  if (!known) throw new AppError("internal", "content_damaged", { detail: "unknown blob header" });
  const info = Buffer.concat([Buffer.from("posthorn content "), header]);
  return Buffer.from(hkdfSync("sha256", contentKey, Buffer.from(blobId, "utf8"), info, 32));
}

/** Ciphertext and tag of chunk number `index`; `last` marks the end of the blob. */
export function sealChunk(key: Buffer, index: number, last: boolean, plain: Uint8Array): [Buffer, Buffer] {
  const cipher = createCipheriv("aes-256-gcm", key, nonceOf(index, last));
  const sealed = cipher.update(plain);
  // In this mode final() never has more bytes to give, but without it there is no tag.
  cipher.final();
  return [sealed, cipher.getAuthTag()];
}

/** The plaintext of chunk number `index`; `content_damaged` unless it is exactly that chunk of that blob. */
export function openChunk(key: Buffer, index: number, last: boolean, sealed: Buffer): Buffer {
  try {
    const end = sealed.length - TAG_BYTES;
    const decipher = createDecipheriv("aes-256-gcm", key, nonceOf(index, last), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAuthTag(sealed.subarray(end));
    const plain = decipher.update(sealed.subarray(0, end));
    decipher.final();
    return plain;
  } catch (cause) {
    throw new AppError("internal", "content_damaged", {
      detail: `chunk ${index} does not authenticate`,
      cause,
    });
  }
}

/** How a blob file of that many bytes divides; `content_damaged` where no blob has that length. */
export function layoutOf(blobBytes: number): { chunks: number; size: number } {
  const body = blobBytes - HEADER_BYTES;
  const chunks = Math.max(1, Math.ceil(body / SEALED_CHUNK_BYTES));
  const lastBytes = body - (chunks - 1) * SEALED_CHUNK_BYTES;
  if (lastBytes < TAG_BYTES || (chunks > 1 && lastBytes === TAG_BYTES)) {
    throw new AppError("internal", "content_damaged", { detail: "impossible length" });
  }
  return { chunks, size: body - chunks * TAG_BYTES };
}

function nonceOf(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(index, 5, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

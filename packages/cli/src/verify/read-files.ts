// Reads what is to be verified and what lies beside it, never more of a file than is needed.

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { type FileDigest, MAX_FILE_OCTETS } from "@posthorn/evidence";

/** At most one octet more than a proof may have: the verification then says that it is too large. */
export async function readProof(folder: string, path: string): Promise<Uint8Array> {
  const file = await open(resolve(folder, path));
  try {
    const { size } = await file.stat();
    const bytes = Buffer.alloc(Math.min(size, MAX_FILE_OCTETS + 1));
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await file.close();
  }
}

/** The digest of a file of any size. */
export async function digestFile(folder: string, path: string): Promise<FileDigest> {
  const hash = createHash("sha256");
  let size = 0;
  const chunks: AsyncIterable<Buffer> = createReadStream(resolve(folder, path));
  for await (const octets of chunks) {
    hash.update(octets);
    size += octets.length;
  }
  return { name: basename(path), size, sha256: hash.digest("hex") };
}

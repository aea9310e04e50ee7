// A short mark of what was found wrong: the same as long as it stays as it is, another once it is changed again.

import { createHash } from "node:crypto";

const LENGTH = 16;

/** Hexadecimal. With the random value of a record in it, it tells nothing of what the record says. */
export function markOf(...parts: readonly (string | Uint8Array | null | undefined)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    const bytes = typeof part === "string" ? Buffer.from(part, "utf8") : (part ?? new Uint8Array());
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest("hex").slice(0, LENGTH);
}

// Content keys: one per message, 256 bits, known only through the wraps of its holders.

import { randomBytes } from "node:crypto";

/** Length of a content key in bytes. */
export const CONTENT_KEY_BYTES = 32;

/** A fresh content key. `random` gives that many unpredictable bytes; tests may give their own. */
export function newContentKey(random: (size: number) => Uint8Array = randomBytes): Uint8Array {
  return random(CONTENT_KEY_BYTES);
}

// The code that goes by mail to who asks for his rights without an account: derived where the mail is sent, compared by its keyed digest.

import { createHmac } from "node:crypto";
import { CODE_DIGITS } from "./code-pair.ts";

/**
 * The same for the same request and end, so that a mail that is sent twice says the same. `key` is that of `CODE_KEY`, under names of
 * its own.
 */
export function deriveRequestCode(key: Uint8Array, requestId: string, expiresAt: Temporal.Instant): string {
  const mac = createHmac("sha256", key)
    .update(`rights request code|${requestId}|${expiresAt.epochMilliseconds}`)
    .digest();
  // 48 bits: what the remainder favours is less than one in a hundred million.
  return String(mac.readUIntBE(0, 6) % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, "0");
}

/** Lower-case hex. Blanks, dashes and dots in what was typed are of no matter; what cannot be a code has a digest too. */
export function requestCodeHash(key: Uint8Array, requestId: string, typed: string): string {
  const digits = typed
    .slice(0, 64)
    .normalize("NFKC")
    .replaceAll(/[\s\p{Pd}.]/gu, "");
  return createHmac("sha256", key).update(`rights request digest|${requestId}|${digits}`).digest("hex");
}

// Variable envelope return paths: a bounce names the attempt it answers, and nobody else can make one up.

import { createHmac, timingSafeEqual } from "node:crypto";

export interface VerpOptions {
  /** Domain whose mail arrives at the inbound service. */
  readonly domain: string;
  /** At least 32 random bytes; the same for writing and reading. */
  readonly key: Uint8Array;
}

const PREFIX = "bounce+";
const TAG_BYTES = 10;

/**
 * `bounce+<attempt>.<tag>@domain`; the tag is HMAC-SHA-256 cut to 80 bits.
 * Mail servers may change the case of an address, so the id must be lower case (`a-z 0-9 _ -`, at most 36
 * characters, which keeps the local part within 64 octets, RFC 5321 §4.5.3.1.1). Throws `RangeError` otherwise.
 */
export function verpAddress(options: VerpOptions & { readonly attemptId: string }): string {
  if (!/^[a-z0-9_-]{1,36}$/.test(options.attemptId)) {
    throw new RangeError("an attempt id in a return path is lower case, 1 to 36 characters");
  }
  return `${PREFIX}${options.attemptId}.${tagOf(options.attemptId, options.key)}@${options.domain}`;
}

/** The attempt of a return path that we made, or null. Compares in constant time. */
export function readVerp(address: string, options: VerpOptions): string | null {
  const plain = address.trim().replace(/^<|>$/g, "").toLowerCase();
  const match = /^bounce\+([a-z0-9_-]{1,36})\.([0-9a-f]{20})@([^@]+)$/.exec(plain);
  const [, attemptId, tag, domain] = match ?? [];
  if (!attemptId || !tag || domain !== options.domain.toLowerCase()) return null;
  const expected = Buffer.from(tagOf(attemptId, options.key));
  return timingSafeEqual(expected, Buffer.from(tag)) ? attemptId : null;
}

function tagOf(attemptId: string, key: Uint8Array): string {
  if (key.byteLength < 32) throw new RangeError("the key of return paths has at least 32 bytes");
  return createHmac("sha256", key)
    .update(`verp:${attemptId}`)
    .digest("hex")
    .slice(0, TAG_BYTES * 2);
}

// The leaf value of a record: what is time-stamped, chained and logged in place of personal data (domain, "Order of acts").

import { createHmac } from "node:crypto";

export const RANDOM_OCTETS = 32;

/**
 * HMAC-SHA-256 over the UTF-8 octets of the canonical record, keyed with the record's 32 random octets. Says nothing
 * about the record to whoever lacks the random. Throws RangeError when the random has another length.
 */
export function leafValue(random: Uint8Array, canonical: string): Uint8Array {
  if (random.length !== RANDOM_OCTETS) throw new RangeError(`the random has ${random.length} octets, not 32`);
  return new Uint8Array(createHmac("sha256", random).update(canonical, "utf8").digest());
}

// Makes the identifiers of rows: unguessable, and in the order in which they were made.

import { randomBytes } from "node:crypto";

// Crockford's base 32: no I, L, O, U.
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const TIME_LENGTH = 10;
const RANDOM_BYTES = 10;

/**
 * `prefix`, an underscore, and 26 characters: 48 bits of milliseconds since 1970 and 80 random bits.
 * Ids of one millisecond have no order. An id is no secret: links and tokens are made otherwise.
 * Throws RangeError before 1970 and where `random` answers fewer than 10 bytes.
 */
export function newId(
  prefix: string,
  at: Temporal.Instant,
  random: (length: number) => Uint8Array = randomBytes,
): string {
  const bytes = random(RANDOM_BYTES);
  if (bytes.length < RANDOM_BYTES) throw new RangeError(`an id needs ${RANDOM_BYTES} random bytes`);
  return `${prefix}_${encodeTime(at.epochMilliseconds)}${encodeRandom(bytes)}`;
}

function encodeTime(milliseconds: number): string {
  if (milliseconds < 0 || milliseconds >= 2 ** 48)
    throw new RangeError("an id needs an instant from 1970 on");
  let rest = milliseconds;
  let text = "";
  for (let position = 0; position < TIME_LENGTH; position++) {
    text = ALPHABET.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

function encodeRandom(bytes: Uint8Array): string {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes.subarray(0, RANDOM_BYTES)) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return text;
}

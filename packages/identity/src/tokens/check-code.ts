// Check codes of notices (`K7QM-4RTX-92VB`): 60 bits in Crockford's base 32, made to be read aloud and typed.

import { createHmac, randomBytes } from "node:crypto";
import { AppError } from "@posthorn/domain";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 12;

/** A new code in its canonical form, three groups of four. `random` gives unpredictable bytes. */
export function newCheckCode(random: (size: number) => Uint8Array = randomBytes): string {
  return encodeCheckCode(random(LENGTH));
}

/** The canonical form of at least 12 bytes, each of which gives one letter. */
export function encodeCheckCode(bytes: Uint8Array): string {
  // 256 is eight times 32: the low five bits are even.
  return grouped(Array.from(bytes.subarray(0, LENGTH), (byte) => ALPHABET[byte & 31] ?? "").join(""));
}

/**
 * What was typed in canonical form, or null where it is no check code: case, blanks and dashes are of no matter, I and
 * L are 1, O is 0. It says nothing on whether the code exists.
 */
export function normaliseCheckCode(typed: string): string | null {
  const bare = typed
    .slice(0, 100)
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}._]/gu, "")
    .replaceAll(/[IL]/g, "1")
    .replaceAll("O", "0");
  return bare.length === LENGTH && [...bare].every((letter) => ALPHABET.includes(letter))
    ? grouped(bare)
    : null;
}

/**
 * What is stored and looked up: HMAC-SHA-256, lower-case hex; keyed, since 60 bits are few for a plain digest that may
 * leak. `code` in canonical form, otherwise `check_code_malformed`.
 */
export function checkCodeHash(key: Uint8Array, code: string): string {
  if (normaliseCheckCode(code) !== code) throw new AppError("internal", "check_code_malformed");
  return createHmac("sha256", key).update(code, "ascii").digest("hex");
}

function grouped(letters: string): string {
  return (letters.match(/.{4}/g) ?? []).join("-");
}

// Recovery codes (`K7QM-4RTX-92VB-0HJ6-M3PD-8ZKA`): 120 random bits in Crockford's base 32, printed once, kept as a digest.

import { randomBytes } from "node:crypto";
import { tokenHash } from "../tokens/token.ts";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
// 120 bits: from 112 on a plain digest is enough to keep (OWASP ASVS 5.0, 6.5.2).
const LENGTH = 24;
/** How many are made at once. */
const COUNT = 10;

/** Ten fresh ones in the form they are printed in. */
export function newRecoveryCodes(random: (size: number) => Uint8Array = randomBytes): readonly string[] {
  return Array.from({ length: COUNT }, () =>
    // 256 is eight times 32: the low five bits of a byte are even.
    grouped(Array.from(random(LENGTH), (byte) => ALPHABET[byte & 31] ?? "").join("")),
  );
}

/**
 * SHA-256, lower-case hex; enough without a key, since nobody can guess 120 bits. Case, blanks and dashes are of no matter,
 * I and L are 1, O is 0. Null where it cannot be a code; says nothing on whether the code exists.
 */
export function recoveryCodeHash(typed: string): string | null {
  const bare = typed
    .slice(0, 100)
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}._]/gu, "")
    .replaceAll(/[IL]/g, "1")
    .replaceAll("O", "0");
  const fits = bare.length === LENGTH && [...bare].every((letter) => ALPHABET.includes(letter));
  return fits ? tokenHash(`recovery ${bare}`) : null;
}

function grouped(letters: string): string {
  return (letters.match(/.{4}/g) ?? []).join("-");
}

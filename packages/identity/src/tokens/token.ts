// Bearer secrets of sessions and links: 256 random bits that are sent once and kept as a digest only.

import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

type Random = (size: number) => Uint8Array;
const TOKEN_BYTES = 32;

/** For a session cookie: 43 characters of base64url. */
export function newSessionToken(random: Random = randomBytes): string {
  return Buffer.from(random(TOKEN_BYTES)).toString("base64url");
}

/** For the link of a notice: 43 characters of base64url. */
export function newLinkToken(random: Random = randomBytes): string {
  return Buffer.from(random(TOKEN_BYTES)).toString("base64url");
}

/** What is stored and looked up: SHA-256, lower-case hex. Enough without a key, since nobody can guess the token. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token, "utf8").digest("hex");
}

/** Compares two digests of `tokenHash` or `checkCodeHash` in constant time; false for anything malformed. */
export function sameHash(first: string, second: string): boolean {
  const one = Buffer.from(first, "hex");
  const two = Buffer.from(second, "hex");
  return one.length === 32 && two.length === 32 && timingSafeEqual(one, two);
}

// The three secrets of one try with itsme, each of 256 bits: kept with the try, bound to the browser that began it.

import { randomBytes } from "node:crypto";

export interface ItsmeSecrets {
  /** Goes to itsme and comes back with the answer: which try it belongs to. */
  readonly state: string;
  /** Comes back inside the ID token: that the token was made for this try. */
  readonly nonce: string;
  /** Goes to itsme as a digest first, itself only with the code: that no other party uses the code (RFC 7636). */
  readonly codeVerifier: string;
}

const SECRET_BYTES = 32;

/** 43 characters of base64url each. */
export function newItsmeSecrets(random: (size: number) => Uint8Array = randomBytes): ItsmeSecrets {
  const secret = () => Buffer.from(random(SECRET_BYTES)).toString("base64url");
  return { state: secret(), nonce: secret(), codeVerifier: secret() };
}

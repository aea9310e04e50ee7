// One-time codes of an app (RFC 6238 with the values every app knows: SHA-1, six digits, thirty seconds); a step is good once.

import { timingSafeEqual } from "node:crypto";
import { generateSecret, generateSync, generateURI } from "otplib";
import type { IdentityKeys, SealedIdentity } from "../keys/identity-keys.ts";

const PERIOD_SECONDS = 30;
const DIGITS = 6;
// 160 bits, the length RFC 4226 §4 recommends for SHA-1.
const SECRET_BYTES = 20;
/** Steps that the phone's clock may be off, before and after (RFC 6238 §5.2). */
const DRIFT = 1;

export interface AppCodes {
  /** A fresh secret, sealed for its holder. */
  newSecret(holder: string): SealedIdentity;
  /** Base 32. Errors: internal `identity_damaged`: altered, another holder's, or of a key that is not held. */
  reveal(holder: string, sealed: SealedIdentity): string;
  /**
   * The step whose code was typed, among the present one and its neighbours, later than `after`; null where none fits.
   * All candidates are computed and compared in constant time. Never throws for what was typed.
   */
  stepOf(
    holder: string,
    sealed: SealedIdentity,
    typed: string,
    at: Temporal.Instant,
    after: number,
  ): number | null;
}

export function createAppCodes(keys: Pick<IdentityKeys, "seal" | "open">): AppCodes {
  const placeOf = (holder: string) => `app code ${holder}`;
  const reveal = (holder: string, sealed: SealedIdentity) => keys.open(placeOf(holder), sealed);
  return {
    newSecret: (holder) => keys.seal(placeOf(holder), generateSecret({ length: SECRET_BYTES })),
    reveal,
    stepOf(holder, sealed, typed, at, after) {
      const secret = reveal(holder, sealed);
      const now = Math.floor(at.epochMilliseconds / 1000 / PERIOD_SECONDS);
      let found: number | null = null;
      for (let step = now - DRIFT; step <= now + DRIFT; step += 1) {
        const fits = sameCode(appCodeAt(secret, step), typed);
        if (fits && step > after) found = step;
      }
      return found;
    },
  };
}

/** What apps read from a QR code or a link; it holds the secret, so it is shown to its holder alone. */
export function appCodeUri(about: {
  readonly issuer: string;
  readonly label: string;
  readonly secret: string;
}): string {
  return generateURI({ ...about, algorithm: "sha1", digits: DIGITS, period: PERIOD_SECONDS });
}

/** The code that an app shows in a step (thirty seconds since 1970), for tests of whoever asks for it. */
export function appCodeAt(secret: string, step: number): string {
  const options = { secret, digits: DIGITS, period: PERIOD_SECONDS, algorithm: "sha1" } as const;
  return generateSync({ ...options, epoch: step * PERIOD_SECONDS });
}

function sameCode(expected: string, typed: string): boolean {
  const digits = typed
    .slice(0, 64)
    .normalize("NFKC")
    .replaceAll(/[\s\p{Pd}.]/gu, "");
  const fits = /^[0-9]{6}$/.test(digits);
  // What cannot be a code costs the same comparison, with what no code is.
  const candidate = fits ? Buffer.from(digits) : Buffer.alloc(DIGITS);
  return timingSafeEqual(Buffer.from(expected), candidate) && fits;
}

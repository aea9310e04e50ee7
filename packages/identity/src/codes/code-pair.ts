// The two one-time codes of one challenge, one per channel (RFC 6238): they prove possession of both addresses, together or not at all.

import { timingSafeEqual } from "node:crypto";
import { generateSecret, generateSync } from "otplib";

/** How long a pair of codes is valid, from its creation. */
export const CODE_LIFE_SECONDS = 600;
/** Digits of each code. */
export const CODE_DIGITS = 6;
// 256 bits, the length that RFC 6238 wants for SHA-256.
const SECRET_BYTES = 32;

export interface ChannelCode {
  /** Base 32; to be stored encrypted only. */
  readonly secret: string;
  /** What the addressee gets; stored nowhere. */
  readonly code: string;
}

export interface CodePair {
  readonly email: ChannelCode;
  readonly sms: ChannelCode;
}

/** Each channel's value. */
export interface PerChannel {
  readonly email: string;
  readonly sms: string;
}

/** A fresh pair for a challenge created at `at`; two secrets, so one code says nothing about the other. */
export function createCodePair({ at }: { readonly at: Temporal.Instant }): CodePair {
  const email = generateSecret({ length: SECRET_BYTES });
  const sms = generateSecret({ length: SECRET_BYTES });
  return {
    email: { secret: email, code: codeOf(email, at, at) },
    sms: { secret: sms, code: codeOf(sms, at, at) },
  };
}

export interface CodeCheck {
  readonly secrets: PerChannel;
  readonly createdAt: Temporal.Instant;
  readonly now: Temporal.Instant;
  /** As typed; blanks and dashes are of no matter. */
  readonly typed: PerChannel;
}

/**
 * True where both codes are right and `now` lies in the ten minutes from `createdAt` (the end excluded). Both are
 * always computed and compared in constant time, and the answer does not tell which was wrong. Never throws for what
 * was typed. Counting attempts and consuming the pair is the caller's, in one statement.
 */
export function checkCodePair({ secrets, createdAt, now, typed }: CodeCheck): boolean {
  const age = now.epochMilliseconds - createdAt.epochMilliseconds;
  const alive = Number(age >= 0) & Number(age < CODE_LIFE_SECONDS * 1000);
  const email = sameCode(codeOf(secrets.email, createdAt, now), typed.email);
  const sms = sameCode(codeOf(secrets.sms, createdAt, now), typed.sms);
  return (email & sms & alive) === 1;
}

/** The code that goes out for a stored secret of a challenge created at `createdAt`. */
export function codeOfSecret(secret: string, createdAt: Temporal.Instant): string {
  return codeOf(secret, createdAt, createdAt);
}

/** The code of a secret; time is counted from creation, so the whole life is the first step. */
function codeOf(secret: string, createdAt: Temporal.Instant, at: Temporal.Instant): string {
  const elapsed = Math.max(0, at.epochMilliseconds - createdAt.epochMilliseconds);
  const t0 = Math.floor(createdAt.epochMilliseconds / 1000);
  return generateSync({
    secret,
    digits: CODE_DIGITS,
    period: CODE_LIFE_SECONDS,
    algorithm: "sha256",
    t0,
    epoch: t0 + Math.floor(elapsed / 1000),
  });
}

function sameCode(expected: string, typed: string): number {
  const digits = typed
    .slice(0, 64)
    .normalize("NFKC")
    .replaceAll(/[\s\p{Pd}.]/gu, "");
  // Every length costs the same comparison: what does not fit is compared as something that is never a code.
  const candidate = Buffer.from(/^[0-9]{6}$/.test(digits) ? digits : "------");
  return Number(timingSafeEqual(Buffer.from(expected), candidate));
}

// Whether an ID token is of now (OpenID Connect Core 1.0 §3.1.3.7), by our clock and not the machine's.

import { refused } from "./refuse.ts";

export interface TokenTimes {
  /** Seconds since 1970, each as it stands in the token. */
  readonly exp?: unknown;
  readonly iat?: unknown;
  readonly nbf?: unknown;
  readonly auth_time?: unknown;
}

/** How far the clock of itsme may be from ours, in seconds. */
const TOLERANCE = 30;
/** A token is made when its code is handed in, which we do at once; in seconds. */
const LONGEST_AGE = 300;

/**
 * The instant at which the person identified himself. `startedAt` is when we sent him to itsme: an identification before that
 * was for something else. Throws AppError `itsme_answer_refused`: expired, issued_at, auth_time.
 */
export function judgeTimes(
  times: TokenTimes,
  { at, startedAt }: { at: Temporal.Instant; startedAt: Temporal.Instant },
): Temporal.Instant {
  const now = seconds(at);
  const { exp, iat, nbf, auth_time: authenticated } = times;
  if (!isTime(exp) || exp <= now - TOLERANCE) throw refused("expired");
  if (!isTime(iat) || iat > now + TOLERANCE || iat < now - LONGEST_AGE) throw refused("issued_at");
  if (nbf !== undefined && (!isTime(nbf) || nbf > now + TOLERANCE)) throw refused("issued_at");
  if (!isTime(authenticated) || authenticated > now + TOLERANCE) throw refused("auth_time");
  if (authenticated < seconds(startedAt) - TOLERANCE) throw refused("auth_time");
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(authenticated) * 1000);
}

function seconds(instant: Temporal.Instant): number {
  return Math.floor(instant.epochMilliseconds / 1000);
}

function isTime(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 && value < 1e11;
}

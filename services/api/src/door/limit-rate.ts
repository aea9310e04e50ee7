// How often a key may ask: a bucket a key that refills evenly, in the memory of this process.

import { AppError } from "@posthorn/domain";

export interface RateLimit {
  /** Throws AppError too_many `rate_limited` with retryAfterSeconds. */
  consume(keyId: string): void;
}

interface Bucket {
  left: number;
  atMs: number;
}

// So many keys have asked since the last look that the full buckets are thrown away: full is what a new one is.
const KEPT = 10_000;

/** `perMinute` requests a minute, as many at once. `monotonicMs` never jumps; the process's own by default. */
export function createRateLimit(
  perMinute: number,
  monotonicMs: () => number = () => performance.now(),
): RateLimit {
  const perMs = perMinute / 60_000;
  const buckets = new Map<string, Bucket>();

  function refilled(bucket: Bucket, nowMs: number): number {
    return Math.min(perMinute, bucket.left + (nowMs - bucket.atMs) * perMs);
  }

  return {
    consume(keyId) {
      const nowMs = monotonicMs();
      const bucket = buckets.get(keyId) ?? { left: perMinute, atMs: nowMs };
      const left = refilled(bucket, nowMs);
      if (left < 1)
        throw new AppError("too_many", "rate_limited", {
          detail: `A key may ask ${perMinute} times a minute.`,
          retryAfterSeconds: Math.max(1, Math.ceil((1 - left) / perMs / 1000)),
        });
      buckets.set(keyId, { left: left - 1, atMs: nowMs });
      if (buckets.size > KEPT)
        for (const [id, each] of buckets) if (refilled(each, nowMs) >= perMinute) buckets.delete(id);
    },
  };
}

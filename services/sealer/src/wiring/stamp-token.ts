// A timestamp authority as those who seal need it: the token alone.

import type { StampDigest, TimestampClient } from "@posthorn/pki";

export function stampToken(timestamps: TimestampClient): StampDigest {
  return async (sha256) => (await timestamps.stamp(sha256)).token;
}

// How long to wait between attempts, on our own clock: a queue's pauses would not follow it.

/** Minutes; the last repeats. */
const PAUSES = [1, 2, 5, 10, 30, 60] as const;

/** After an attempt that follows `attempts` earlier ones. */
export function pauseAfter(attempts: number): { readonly minutes: number } {
  return { minutes: PAUSES[Math.min(attempts, PAUSES.length - 1)] ?? 60 };
}

// Longer than a relay may take over one mail (connect, greet, each command): nobody else may begin before.
const LEASE_MINUTES = 3;

/** How long an attempt is its worker's alone; also when a crashed one is repeated at the earliest. */
export function leaseAfter(attempts: number): { readonly minutes: number } {
  return { minutes: Math.max(LEASE_MINUTES, pauseAfter(attempts).minutes) };
}

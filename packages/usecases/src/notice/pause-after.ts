// How long to wait between attempts, on our own clock: a queue's pauses would not follow it.

/** Minutes; the last repeats. A claim lasts as long, so this is also when a crashed attempt is repeated. */
const PAUSES = [1, 2, 5, 10, 30, 60] as const;

/** After an attempt that follows `attempts` earlier ones. */
export function pauseAfter(attempts: number): { readonly minutes: number } {
  return { minutes: PAUSES[Math.min(attempts, PAUSES.length - 1)] ?? 60 };
}

// Keeps the eraser to its share of the time, so that a night on which a million things fall slows nobody down.

import { setTimeout as wait } from "node:timers/promises";

/** Longest single pause: a batch that was slow because others were busy must not stop it for minutes. */
const LONGEST_MS = 5_000;

export interface Stopwatch {
  /** Monotonic, in milliseconds. */
  readonly now: () => number;
  readonly rest: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

const STOPWATCH: Stopwatch = {
  now: () => performance.now(),
  // Cut short where the service stops.
  rest: (milliseconds, signal) => wait(milliseconds, undefined, { signal }).catch(() => undefined),
};

/** Answers a pause after which at most `percent` of the time since the one before was worked; the first reckons from now. */
export function shareTime(
  percent: number,
  signal: AbortSignal,
  { now, rest }: Stopwatch = STOPWATCH,
): () => Promise<void> {
  let since = now();
  return async () => {
    const pause = Math.min(((now() - since) * (100 - percent)) / percent, LONGEST_MS);
    if (pause >= 1) await rest(pause, signal);
    since = now();
  };
}

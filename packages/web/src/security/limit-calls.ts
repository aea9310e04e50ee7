// Bounds how often one address may knock, in this process: a shield for what stands behind, not a count of anything.

export interface CallLimit {
  /** Seconds to wait; 0 where the call may go on. */
  knock(key: string): number;
}

const KEYS_AT_MOST = 10_000;

/** `now` in milliseconds of a clock that only rises. */
export function createCallLimit(
  options: { readonly calls: number; readonly windowSeconds: number },
  now: () => number = () => performance.now(),
): CallLimit {
  const windowMs = options.windowSeconds * 1000;
  const windows = new Map<string, { readonly endsAt: number; calls: number }>();
  return {
    knock(key) {
      const at = now();
      const running = windows.get(key);
      if (running && at < running.endsAt) {
        running.calls += 1;
        return running.calls > options.calls ? Math.ceil((running.endsAt - at) / 1000) : 0;
      }
      windows.delete(key);
      windows.set(key, { endsAt: at + windowMs, calls: 1 });
      // Oldest first: whoever knocks from ever new addresses pushes out only himself and what has ended.
      const oldest = windows.keys().next().value;
      if (windows.size > KEYS_AT_MOST && oldest !== undefined) windows.delete(oldest);
      return 0;
    },
  };
}

// Sweeps at once and then after every pause, one pass at a time; a failed pass is told and the next one tries again.

export interface SweepLoop {
  /** Starts no further pass and resolves when the one under way is done. */
  stop(): Promise<void>;
}

export function startSweeping(
  pass: () => Promise<unknown>,
  options: { readonly pauseMs: number; readonly onError: (error: unknown) => void },
): SweepLoop {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();

  function next(): void {
    running = pass()
      .then(
        () => undefined,
        (error: unknown) => options.onError(error),
      )
      .then(() => {
        if (!stopped) timer = setTimeout(next, options.pauseMs);
      });
  }
  next();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

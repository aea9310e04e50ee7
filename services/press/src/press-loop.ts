// Looks for work at once, when woken, and after every pause, one pass at a time; a failed pass is told and the next tries again.

export interface PressLoop {
  /** There may be work. Returns at once. */
  wake(): void;
  /** Tells the pass under way to end and resolves when it has. */
  stop(): Promise<void>;
}

export function startPress(
  pass: (signal: AbortSignal) => Promise<void>,
  options: { readonly pauseMs: number; readonly onError: (error: unknown) => void },
): PressLoop {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;

  /** False where it failed: then the next pass waits for the pause. */
  async function run(): Promise<boolean> {
    do {
      again = false;
      try {
        await pass(stopping.signal);
      } catch (error) {
        options.onError(error);
        return false;
      }
    } while (again && !stopping.signal.aborted);
    return true;
  }

  function wake(): void {
    if (stopping.signal.aborted) return;
    if (running) {
      again = true;
      return;
    }
    clearTimeout(timer);
    running = run().then((went) => {
      running = undefined;
      if (stopping.signal.aborted) return;
      // Woken between the last look and the end of the pass.
      if (went && again) wake();
      else timer = setTimeout(wake, options.pauseMs);
    });
  }

  wake();
  return {
    wake,
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await running;
    },
  };
}

// Repeats a pass for as long as the service lives: at once, when woken, after each pause; pauses grow while it fails.

export interface Loop {
  /** There may be work. Returns at once; while it fails the pause is kept. */
  wake(): void;
  /** Tells the pass under way to end and resolves when it has. */
  stop(): Promise<void>;
}

export interface LoopOptions {
  /** Until the next pass after one that went well, in milliseconds. */
  readonly pauseMs: () => number | Promise<number>;
  readonly onError: (error: unknown) => void;
  readonly firstPauseMs?: number;
  readonly longestPauseMs?: number;
}

export function startLoop(pass: (signal: AbortSignal) => Promise<unknown>, options: LoopOptions): Loop {
  const { firstPauseMs = 1_000, longestPauseMs = 300_000 } = options;
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let failures = 0;

  /** Answers the pause before the next. */
  async function run(): Promise<number> {
    try {
      do {
        again = false;
        await pass(stopping.signal);
      } while (again && !stopping.signal.aborted);
      const pauseMs = await options.pauseMs();
      failures = 0;
      return pauseMs;
    } catch (error) {
      options.onError(error);
      failures += 1;
      return Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs);
    }
  }

  function start(): void {
    clearTimeout(timer);
    running = run().then((pauseMs) => {
      running = undefined;
      // Woken between the last look and the end of the pass.
      if (!stopping.signal.aborted) timer = setTimeout(start, again && failures === 0 ? 0 : pauseMs);
    });
  }

  start();
  return {
    wake() {
      if (stopping.signal.aborted || failures > 0) return;
      if (running) again = true;
      else start();
    },
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await running;
    },
  };
}

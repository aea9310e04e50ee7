// Works a list off until it is empty, however often it is woken meanwhile; after a failure it pauses and tries again.

export interface Drain {
  /** There may be work. Returns at once. */
  wake(): void;
  /** Takes nothing new and resolves when the batch under way is done. */
  stop(): Promise<void>;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;

/** `work` does one batch and answers how many; fewer than `fullBatch` (by default none) ends the run. */
export function createDrain(
  work: () => Promise<number>,
  onError: (error: unknown) => void,
  fullBatch = 1,
): Drain {
  let running: Promise<void> | null = null;
  const state = { again: false, stopped: false };
  let pauseMs = FIRST_PAUSE_MS;
  let pause: NodeJS.Timeout | null = null;

  async function run(): Promise<void> {
    try {
      do {
        state.again = false;
        while (!state.stopped && (await work()) >= fullBatch);
      } while (state.again && !state.stopped);
      pauseMs = FIRST_PAUSE_MS;
    } catch (error) {
      onError(error);
      if (!state.stopped) {
        pause = setTimeout(() => {
          pause = null;
          wake();
        }, pauseMs);
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  function wake(): void {
    if (state.stopped || pause) return;
    if (running) {
      state.again = true;
      return;
    }
    running = run().finally(() => {
      running = null;
      // Woken between the last look and the end of the run.
      if (state.again) wake();
    });
  }

  return {
    wake,
    async stop() {
      state.stopped = true;
      if (pause) clearTimeout(pause);
      await running;
    },
  };
}

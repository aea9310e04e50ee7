// Dates what arrives by the one clock of the service, without asking the database at each request.

/** The offset to `clock.now()` is older than allowed: answer 503 and let the caller come back. */
export class StaleClockError extends Error {
  readonly code = "clock_stale";
  /** When the caller may try again. */
  readonly retryAfterSeconds = 5;

  constructor() {
    super("clock_stale: the clock of the service has not been read lately");
    this.name = "StaleClockError";
  }
}

export interface ArrivalClock {
  /**
   * The instant by `clock.now()`, reckoned on this process's monotonic clock. Call it when the request
   * is complete. Throws StaleClockError when the last reading is too old.
   */
  now(): Temporal.Instant;
  stop(): void;
}

export interface ArrivalClockOptions {
  /** Reads `clock.now()`. */
  readonly measure: () => Promise<Temporal.Instant>;
  readonly everyMs?: number;
  readonly maxAgeMs?: number;
  /** Told of readings that failed, to be logged. */
  readonly onFailure?: (error: unknown) => void;
  /** Milliseconds that never jump; the process's own by default. */
  readonly monotonicMs?: () => number;
}

// The reading lies somewhere between question and answer: half of this is the greatest error.
const MAX_ROUND_TRIP_MS = 1000;

interface Reading {
  readonly instant: Temporal.Instant;
  readonly atMs: number;
}

/**
 * Reads the clock once before it answers, then every `everyMs` (1 s). Exact to half a second, usually to a
 * millisecond. Throws where that first reading fails.
 */
export async function createArrivalClock(options: ArrivalClockOptions): Promise<ArrivalClock> {
  const { measure, everyMs = 1000, maxAgeMs = 10_000, onFailure = () => undefined } = options;
  const monotonicMs = options.monotonicMs ?? (() => performance.now());
  let last = await read();
  let askedAtMs: number | undefined;

  async function read(): Promise<Reading> {
    const asked = monotonicMs();
    const instant = await measure();
    const answered = monotonicMs();
    if (answered - asked > MAX_ROUND_TRIP_MS) throw new Error("the clock answered too slowly to be exact");
    return { instant, atMs: (asked + answered) / 2 };
  }

  async function refresh(): Promise<void> {
    const asked = monotonicMs();
    // One question at a time, but a question that is never answered must not silence the next.
    if (askedAtMs !== undefined && asked - askedAtMs < maxAgeMs / 2) return;
    askedAtMs = asked;
    try {
      const reading = await read();
      if (reading.atMs > last.atMs) last = reading;
    } catch (error) {
      onFailure(error);
    } finally {
      if (askedAtMs === asked) askedAtMs = undefined;
    }
  }

  const timer = setInterval(() => void refresh(), everyMs);
  timer.unref();
  return {
    now() {
      const age = monotonicMs() - last.atMs;
      if (age > maxAgeMs) throw new StaleClockError();
      return last.instant.add({ microseconds: Math.round(age * 1000) });
    },
    stop: () => clearInterval(timer),
  };
}

// Runs a service as a process: starts it, stops it gracefully when told, ends it when something unforeseen happens.

import { createHealth } from "../health/create-health.ts";
import type { Health } from "../health/create-health.ts";
import { createLog } from "../log/create-log.ts";
import type { Log, LogLevel } from "../log/create-log.ts";
import { createMetrics } from "../metrics/create-metrics.ts";
import type { Metrics } from "../metrics/create-metrics.ts";

/** What a service gets to start with. */
export interface ServiceContext {
  readonly log: Log;
  readonly metrics: Metrics;
  /** Add a check for each thing the service cannot work without. */
  readonly health: Health;
  /** Aborted when the service is told to stop. */
  readonly signal: AbortSignal;
}

/** A service that has started. */
export interface RunningService {
  /** Takes nothing new, finishes what it has, closes everything. */
  stop(): Promise<void>;
}

export interface ServiceOptions {
  readonly name: string;
  readonly logLevel?: LogLevel;
  /** Answers once the service works. What it has opened so far when it throws ends with the process. */
  readonly start: (context: ServiceContext) => Promise<RunningService>;
  /** How long stopping may take before the process ends all the same. Default 15 s. */
  readonly stopWithinMs?: number;
}

/** Exit code after an error nobody caught (EX_SOFTWARE of sysexits.h). */
export const EXIT_SOFTWARE = 70;

/**
 * Call once per process, from `main.ts`. Ends with exit code 0 after SIGTERM or SIGINT; with 70 when
 * the start fails, an error is caught nowhere, or stopping takes too long. Where the variable
 * `STOP_WITH_PARENT` is set, the end of the standard input counts as SIGTERM: a killed parent leaves
 * nobody behind.
 */
export async function runService(options: ServiceOptions): Promise<void> {
  const { name, start, stopWithinMs = 15_000 } = options;
  const log = createLog({ service: name, level: options.logLevel ?? "info" });
  const health = createHealth((check, error) => log.warn({ check, err: error }, "not ready"));
  const metrics = createMetrics({ service: name, processFigures: true });
  const abort = new AbortController();
  let starting: Promise<RunningService> | undefined;
  let ending = false;

  async function end(exitCode: number): Promise<void> {
    // A second signal changes nothing: a terminal and a parent may both pass on one Ctrl-C.
    if (ending) return;
    ending = true;
    health.markStopping();
    abort.abort();
    setTimeout(() => {
      log.fatal({ stopWithinMs }, "did not stop in time");
      process.exit(EXIT_SOFTWARE);
    }, stopWithinMs);
    try {
      // Told to stop while it starts: whether the start still succeeds decides only what there is to stop.
      const running = await starting?.catch(() => undefined);
      await running?.stop();
      log.info("stopped");
      process.exit(exitCode);
    } catch (error) {
      log.fatal({ err: error }, "did not stop well");
      process.exit(EXIT_SOFTWARE);
    }
  }

  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (!ending) log.info({ signal }, "stopping");
      void end(0);
    });
  }
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, (error: unknown) => {
      log.fatal({ err: error, event }, "an error was caught nowhere");
      void end(EXIT_SOFTWARE);
    });
  }
  stopWithParent(() => void end(0));

  try {
    starting = start({ log, metrics, health, signal: abort.signal });
    await starting;
    log.info("started");
  } catch (error) {
    if (ending) return;
    log.fatal({ err: error }, "did not start");
    process.exit(EXIT_SOFTWARE);
  }
}

function stopWithParent(stop: () => void): void {
  if (process.env["STOP_WITH_PARENT"] === undefined) return;
  process.stdin.once("end", stop).once("error", stop).resume();
}

// One pass over everything that is due, with its figures; and when the next one begins.

import type { Log, Metrics } from "@posthorn/runtime";
import { type ErasureContext, runErasure } from "@posthorn/usecases";
import { shareTime } from "./share-time.ts";
import type { Problems } from "./watch-problems.ts";

export interface ErasingOptions {
  readonly log: Pick<Log, "info">;
  readonly metrics: Pick<Metrics, "counter" | "gauge">;
  readonly problems: Problems;
  /** Percent of the time that it may take. */
  readonly share: number;
  /** Something went: the journal has grown. */
  readonly onErased: () => void;
}

export function createErasing(
  ctx: ErasureContext,
  options: ErasingOptions,
): (signal: AbortSignal) => Promise<void> {
  const { log, metrics, problems } = options;
  const erased = metrics.counter("erased_total", "Items erased, by rule and set", ["rule", "set"]);
  const held = metrics.gauge("erasure_held", "Items due that the last pass left, by rule and set", [
    "rule",
    "set",
  ]);
  const failing = metrics.gauge("erasure_failing", "1 where the last pass did not get to a set's end", [
    "set",
  ]);
  const lastRun = metrics.gauge("erasure_last_run_timestamp_seconds", "When the last pass ended");
  const known = new Set<string>();

  return async (signal) => {
    const run = await runErasure(ctx, {
      signal,
      pause: shareTime(options.share, signal),
      onBatch: ({ rule, set }, count) => {
        erased.inc({ rule, set }, count.erased);
        if (count.erased > 0) options.onErased();
      },
    });
    // Another process is at it.
    if (run === null) return;
    held.reset();
    let total = 0;
    for (const [key, count] of Object.entries(run.counts)) {
      const [rule = "", set = ""] = key.split("/");
      held.set({ rule, set }, count.held);
      total += count.erased;
    }
    const failed = new Map(run.failures.map(({ set, error }) => [set, error]));
    for (const set of [...known, ...failed.keys()]) {
      known.add(set);
      failing.set({ set }, failed.has(set) ? 1 : 0);
      problems.report(`set ${set}`, failed.get(set) ?? null);
    }
    lastRun.set(run.endedAt.epochMilliseconds / 1000);
    if (total > 0) {
      options.onErased();
      log.info(
        { run: run.id, day: run.day.toString(), counts: run.counts, receipts: run.receipts },
        "erased",
      );
    }
  };
}

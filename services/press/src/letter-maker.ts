// One pass over all batches in which letters wait: one that cannot be made, or a whole batch, holds up no other.

import type { Metrics, Log } from "@posthorn/runtime";
import { type Context, listBatchesToMake, makeLetters, type PressPorts } from "@posthorn/usecases";

/** What failed is in the log by job and code, never by name or content. */
export function letterMaker(
  ctx: Context,
  ports: PressPorts,
  { log, metrics }: { readonly log: Pick<Log, "warn" | "error">; readonly metrics: Pick<Metrics, "counter"> },
): (signal: AbortSignal) => Promise<void> {
  const made = metrics.counter("letters_made_total", "Letters made");
  const fallen = metrics.counter("letters_fallen_out_total", "Letters that cannot be made, by reason", [
    "reason",
  ]);

  async function makeBatch(batchId: string, signal: AbortSignal): Promise<void> {
    const done = await makeLetters(ctx, ports, batchId, signal);
    made.inc(done.made);
    for (const { jobId, reason, error } of done.problems) {
      if (reason === null) log.error({ batchId, jobId, err: error }, "letter not made; it is tried again");
      else {
        fallen.inc({ reason });
        log.warn({ batchId, jobId, reason, err: error }, "letter fell out");
      }
    }
  }

  return async (signal) => {
    for (const batchId of await listBatchesToMake(ctx)) {
      if (signal.aborted) return;
      await makeBatch(batchId, signal).catch((error: unknown) =>
        log.error({ batchId, err: error }, "batch not made; it is tried again"),
      );
    }
  };
}

// What the queue does in the database outlasts a database that goes away.

import { setTimeout as pause } from "node:timers/promises";
import type { EnhancedWithPgClient, WithPgClient } from "graphile-worker";

const PAUSE_MS = 1_000;

/**
 * The queue takes and completes jobs through `withRetries`, which by itself tries again after few errors, up to two minutes
 * later, and knows none of a connection that breaks. Nobody awaits a completion: its error would be caught nowhere, and end
 * the process. The names of the tasks are asked for once: its error would be the answer for good, and no job be taken.
 *
 * So all of it is tried until it succeeds. Each is idempotent: a job that was taken while the answer got lost is the sweep's.
 */
export function outlastOutages(
  withPgClient: WithPgClient,
  stopped: AbortSignal,
  onError: (error: unknown) => void,
): void {
  (withPgClient as EnhancedWithPgClient).withRetries = async <T>(work: Parameters<WithPgClient>[0]) => {
    for (let told = false; ; told = true) {
      try {
        return (await withPgClient(work)) as T;
      } catch (error) {
        if (!told) onError(error);
      }
      await pause(PAUSE_MS, undefined, { signal: stopped }).catch(() => undefined);
      // There is nothing more to take, and what is not completed stays behind, where nobody takes it.
      if (stopped.aborted) return { rows: [] } as T;
    }
  };
}

// Lets only so many run at once and so many wait: hashing passwords must not starve everything else of memory and threads.

import { AppError } from "@posthorn/domain";

export interface ConcurrencyLimit {
  /** Runs `work` when its turn comes, in order of arrival; `busy` (retryable) where too many wait already. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

/** `atOnce` run together, at most `waiting` more queue. */
export function createConcurrencyLimit({
  atOnce,
  waiting,
}: {
  atOnce: number;
  waiting: number;
}): ConcurrencyLimit {
  const queue: (() => void)[] = [];
  let running = 0;

  async function run<T>(work: () => Promise<T>): Promise<T> {
    if (running >= atOnce) {
      if (queue.length >= waiting) throw new AppError("unavailable", "busy", { retryAfterSeconds: 2 });
      const { promise: turn, resolve } = Promise.withResolvers<void>();
      queue.push(resolve);
      // Whoever finishes hands his place over, so `running` stays as it is.
      await turn;
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  }

  return { run };
}

// Goes through a list several at a time, begun in its order.

/**
 * Rejects with the first failure, once what is under way is done; nothing is begun after it, nor once `signal` aborts.
 */
export async function inLanes<T>(
  all: readonly T[],
  lanes: number,
  work: (one: T) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const rest = all.values();
  const failures: unknown[] = [];

  async function lane(): Promise<void> {
    for (const one of rest) {
      if (signal?.aborted || failures.length > 0) return;
      await work(one).catch((error: unknown) => failures.push(error));
    }
  }

  await Promise.all(Array.from({ length: lanes }, lane));
  if (failures.length > 0) throw failures[0];
}

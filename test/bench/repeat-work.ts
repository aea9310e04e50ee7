// Repeats one piece of work side by side with itself and keeps how long each took.

export interface Load {
  /** Milliseconds each took, in the order in which they ended. */
  readonly took: readonly number[];
  /** From the first start to the last end. */
  readonly seconds: number;
}

export interface LoadOptions {
  readonly concurrency: number;
  /** Ends after that many, or… */
  readonly count?: number;
  /** …starts no new one after that time. */
  readonly seconds?: number;
}

/** A piece that throws ends the load with its error: a figure with failures in it says nothing. */
export async function repeatWork(
  options: LoadOptions,
  work: (index: number) => Promise<unknown>,
): Promise<Load> {
  const { concurrency, count = Number.POSITIVE_INFINITY, seconds = Number.POSITIVE_INFINITY } = options;
  const took: number[] = [];
  const begun = performance.now();
  let next = 0;
  async function go(): Promise<void> {
    while (next < count && performance.now() - begun < seconds * 1000) {
      const index = next++;
      const started = performance.now();
      await work(index);
      took.push(performance.now() - started);
    }
  }
  await Promise.all(Array.from({ length: concurrency }, go));
  return { took, seconds: (performance.now() - begun) / 1000 };
}

/** Both loads as one that took as long as the two together. */
export function addLoads(first: Load, second: Load): Load {
  return { took: [...first.took, ...second.took], seconds: first.seconds + second.seconds };
}

export const NO_LOAD: Load = { took: [], seconds: 0 };

export function perSecond(load: Load): number {
  return load.took.length / load.seconds;
}

/** The value that `share` (0..1) of all do not exceed; NaN where there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

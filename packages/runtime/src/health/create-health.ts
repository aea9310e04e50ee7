// Says whether a service lives and whether it should be sent work.

/** An answer for whatever speaks HTTP. */
export interface HealthAnswer {
  readonly status: 200 | 503;
  readonly body: { readonly status: "ok" | "not ready" | "stopping"; readonly failing: readonly string[] };
}

export interface Health {
  /** Adds a condition of being ready: it fails by throwing, or by taking longer than 2 seconds. */
  addCheck(name: string, check: () => Promise<void>): void;
  /** From now on the service is not ready: it finishes what it has. */
  markStopping(): void;
  /** For `/healthz`: 200 as long as the process can answer. */
  live(): HealthAnswer;
  /** For `/readyz`: 200 when every check passes. Names the failing ones, never why: that is in the log. */
  ready(): Promise<HealthAnswer>;
}

const CHECK_MS = 2000;

/** `onFailure` is told the reason of each failing check. */
export function createHealth(onFailure: (name: string, error: unknown) => void = () => undefined): Health {
  const checks = new Map<string, () => Promise<void>>();
  let stopping = false;

  async function fails(name: string, check: () => Promise<void>): Promise<string | undefined> {
    try {
      await withinMs(CHECK_MS, check);
      return undefined;
    } catch (error) {
      onFailure(name, error);
      return name;
    }
  }

  return {
    addCheck: (name, check) => void checks.set(name, check),
    markStopping: () => {
      stopping = true;
    },
    live: () => ({ status: 200, body: { status: "ok", failing: [] } }),
    ready: async () => {
      if (stopping) return { status: 503, body: { status: "stopping", failing: [] } };
      const results = await Promise.all([...checks].map(([name, check]) => fails(name, check)));
      const failing = results.filter((name) => name !== undefined);
      if (failing.length > 0) return { status: 503, body: { status: "not ready", failing } };
      return { status: 200, body: { status: "ok", failing: [] } };
    },
  };
}

async function withinMs(limit: number, work: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${limit} ms`)), limit);
  });
  try {
    await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

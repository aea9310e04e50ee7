// What the API is given; main.ts wires it, tests as well.

import type { ApiKeyPort, Context, KeyHolder, TakePorts } from "@posthorn/usecases";
import type { WebLog } from "@posthorn/web";

interface HealthAnswer {
  readonly status: 200 | 503;
  readonly body: object;
}

export interface ApiDeps {
  readonly ctx: Context;
  /** Public origin, e.g. `https://api.example`. */
  readonly origin: string;
  readonly log: WebLog;
  readonly health: { live(): HealthAnswer; ready(): Promise<HealthAnswer> };
  readonly keys: ApiKeyPort;
  readonly intake: TakePorts;
  /** Throws AppError too_many once a key asks more often than it may. */
  readonly rate: { consume(keyId: string): void };
  /** When what has been read of the request had arrived; throws AppError unavailable `clock_stale`. */
  arrivedAt(): Temporal.Instant;
  /** True only where a proxy of ours sets `X-Forwarded-For` itself. */
  readonly trustedProxy: boolean;
}

/** What every request carries; `holder` from authentication on. */
export interface ApiServiceEnv {
  Variables: { requestId: string; holder: KeyHolder };
}

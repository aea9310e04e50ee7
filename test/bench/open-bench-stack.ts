// A stack for one bench: real processes, durable PostgreSQL, free ports, credits for as many messages as wanted.

import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { API_KEYS, type ServiceName, type Stack, type StackOptions, startStack } from "@posthorn/testkit";
import pg from "pg";
import type { BenchOptions } from "./define-bench.ts";
import { createPoster, type Poster } from "./post-message.ts";

export interface BenchStack extends Stack {
  /** As the owner: what a bench counts, it counts here. */
  readonly sql: pg.Pool;
  /** Requests under the key of the account with the credits. */
  readonly poster: Poster;
}

export const BENCH_ACCOUNT = API_KEYS.first.account;
// The column is an int; nobody sends more in a bench.
const CREDITS = 1_000_000_000;

// As in production: the stack's own pause is for clocks that are moved.
const SWEEP = { SWEEP_SECONDS: "60" };

/** Every line that a service logs as an error is said: a bench with errors in it measures something else. */
export async function openBenchStack(
  services: readonly ServiceName[],
  { profiles, say }: BenchOptions,
  environment: StackOptions["environment"] = {},
): Promise<BenchStack> {
  if (profiles !== undefined) mkdirSync(profiles, { recursive: true });
  const profiled = (name: ServiceName) =>
    profiles === undefined
      ? {}
      : {
          NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profiles} --cpu-prof-name=${name}-${process.pid}-${performance.now().toFixed(0)}.cpuprofile`,
        };
  const stack = await startStack({
    directory: mkdtempSync(join(tmpdir(), "posthorn-bench-")),
    temporary: true,
    services,
    log: say,
    environment: Object.fromEntries(
      services.map((name) => [
        name,
        { LOG_LEVEL: "warn", ...SWEEP, ...profiled(name), ...environment[name] },
      ]),
    ),
  });
  const sql = new pg.Pool({ connectionString: stack.ownerUrl, max: 10 });
  sql.on("error", () => undefined);
  const poster = createPoster(stack.ports.api);
  await sql.query("UPDATE account_credit SET balance = $1", [CREDITS]);
  return {
    ...stack,
    sql,
    poster,
    async stop() {
      poster.close();
      await sql.end();
      await stack.stop();
    },
  };
}

// Runs two witnesses of the log on one port, each below a path of its own and with a memory of its own.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Hono } from "hono";
import type { StandInClock } from "../standin/clock.ts";
import { serveApp } from "../standin/serve.ts";
import { createWitness, type Witness } from "./create-witness.ts";

export interface StandInWitness extends Witness {
  /** Submission prefix. */
  readonly url: string;
}

const NAMES = ["north", "south"];

export async function startWitnesses(options: {
  /** Where they remember, a file each. */
  readonly directory: string;
  /** 0 for a free one. */
  readonly port: number;
  readonly clock: StandInClock;
  /** Verifier key of the log. */
  readonly logKey: string;
}): Promise<{ readonly all: readonly StandInWitness[]; stop(): Promise<void> }> {
  mkdirSync(options.directory, { recursive: true, mode: 0o700 });
  const app = new Hono();
  const witnesses = NAMES.map((name) => {
    const file = join(options.directory, `${name}.json`);
    const witness = createWitness({
      name: `${name}.witness.example`,
      logKey: options.logKey,
      clock: options.clock,
      file,
    });
    app.route(`/${name}`, witness.app);
    return { name, witness };
  });
  const server = await serveApp(app, { port: options.port });
  return {
    all: witnesses.map(({ name, witness }) => ({ ...witness, url: `${server.url}/${name}` })),
    stop: () => server.stop(),
  };
}

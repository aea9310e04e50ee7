// Keeps the services of a stack: starts them at once, names the one that dies, ends them all.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { bundleServices } from "./bundle-services.ts";
import type { Ports } from "./choose-ports.ts";
import { portOf } from "./service-environment.ts";
import type { ServiceName } from "./service-environment.ts";
import { startService } from "./service-process.ts";
import type { ServiceEnd, ServiceProcess } from "./service-process.ts";

export interface ServiceRunner {
  /** Sends a signal and answers when the process has gone. Nothing starts it again by itself. */
  kill(name: ServiceName, signal?: NodeJS.Signals): Promise<ServiceEnd>;
  /** Starts a service that was killed or has died, and waits until it is ready; one that runs is stopped first. */
  restart(name: ServiceName): Promise<void>;
  /** The process identifier of a service that runs. Throws where this stack has none of that name. */
  pidOf(name: ServiceName): number;
  /** Services that ended by themselves, each with how and its last log lines, oldest first. */
  readonly deaths: readonly Error[];
}

export interface RunServicesOptions {
  readonly root: string;
  readonly names: readonly ServiceName[];
  readonly ports: Ports;
  /** Folder of the log files, one a service. */
  readonly logs: string;
  readonly environmentOf: (name: ServiceName) => Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
  readonly signal: AbortSignal | undefined;
  /** Takes what stops them, also when the start fails half way. */
  readonly started: AsyncDisposableStack;
}

const READY_WITHIN_MS = 90_000;
const STOP_WITHIN_MS = 20_000;

export async function runServices(options: RunServicesOptions): Promise<ServiceRunner> {
  const { names, log } = options;
  mkdirSync(options.logs, { recursive: true, mode: 0o700 });
  const bundles = await bundleServices(options.root, names);
  const running = new Map<ServiceName, ServiceProcess>();
  const deaths: Error[] = [];
  // Until all are ready the start itself reports what went wrong, once.
  let told = false;

  function launch(name: ServiceName): ServiceProcess {
    const service = startService({
      name,
      root: options.root,
      port: portOf(name, options.ports),
      environment: options.environmentOf(name),
      main: bundles.get(name) ?? "",
      logFile: join(options.logs, `${name}.log`),
      onErrorLine: (line) => {
        if (told) log(`${name}: ${line}`);
      },
      onDeath: (death) => {
        if (!told) return;
        deaths.push(death);
        log(death.message);
      },
    });
    running.set(name, service);
    return service;
  }

  async function stopAll(): Promise<void> {
    process.off("exit", killAll);
    await Promise.all(Array.from(running.values(), (service) => service.stop(STOP_WITHIN_MS)));
  }

  // The last resort, where our process ends without having stopped: no service outlives it for long.
  function killAll(): void {
    for (const service of running.values()) void service.kill("SIGKILL");
  }

  process.on("exit", killAll);
  options.started.defer(stopAll);
  const services = names.map(launch);
  const aborted = rejectOnAbort(options.signal);
  try {
    await Promise.race([
      Promise.all(services.map((service) => service.waitUntilReady(READY_WITHIN_MS))),
      aborted.promise,
    ]);
  } finally {
    aborted.stop();
  }
  told = true;

  return {
    deaths,
    pidOf(name) {
      const service = running.get(name);
      if (service === undefined) throw new Error(`This stack runs no ${name}.`);
      return service.pid;
    },
    async kill(name, signal = "SIGKILL") {
      const service = running.get(name);
      if (service === undefined) throw new Error(`This stack runs no ${name}.`);
      return service.kill(signal);
    },
    async restart(name) {
      await running.get(name)?.stop(STOP_WITHIN_MS);
      await launch(name).waitUntilReady(READY_WITHIN_MS);
    },
  };
}

function rejectOnAbort(signal: AbortSignal | undefined): { promise: Promise<never>; stop(): void } {
  const { promise, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(signal?.reason as Error);
  signal?.addEventListener("abort", onAbort, { once: true });
  // Nobody may be waiting any more when it comes.
  promise.catch(() => undefined);
  return { promise, stop: () => signal?.removeEventListener("abort", onAbort) };
}

// Runs the jobs a process has handlers for, until stopped. Failures are logged: the sweeps bring the work back.

import { Logger, run, type TaskList } from "graphile-worker";
import type { JobName, JobPayloads } from "./catalogue.ts";
import { outlastOutages } from "./outlast-outages.ts";

export type JobHandlers = { readonly [N in JobName]?: (payload: JobPayloads[N]) => Promise<void> };

export interface RunJobsOptions {
  readonly url: string;
  readonly handlers: JobHandlers;
  readonly concurrency: number;
  /** Called with a job that threw; must not throw. */
  readonly onError: (job: string, error: unknown) => void;
}

/** Resolves once jobs are taken; `stop` waits for those under way. */
export async function runJobs(options: RunJobsOptions): Promise<{ stop(): Promise<void> }> {
  const taskList: TaskList = {};
  for (const [name, handler] of Object.entries(options.handlers)) {
    taskList[name] = async (payload: unknown) => {
      try {
        await (handler as (payload: unknown) => Promise<void>)(payload);
      } catch (error) {
        options.onError(name, error);
      }
    };
  }
  const stopped = new AbortController();
  const onQueueError = (error: unknown) => options.onError("queue", error);
  const runner = await run({
    connectionString: options.url,
    taskList,
    concurrency: options.concurrency,
    maxPoolSize: options.concurrency + 2,
    noHandleSignals: true,
    pollInterval: 2_000,
    logger: new Logger(() => (level, message) => {
      if (level === "error") onQueueError(new Error(message));
    }),
    preset: {
      plugins: [
        {
          name: "posthorn-outages",
          worker: {
            hooks: {
              startWorker: (_, { withPgClient }) =>
                outlastOutages(withPgClient, stopped.signal, onQueueError),
            },
          },
        },
      ],
    },
  });
  runner.promise.catch(onQueueError);
  return {
    stop() {
      stopped.abort();
      return runner.stop();
    },
  };
}

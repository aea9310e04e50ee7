// Keeps one process that renders, asks it one job at a time, and takes a new one after each that died or was too slow.

import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { READY, type RenderAnswer, type RenderJob, type RenderVerdict } from "./render-job.ts";
import { createTurns } from "./take-turns.ts";

const HEAP_MB = 512;
const START_MS = 60_000;

export interface Renderer {
  /** Waits for its turn; the time counts from its own start. `unreadable` where the process died of it. Throws Error where the disk fails. */
  render(account: string, job: RenderJob): Promise<RenderVerdict>;
  close(): Promise<void>;
}

export interface RendererOptions {
  readonly timeoutMs: number;
  /** The one folder that the process may write to. */
  readonly folder: string;
}

export function createRenderer({ timeoutMs, folder }: RendererOptions): Renderer {
  let child: ChildProcess | null = null;
  const turns = createTurns();
  let closed = false;

  async function take(job: RenderJob): Promise<RenderVerdict> {
    if (closed) throw new Error("renditions are closed");
    child ??= await startProcess(folder);
    const answer = await ask(child, job, timeoutMs);
    if (!child.connected) child = null;
    if ("broken" in answer) throw new Error(`a rendition cannot be made here: ${answer.broken}`);
    return answer;
  }

  return {
    render: (account, job) => turns(account, () => take(job)),
    async close() {
      closed = true;
      if (child) await end(child);
    },
  };
}

/** With an environment of its own: the secrets of a service are no business of a file. */
async function startProcess(folder: string): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL("./render-process.ts", import.meta.url)), {
    cwd: folder,
    env: {},
    execArgv: [
      `--max-old-space-size=${HEAP_MB}`,
      // No network, no programs, no files but its own.
      "--permission",
      "--allow-worker",
      "--allow-addons",
      "--allow-fs-read=*",
      `--allow-fs-write=${folder}`,
      "--disable-warning=SecurityWarning",
    ],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const first = await firstWord(child);
  if (first !== READY) {
    await end(child);
    throw new Error(`the process that makes renditions does not start: ${String(first)}`);
  }
  // Alone it keeps no service from ending.
  child.unref();
  child.channel?.unref();
  return child;
}

/** What it says once it has read its own programs, which is no file's fault. */
async function firstWord(child: ChildProcess): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const timer = setTimeout(() => resolve("it takes too long"), START_MS);
  child.once("message", resolve);
  child.once("error", resolve);
  child.once("exit", (code, signal) => resolve(`it ended with ${code ?? signal}`));
  const word = await promise;
  clearTimeout(timer);
  child.removeAllListeners();
  return word;
}

async function ask(child: ChildProcess, job: RenderJob, timeoutMs: number): Promise<RenderAnswer> {
  const { promise, resolve } = Promise.withResolvers<RenderAnswer>();
  const died = (): void => resolve({ ok: false, reason: "unreadable" });
  child.once("message", (answer) => resolve(answer as RenderAnswer));
  child.once("exit", died);
  child.once("error", died);
  const timer = setTimeout(() => resolve({ ok: false, reason: "too_slow" }), timeoutMs);
  child.send(job, (error) => error && died());
  const answer = await promise;
  clearTimeout(timer);
  child.removeAllListeners();
  if ("reason" in answer && answer.reason === "too_slow") await end(child);
  return answer;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  // Else nothing would keep the wait alive.
  child.ref();
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}

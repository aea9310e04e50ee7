// Runs one service as in production: its real `main.ts`, a process of its own, watched until it ends.

import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { lastLines, reportErrors } from "./follow-log.ts";

/** How a process came to its end. */
export interface ServiceEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface ServiceProcess {
  readonly name: string;
  readonly pid: number;
  readonly logFile: string;
  /** Settles when the process has gone, whoever ended it. */
  readonly ended: Promise<ServiceEnd>;
  /** Answers once `/readyz` does with 200. Throws where the process ends or the time is over, with its last log lines. */
  waitUntilReady(withinMs: number): Promise<void>;
  /** Sends `signal` and answers when the process has gone. */
  kill(signal: NodeJS.Signals): Promise<ServiceEnd>;
  /** SIGTERM, and SIGKILL to one that has not gone after `withinMs`. */
  stop(withinMs: number): Promise<ServiceEnd>;
}

export interface ServiceStart {
  readonly name: string;
  /** Root of the clone: where `services/` and `node_modules/` are. */
  readonly root: string;
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  /** What Node runs: an absolute path. */
  readonly main: string;
  readonly logFile: string;
  /** Takes each line of level error or fatal as it is logged. */
  readonly onErrorLine: (line: string) => void;
  /** Told when the process ends without `kill` or `stop` having been called. */
  readonly onDeath: (death: Error) => void;
}

const READY_EVERY_MS = 40;
const SHOWN_LINES = 12;
/** Stacks tell the lines of the sources. With Node's own flag a map would be read at each start, for a stack that nobody sees. */
const MAP_STACKS = "data:text/javascript,process.setSourceMapsEnabled(true)";

/** The process ends with ours, even when that is killed with -9. */
export function startService(start: ServiceStart): ServiceProcess {
  const { name, root, main, logFile } = start;
  const log = openSync(logFile, "a", 0o600);
  // A session of its own: Ctrl-C reaches us alone, and we decide in which order things stop.
  const child = spawn(process.execPath, ["--import", MAP_STACKS, main], {
    cwd: root,
    detached: true,
    stdio: ["pipe", log, log],
    // Compiled modules are kept: a start costs half as much from the second time on.
    env: {
      NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "posthorn"),
      ...start.environment,
      STOP_WITH_PARENT: "1",
    },
  });
  closeSync(log);
  child.stdin?.on("error", () => undefined);
  const errors = reportErrors(logFile, start.onErrorLine);
  let expected = false;
  const ended = endOf(child).finally(() => errors.stop());
  void ended.then((end) => {
    if (!expected) start.onDeath(describeDeath(name, logFile, end));
  });

  async function waitUntilReady(withinMs: number): Promise<void> {
    const dead: { end?: ServiceEnd } = {};
    void ended.then((end) => (dead.end = end));
    const giveUp = performance.now() + withinMs;
    while (dead.end === undefined) {
      const answer = await askReady(start.port);
      if (answer === "ready") return;
      if (performance.now() > giveUp) {
        throw new Error(
          `${name} is not ready after ${Math.round(withinMs / 1000)} s (${answer}).\n${tail(logFile)}`,
        );
      }
      await pause(READY_EVERY_MS);
    }
    throw describeDeath(name, logFile, dead.end);
  }

  async function kill(signal: NodeJS.Signals): Promise<ServiceEnd> {
    expected = true;
    child.kill(signal);
    return ended;
  }

  async function stop(withinMs: number): Promise<ServiceEnd> {
    expected = true;
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), withinMs);
    return ended.finally(() => clearTimeout(timer));
  }

  return { name, pid: child.pid ?? -1, logFile, ended, waitUntilReady, kill, stop };
}

function endOf(child: ChildProcess): Promise<ServiceEnd> {
  return new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve({ code, signal }));
    child.once("error", () => resolve({ code: 127, signal: null }));
  });
}

async function askReady(port: number): Promise<string> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(3_000) });
    const text = await answer.text();
    return answer.status === 200 ? "ready" : `${answer.status} ${text.slice(0, 200)}`;
  } catch (error) {
    return (error as Error).name === "TimeoutError"
      ? "it accepts connections and does not answer"
      : "it does not listen";
  }
}

function describeDeath(name: string, logFile: string, end: ServiceEnd): Error {
  const how = end.signal === null ? `with exit code ${end.code}` : `by ${end.signal}`;
  return new Error(`${name} ended ${how}.\n${tail(logFile)}`);
}

function tail(logFile: string): string {
  const lines = lastLines(logFile, SHOWN_LINES);
  return [`The end of ${logFile}:`, ...(lines.length === 0 ? ["(nothing was logged)"] : lines)].join("\n  ");
}

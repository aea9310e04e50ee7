// Runs a program over a file of others within limits: of time, memory and disk, without network where the system can, and ends all it started.

import { spawn } from "node:child_process";

export interface ProgramRun {
  readonly command: readonly [program: string, ...args: string[]];
  /** Where it works, and all the home it has. */
  readonly folder: string;
  readonly timeoutMs: number;
}

export type ProgramEnd = "done" | "failed" | "too_slow";

/** For the worst case, that we are gone before it: processor seconds, KiB of memory, blocks of 512 octets in a file. */
const LIMITS = (timeoutMs: number): string =>
  `ulimit -t ${Math.ceil(timeoutMs / 500)} -v 6291456 -f 1048576; exec "$0" "$@"`;

let alone: Promise<readonly string[]> | undefined;

/** Answers when it and all processes it started are gone. */
export async function runProgram({ command, folder, timeoutMs }: ProgramRun): Promise<ProgramEnd> {
  alone ??= findIsolation();
  const child = spawn("sh", ["-c", LIMITS(timeoutMs), ...(await alone), ...command], {
    cwd: folder,
    env: { HOME: folder, TMPDIR: folder, PATH: process.env["PATH"] ?? "/usr/bin:/bin", LANG: "C.UTF-8" },
    stdio: "ignore",
    // A group of its own: what it starts is ended with it.
    detached: true,
  });
  const { promise, resolve } = Promise.withResolvers<ProgramEnd>();
  const timer = setTimeout(() => resolve("too_slow"), timeoutMs);
  child.once("error", () => resolve("failed"));
  child.once("exit", (code) => resolve(code === 0 ? "done" : "failed"));
  const end = await promise;
  clearTimeout(timer);
  endGroup(child.pid);
  return end;
}

function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // All of it has gone by itself.
  }
}

/** A network of its own, which leads nowhere, where the system lets us have one. */
function findIsolation(): Promise<readonly string[]> {
  const unshare = ["unshare", "--user", "--map-current-user", "--net"];
  const { promise, resolve } = Promise.withResolvers<readonly string[]>();
  const probe = spawn("unshare", [...unshare.slice(1), "true"], { stdio: "ignore" });
  probe.once("error", () => resolve([]));
  probe.once("exit", (code) => resolve(code === 0 ? unshare : []));
  return promise;
}

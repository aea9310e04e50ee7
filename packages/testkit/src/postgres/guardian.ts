// Starts the server so that it ends with us, however we end: stopped, crashed or killed with -9.

import { spawn } from "node:child_process";
import { closeSync, openSync, rmSync } from "node:fs";
import type { ServerUser } from "./server-user.ts";

/** A server process with a guardian that watches over us. */
export interface GuardedServer {
  /** The exit code, once the server has gone by itself or by `stop()`. */
  readonly exited: Promise<number>;
  hasExited(): boolean;
  /** Stops the server and deletes what was to be removed. Idempotent. */
  stop(): Promise<void>;
}

export interface GuardedStart {
  readonly program: string;
  readonly args: readonly string[];
  readonly user: ServerUser | undefined;
  /** File that takes the server's output. */
  readonly logFile: string;
  /** `SIGINT` finishes properly, `SIGQUIT` at once. */
  readonly stopSignal: "SIGINT" | "SIGQUIT";
  /** Folder to delete when the server has gone. */
  readonly removeAfter?: string | undefined;
}

// Its input is a pipe from us: it closes when we end, and then the shell does what stop() would have done.
const WATCH = `
read -r _
kill -s "$1" "$2" 2>/dev/null
while kill -0 "$2" 2>/dev/null; do sleep 0.1; done
[ -z "$3" ] || rm -rf "$3"
`;

/**
 * Runs the server in a process group of its own: Ctrl-C reaches the services, which still need it,
 * and not the database. Neither process keeps ours alive.
 */
export function startGuarded(start: GuardedStart): GuardedServer {
  const log = openSync(start.logFile, "a");
  const server = spawn(start.program, start.args, {
    cwd: "/",
    detached: true,
    stdio: ["ignore", log, log],
    env: { TZ: "UTC" },
    ...start.user,
  });
  closeSync(log);
  let gone = false;
  const exited = new Promise<number>((resolve, reject) => {
    server.once("error", reject);
    server.once("exit", (code) => resolve(code ?? 1));
  }).finally(() => (gone = true));
  // Reported to whoever awaits it, not as an unhandled rejection before.
  exited.catch(() => undefined);

  const signalName = start.stopSignal.slice("SIG".length);
  const guardian = spawn(
    "/bin/sh",
    ["-c", WATCH, "guardian", signalName, String(server.pid ?? ""), start.removeAfter ?? ""],
    { cwd: "/", detached: true, stdio: ["pipe", "ignore", "ignore"] },
  );
  guardian.stdin.on("error", () => undefined);
  guardian.unref();
  server.unref();

  async function stop(): Promise<void> {
    server.ref();
    if (!gone) server.kill(start.stopSignal);
    await exited.catch(() => undefined);
    guardian.kill("SIGKILL");
    if (start.removeAfter !== undefined) rmSync(start.removeAfter, { recursive: true, force: true });
  }
  return { exited, hasExited: () => gone, stop };
}

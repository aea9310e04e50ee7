// Makes a cluster's data directory, and clears away what a killed server left in it.

import { execFile } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import type { ServerUser } from "./server-user.ts";

/** Database superuser of every embedded cluster. */
export const OWNER = "posthorn";

/** Runs initdb in `directory`; `password` becomes the owner's. The folder must not exist yet. */
export async function createCluster(options: {
  binaries: string;
  directory: string;
  password: string;
  user: ServerUser | undefined;
}): Promise<void> {
  const { binaries, directory, user } = options;
  mkdirSync(dirname(directory), { recursive: true, mode: 0o755 });
  mkdirSync(directory, { mode: 0o700 });
  const passwordFile = `${directory}.password`;
  writeFileSync(passwordFile, options.password, { mode: 0o600 });
  if (user !== undefined) for (const path of [directory, passwordFile]) chownSync(path, user.uid, user.gid);
  const args = [
    `--pgdata=${directory}`,
    `--username=${OWNER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // The same order of words on every machine, whatever its C library.
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-sync",
    "--no-instructions",
  ];
  try {
    await promisify(execFile)(join(binaries, "bin", "initdb"), args, {
      cwd: "/",
      env: { TZ: "UTC" },
      ...user,
    });
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/**
 * Before a start: refuses a cluster that another running process keeps, stops a server whose keeper
 * has died, removes the lock file of a server that was killed.
 */
export async function clearLeftovers(directory: string): Promise<void> {
  const keeper = readNumber(keeperFile(directory));
  if (keeper !== undefined && keeper !== process.pid && isAlive(keeper)) {
    throw new Error(`The database in ${directory} is in use by process ${keeper}: stop that one first.`);
  }
  const lockFile = join(directory, "postmaster.pid");
  const server = readNumber(lockFile);
  if (server === undefined) return;
  if (isServerOf(server, directory)) {
    process.kill(server, "SIGINT");
    await waitUntil(() => !isAlive(server), `The server ${server} of an earlier run does not stop.`);
  }
  // After kill -9 the number may have gone to another process, which PostgreSQL would take for a server.
  rmSync(lockFile, { force: true });
}

/** Notes which process keeps the cluster; call once it has started. */
export function noteKeeper(directory: string): void {
  writeFileSync(keeperFile(directory), String(process.pid));
}

/** Forgets the keeper after an orderly stop. */
export function forgetKeeper(directory: string): void {
  rmSync(keeperFile(directory), { force: true });
}

/** True once the server in `directory` takes connections. */
export function isReady(directory: string): boolean {
  const lockFile = join(directory, "postmaster.pid");
  return existsSync(lockFile) && readFileSync(lockFile, "utf8").split("\n")[7]?.trim() === "ready";
}

/** Awaits `condition`, looking every 10 ms; throws `message` after `seconds`. */
export async function waitUntil(condition: () => boolean, message: string, seconds = 30): Promise<void> {
  const giveUp = performance.now() + seconds * 1000;
  while (!condition()) {
    if (performance.now() > giveUp) throw new Error(message);
    await pause(10);
  }
}

function keeperFile(directory: string): string {
  return `${directory}.keeper`;
}

function readNumber(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const number = Number(readFileSync(file, "utf8").split("\n")[0]);
  return Number.isInteger(number) && number > 1 ? number : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function isServerOf(pid: number, directory: string): boolean {
  if (!isAlive(pid)) return false;
  const commandLine = `/proc/${pid}/cmdline`;
  // Without /proc nothing tells whose process it is: leave it alone, PostgreSQL decides.
  return existsSync(commandLine) && readFileSync(commandLine, "utf8").includes(directory);
}

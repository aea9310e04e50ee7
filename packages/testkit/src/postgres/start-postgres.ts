// Starts a real PostgreSQL server for the dev stack and the tests, or uses the one of DATABASE_URL.

import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { preparePostgresHome } from "./binaries.ts";
import {
  clearLeftovers,
  createCluster,
  forgetKeeper,
  isReady,
  noteKeeper,
  OWNER,
  waitUntil,
} from "./cluster.ts";
import { ensureDatabase } from "./database.ts";
import { startGuarded } from "./guardian.ts";
import { chooseServerUser } from "./server-user.ts";
import type { ServerUser } from "./server-user.ts";

/** A running server. */
export interface PostgresServer {
  /** Connection as superuser to a database of ours; the server's other databases differ in the path only. */
  readonly url: string;
  readonly port: number;
  /** Stops what was started, and deletes the cluster where no data directory was named. Idempotent. */
  stop(): Promise<void>;
}

export interface StartPostgresOptions {
  /** Where the cluster lives; it survives a stop. Without it a cluster is made and deleted on `stop()`. */
  readonly dataDirectory?: string;
  /** Port on 127.0.0.1; a free one where not given. */
  readonly port?: number;
  /** Deletes what stands in `dataDirectory` (or in the database of `DATABASE_URL`) first. Default false. */
  readonly fresh?: boolean;
  /** False trades what is safe after a power cut for speed: tests only. Default true. */
  readonly fsync?: boolean;
}

/**
 * Starts PostgreSQL on 127.0.0.1 and answers when it takes connections. The server ends with this
 * process, even when that is killed. Throws where the port is taken or the cluster is in use.
 *
 * With `DATABASE_URL` set nothing is started: the database it names is made where missing, and
 * `stop()` leaves it alone.
 */
export async function startPostgres(options: StartPostgresOptions = {}): Promise<PostgresServer> {
  const given = process.env["DATABASE_URL"];
  if (given !== undefined && given !== "") {
    await ensureDatabase(given, options.fresh ?? false);
    return { url: given, port: Number(new URL(given).port || 5432), stop: async () => undefined };
  }
  const home = preparePostgresHome();
  const temporary = join(home.root, `run-${randomBytes(6).toString("hex")}`);
  const cluster = {
    binaries: home.binaries,
    directory: options.dataDirectory ?? join(temporary, "data"),
    user: chooseServerUser(),
    removeAfter: options.dataDirectory === undefined ? temporary : undefined,
  };
  await makeCluster(cluster, options.fresh ?? false);
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await findFreePort());
    const server = await startServer(cluster, port, options.fsync ?? true);
    if (server !== "port taken") return server;
    if (options.port !== undefined || attempt === 3)
      throw new Error(`Port ${port} on 127.0.0.1 is already taken.`);
  }
}

/**
 * The data directory for the clone in `projectRoot`. It lies outside the clone, which may be below a
 * folder that the server's user cannot enter.
 */
export function dataDirectoryFor(projectRoot: string): string {
  const key = createHash("sha256").update(projectRoot).digest("hex").slice(0, 12);
  return join(preparePostgresHome().root, `clone-${key}`, "data");
}

interface Cluster {
  readonly binaries: string;
  readonly directory: string;
  readonly user: ServerUser | undefined;
  readonly removeAfter: string | undefined;
}

async function makeCluster(cluster: Cluster, fresh: boolean): Promise<void> {
  const { directory } = cluster;
  if (existsSync(directory)) {
    await clearLeftovers(directory);
    const usable = existsSync(join(directory, "PG_VERSION")) && existsSync(secretFile(directory));
    if (fresh || !usable) rmSync(directory, { recursive: true });
  }
  if (existsSync(directory)) return;
  mkdirSync(dirname(directory), { recursive: true, mode: 0o755 });
  const password = randomBytes(24).toString("base64url");
  writeFileSync(secretFile(directory), password, { mode: 0o600 });
  await createCluster({ ...cluster, password });
}

async function startServer(
  cluster: Cluster,
  port: number,
  fsync: boolean,
): Promise<PostgresServer | "port taken"> {
  const { directory } = cluster;
  const logFile = `${directory}.log`;
  writeFileSync(logFile, "", { mode: 0o600 });
  const server = startGuarded({
    program: join(cluster.binaries, "bin", "postgres"),
    args: ["-D", directory, ...settings(port, fsync)],
    user: cluster.user,
    logFile,
    stopSignal: cluster.removeAfter === undefined ? "SIGINT" : "SIGQUIT",
    removeAfter: cluster.removeAfter,
  });
  await waitUntil(
    () => server.hasExited() || isReady(directory),
    `PostgreSQL does not get ready, see ${logFile}`,
  );
  if (server.hasExited()) {
    // Throws where it could not be spawned at all.
    await server.exited;
    const log = readFileSync(logFile, "utf8");
    if (/could not bind|could not create any TCP\/IP sockets/.test(log)) return "port taken";
    throw new Error(`PostgreSQL stopped at its start:\n${log}`);
  }
  noteKeeper(directory);
  const password = readFileSync(secretFile(directory), "utf8");
  const url = `postgres://${OWNER}:${password}@127.0.0.1:${port}/${OWNER}`;
  await ensureDatabase(url, false);
  return {
    url,
    port,
    stop: async () => {
      await server.stop();
      forgetKeeper(directory);
    },
  };
}

function settings(port: number, fsync: boolean): string[] {
  const values: Record<string, string | number> = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 300,
    shared_buffers: "128MB",
    timezone: "UTC",
    log_timezone: "UTC",
    log_checkpoints: "off",
    ...(fsync ? {} : { fsync: "off", full_page_writes: "off" }),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

function secretFile(directory: string): string {
  return `${directory}.secret`;
}

async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free port on 127.0.0.1.");
  return address.port;
}

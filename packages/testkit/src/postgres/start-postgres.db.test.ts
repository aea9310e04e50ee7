import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { preparePostgresHome } from "./binaries.ts";
import { waitUntil } from "./cluster.ts";
import { withConnection } from "./database.ts";
import { startPostgres } from "./start-postgres.ts";

const folders: string[] = [];

function newDataDirectory(): string {
  const folder = mkdtempSync(join(preparePostgresHome().root, "test-"));
  // The server's user has to pass through.
  chmodSync(folder, 0o755);
  folders.push(folder);
  return join(folder, "data");
}

afterEach(() => {
  vi.unstubAllEnvs();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function withoutDatabaseUrl(): void {
  vi.stubEnv("DATABASE_URL", "");
}

async function ask(url: string, sql: string): Promise<unknown> {
  return withConnection(url, async (client) => {
    const answer = await client.query<Record<string, unknown>>(sql);
    return Object.values(answer.rows[0] ?? {})[0];
  });
}

function serverProcess(dataDirectory: string): number {
  return Number(readFileSync(join(dataDirectory, "postmaster.pid"), "utf8").split("\n")[0]);
}

function isRunning(pid: number): boolean {
  return (
    existsSync(`/proc/${pid}/cmdline`) && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres")
  );
}

/** Starts a server from a process of its own, whose end is ours to choose. */
async function startElsewhere(dataDirectory: string): Promise<{ kill: () => void; url: string }> {
  const module = new URL("./start-postgres.ts", import.meta.url).href;
  const source = `
    const { startPostgres } = await import(${JSON.stringify(module)});
    const server = await startPostgres({ dataDirectory: ${JSON.stringify(dataDirectory)}, fsync: false });
    process.stdout.write(server.url);
    setInterval(() => undefined, 60_000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", source], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [url] = (await once(child.stdout, "data")) as [Buffer];
  return { kill: () => child.kill("SIGKILL"), url: url.toString() };
}

test("what was written survives a stop, and fresh begins anew", async () => {
  withoutDatabaseUrl();
  const dataDirectory = newDataDirectory();
  const first = await startPostgres({ dataDirectory, fsync: false });
  await ask(first.url, "create table kept (id int)");
  await first.stop();
  await first.stop();

  const second = await startPostgres({ dataDirectory, fsync: false });
  expect(await ask(second.url, "select to_regclass('kept')::text")).toBe("kept");
  await second.stop();

  const third = await startPostgres({ dataDirectory, fresh: true, fsync: false });
  expect(await ask(third.url, "select to_regclass('kept')::text")).toBeNull();
  await third.stop();
});

test("words are UTF-8, sorted alike everywhere, upper-cased beyond ASCII; writes are durable by default", async () => {
  withoutDatabaseUrl();
  const server = await startPostgres();
  expect(await ask(server.url, "select upper('łőș') || current_setting('server_encoding')")).toBe("ŁŐȘUTF8");
  expect(await ask(server.url, "select current_setting('fsync')")).toBe("on");
  await server.stop();
});

test("only who knows the password gets in", async () => {
  withoutDatabaseUrl();
  const server = await startPostgres({ fsync: false });
  const stranger = new URL(server.url);
  stranger.password = "guess";
  await expect(ask(stranger.href, "select 1")).rejects.toThrow("password authentication failed");
  await server.stop();
});

test("a temporary cluster leaves no folder behind", async () => {
  withoutDatabaseUrl();
  const server = await startPostgres({ fsync: false });
  const directory = String(await ask(server.url, "select current_setting('data_directory')"));
  expect(statSync(directory).isDirectory()).toBe(true);
  await server.stop();
  expect(existsSync(dirname(directory))).toBe(false);
});

test("a taken port is named", async () => {
  withoutDatabaseUrl();
  const holder = createServer().listen(0, "127.0.0.1");
  await once(holder, "listening");
  const { port } = holder.address() as AddressInfo;
  await expect(startPostgres({ port, fsync: false })).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is already taken`,
  );
  holder.close();
});

test("a cluster in use is refused, and free again once its keeper was killed", async () => {
  withoutDatabaseUrl();
  const dataDirectory = newDataDirectory();
  const other = await startElsewhere(dataDirectory);
  await expect(startPostgres({ dataDirectory, fsync: false })).rejects.toThrow("is in use by process");

  const orphan = serverProcess(dataDirectory);
  other.kill();
  await waitUntil(() => !isRunning(orphan), "The server outlived its keeper.");
  const server = await startPostgres({ dataDirectory, fsync: false });
  expect(await ask(server.url, "select 1")).toBe(1);
  await server.stop();
});

test("the lock file of a killed server does not stand in the way, even when its number lives on", async () => {
  withoutDatabaseUrl();
  const dataDirectory = newDataDirectory();
  const first = await startPostgres({ dataDirectory, fsync: false });
  const lockFile = join(dataDirectory, "postmaster.pid");
  const lock = readFileSync(lockFile, "utf8");
  await first.stop();

  writeFileSync(lockFile, lock.replace(/^\d+/, String(process.pid)));
  const second = await startPostgres({ dataDirectory, fsync: false });
  expect(await ask(second.url, "select 1")).toBe(1);
  await second.stop();
});

test("DATABASE_URL is used as it is: its database is made, and outlives stop", async () => {
  withoutDatabaseUrl();
  const server = await startPostgres({ fsync: false });
  const given = new URL(server.url);
  given.pathname = "/elsewhere";
  vi.stubEnv("DATABASE_URL", given.href);

  const used = await startPostgres();
  expect(used).toMatchObject({ url: given.href, port: server.port });
  await used.stop();
  expect(await ask(given.href, "select current_database()")).toBe("elsewhere");
  await server.stop();
});

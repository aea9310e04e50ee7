import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { freePorts } from "./choose-ports.ts";
import { startService } from "./service-process.ts";
import type { ServiceProcess } from "./service-process.ts";

const CLONE = resolve(fileURLToPath(import.meta.url), "../../../../..");
const RUNTIME = join(CLONE, "packages/runtime/src/index.ts");
/** A service as ours are: it says so when asked, and stops when told. */
const GOOD = `
import { runService, serveHealth } from ${JSON.stringify(RUNTIME)};
await runService({ name: "good", start: async ({ health, metrics, log }) => {
  const server = await serveHealth({ health, metrics, port: Number(process.env.PORT) });
  log.error({ home: process.env.SOME_SETTING }, "an error to be seen");
  return server;
} });
`;

let root: string;
let port: number;
let services: ServiceProcess[];
let said: string[];

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "posthorn-service-"));
  symlinkSync(join(CLONE, "node_modules"), join(root, "node_modules"));
  port = (await freePorts()).portal;
  services = [];
  said = [];
});

afterEach(async () => {
  await Promise.all(services.map((service) => service.kill("SIGKILL")));
  rmSync(root, { recursive: true, force: true });
});

test("a service is ready, passes its errors on and stops when told", async () => {
  const service = launch(GOOD);
  await service.waitUntilReady(20_000);
  expect(await service.stop(10_000)).toEqual({ code: 0, signal: null });
  expect(said.filter((line) => line.includes("died"))).toEqual([]);
  expect(said.some((line) => line.includes("an error to be seen") && line.includes("a value"))).toBe(true);
});

test("one that does not start is named with its exit code and its last words", async () => {
  const service = launch(`process.stderr.write("CONTENT_URL is not set.\\n"); process.exit(78);`);
  const error = await service.waitUntilReady(20_000).catch((reason: unknown) => String(reason));
  expect(error).toContain("probe ended with exit code 78");
  expect(error).toContain("CONTENT_URL is not set.");
});

test("one that is killed by somebody else is told of, one that we kill is not", async () => {
  const service = launch(GOOD);
  await service.waitUntilReady(20_000);
  process.kill(service.pid, "SIGKILL");
  await service.ended;
  await expect
    .poll(() => said.filter((line) => line.startsWith("died: probe ended by SIGKILL")))
    .toHaveLength(1);

  const second = launch(GOOD);
  await second.waitUntilReady(20_000);
  expect(await second.kill("SIGKILL")).toEqual({ code: null, signal: "SIGKILL" });
  expect(said.filter((line) => line.startsWith("died"))).toHaveLength(1);
});

test("one that never gets ready is given up with what it answered", async () => {
  const service = launch(`await new Promise(() => setInterval(() => undefined, 1000));`);
  await expect(service.waitUntilReady(500)).rejects.toThrow("not ready after");
});

test("one that does not stop in time is killed", async () => {
  const ready = join(root, "ready");
  const service = launch(`
    process.on("SIGTERM", () => undefined);
    (await import("node:fs")).writeFileSync(${JSON.stringify(ready)}, "");
    setInterval(() => undefined, 1000);`);
  await expect.poll(() => existsSync(ready), { timeout: 10_000 }).toBe(true);
  expect(await service.stop(200)).toEqual({ code: null, signal: "SIGKILL" });
});

test("a log is appended to, whoever starts next", async () => {
  const service = launch(`process.stdout.write("first\\n"); process.exit(1);`);
  await service.ended;
  await launch(`process.stdout.write("second\\n"); process.exit(1);`).ended;
  expect(readFileSync(service.logFile, "utf8")).toBe("first\nsecond\n");
});

test("the stack of an error tells the line of the source, as the map of its bundle says", async () => {
  const map = { version: 3, sources: ["written-by-us.ts"], names: [], mappings: "AAwCA" };
  const url = `data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString("base64")}`;
  const service = launch(`throw new Error("a fault");\n//# sourceMappingURL=${url}\n`);
  await service.ended;
  expect(readFileSync(service.logFile, "utf8")).toMatch(/written-by-us\.ts:41:/u);
});

function launch(source: string): ServiceProcess {
  const file = join(root, "services/probe/src/main.ts");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, source);
  writeFileSync(join(root, "package.json"), `{"type":"module"}`);
  const service = startService({ ...settings(), name: "probe", main: file });
  services.push(service);
  return service;
}

function settings() {
  return {
    root,
    port,
    environment: { PATH: process.env["PATH"] ?? "", PORT: String(port), SOME_SETTING: "a value" },
    logFile: join(root, "probe.log"),
    onErrorLine: (line: string) => void said.push(line),
    onDeath: (death: Error) => void said.push(`died: ${death.message}`),
  };
}

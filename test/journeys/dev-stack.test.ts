// `npm start` as people use it: ready with everything named, gone without a trace, the same again next time.

import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { dataDirectoryFor, freePorts, openLocal } from "@posthorn/testkit";
import type { Ports } from "@posthorn/testkit";
import { afterEach, beforeEach, expect, test } from "vitest";

interface Description {
  readonly portal: string;
  readonly api: string;
  readonly collect: string;
  readonly mailbox: string;
  readonly phone: string;
  readonly clock: string;
  readonly apiKey: string;
  readonly people: readonly { readonly role: string; readonly email: string; readonly password: string }[];
}

let home: string;
let ports: Ports;
let running: Started[];

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "posthorn-home-"));
  ports = await freePorts();
  running = [];
});

afterEach(async () => {
  for (const each of running) await end(each, "SIGTERM");
  rmSync(home, { recursive: true, force: true });
  rmSync(join(dataDirectoryFor(join(home, "dev")), ".."), { recursive: true, force: true });
});

test(
  "says what runs where; Ctrl-C and kill -9 leave nothing running, the data stays, and --fresh begins anew",
  { timeout: 600_000 },
  async () => {
    const first = await startReady();
    await saysWhatRuns(first);
    const before = await timeOf();
    const moved = await openLocal(description().clock, {
      method: "POST",
      body: JSON.stringify({ advance: "P16D" }),
    });
    expect(await moved.json()).toMatchObject({ settled: true });
    first.child.kill("SIGKILL");
    await first.exit;
    await nothingListens();

    const second = await startReady();
    expect(before.until(await timeOf()).total("hours")).toBeGreaterThan(15 * 24);
    await end(second, "SIGINT");
    expect(existsSync(join(home, "dev.json"))).toBe(false);
    await nothingListens();

    await startReady(["--fresh"]);
    expect(before.until(await timeOf()).total("hours")).toBeLessThan(1);
  },
);

test("Ctrl-C in the middle of the start leaves nothing running", { timeout: 240_000 }, async () => {
  const stack = launch();
  await expect.poll(() => existsSync(join(home, "dev", "logs")), { timeout: 180_000 }).toBe(true);
  await end(stack, "SIGINT");
  await nothingListens();
});

test("a port that is taken is named, and nothing is started", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(ports.collect, "127.0.0.1", resolve));
  try {
    const stack = launch();
    expect(await stack.exit).toBe(1);
    expect(stack.output()).toContain(`${ports.collect} is wanted by the collect site`);
    expect(existsSync(join(home, "dev.json"))).toBe(false);
  } finally {
    await new Promise((resolve) => other.close(resolve));
  }
  await nothingListens();
});

test("what it does not know is said", async () => {
  const stack = launch(["--freshly"]);
  expect(await stack.exit).toBe(64);
  expect(stack.output()).toContain("does not know --freshly");
});

async function saysWhatRuns(stack: Started): Promise<void> {
  const described = description();
  for (const address of [described.portal, described.api, described.collect]) {
    expect((await openLocal(`${address}/readyz`)).status, address).toBe(200);
    expect(stack.output()).toContain(address);
  }
  for (const address of [described.mailbox, described.phone, described.clock]) {
    expect((await openLocal(address)).status, address).toBe(200);
  }
  for (const person of described.people) expect(stack.output()).toContain(person.password);
  const key = { authorization: `Bearer ${described.apiKey}` };
  expect((await openLocal(`${described.api}/v1/messages`, { headers: key })).status).toBe(200);
}

interface Started {
  readonly child: ChildProcess;
  readonly exit: Promise<number | null>;
  readonly output: () => string;
}

function launch(args: readonly string[] = []): Started {
  let said = "";
  const child = spawn(process.execPath, ["--import", "tsx", "infra/dev/start.ts", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, POSTHORN_HOME: home, POSTHORN_PORT_BASE: String(ports.portal), DATABASE_URL: "" },
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (bytes: Buffer) => (said += bytes.toString("utf8")));
  const exit = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  const started = { child, exit, output: () => said };
  running.push(started);
  return started;
}

async function startReady(args: readonly string[] = []): Promise<Started> {
  const started = launch(args);
  let over = false;
  void started.exit.then(() => (over = true));
  while (!started.output().includes("Ready in")) {
    if (over) throw new Error(started.output());
    await pause(50);
  }
  return started;
}

async function end(started: Started, signal: NodeJS.Signals): Promise<void> {
  started.child.kill(signal);
  expect(await started.exit).not.toBeUndefined();
}

function description(): Description {
  return JSON.parse(readFileSync(join(home, "dev.json"), "utf8")) as Description;
}

async function timeOf(): Promise<Temporal.Instant> {
  const { now } = (await (await openLocal(description().clock)).json()) as { now: string };
  return Temporal.Instant.from(now);
}

async function nothingListens(): Promise<void> {
  const free = (port: number) =>
    new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once("error", () => resolve(false));
      probe.listen({ port, host: "127.0.0.1", exclusive: true }, () => probe.close(() => resolve(true)));
    });
  const taken = async () => {
    const states = await Promise.all(
      Object.entries(ports).map(async ([name, port]) => ((await free(port)) ? [] : [name])),
    );
    return states.flat();
  };
  await expect.poll(taken, { timeout: 20_000 }).toEqual([]);
}

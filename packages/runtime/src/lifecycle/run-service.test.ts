import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, test } from "vitest";

const MODULE = JSON.stringify(new URL("../index.ts", import.meta.url).href);
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

interface Ended {
  readonly code: number | null;
  readonly lines: readonly Record<string, unknown>[];
}

/** Runs a service as a process; `start` is the source of its start function. */
function run(start: string, options = "", variables: Record<string, string> = {}) {
  const source = `const { runService } = await import(${MODULE});
    await runService({ name: "probe", ${options} start: ${start} });`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", source], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, ...variables },
  });
  children.push(child);
  let output = "";
  child.stdout.on("data", (data: Buffer) => (output += data.toString()));
  return {
    child,
    said: async (message: string) => {
      while (!output.includes(message)) await once(child.stdout, "data");
    },
    ended: async (): Promise<Ended> => {
      const [code] = (await once(child, "close")) as [number | null];
      return {
        code,
        lines: output
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line) as Record<string, unknown>),
      };
    },
  };
}

// A service with something open that keeps the process alive until it is stopped.
const STEADY = `async ({ log, health, signal }) => {
  const timer = setInterval(() => {}, 1000);
  return { stop: async () => {
    const { body } = await health.ready();
    log.info({ aborted: signal.aborted, status: body.status }, "closing");
    clearInterval(timer);
  } };
}`;

test.each(["SIGTERM", "SIGINT"] as const)(
  "%s, even twice, stops it gracefully with exit code 0",
  async (signal) => {
    const service = run(STEADY);
    await service.said("started");
    service.child.kill(signal);
    service.child.kill(signal);
    const { code, lines } = await service.ended();
    expect(code).toBe(0);
    expect(lines.filter((line) => line["msg"] === "closing")).toEqual([
      expect.objectContaining({ aborted: true, status: "stopping", service: "probe" }),
    ]);
    expect(lines).toContainEqual(expect.objectContaining({ msg: "stopped" }));
  },
);

test("a stop that hangs is cut off", async () => {
  const service = run(
    `async () => { setInterval(() => {}, 1000); return { stop: () => new Promise(() => {}) }; }`,
    "stopWithinMs: 50,",
  );
  await service.said("started");
  service.child.kill("SIGTERM");
  const { code, lines } = await service.ended();
  expect(code).toBe(70);
  expect(lines.at(-1)).toMatchObject({ level: "fatal", msg: "did not stop in time" });
});

test("a start that fails is logged, and ends the process", async () => {
  const { code, lines } = await run(`async () => { throw new Error("no database"); }`).ended();
  expect(code).toBe(70);
  expect(lines).toEqual([
    expect.objectContaining({
      msg: "did not start",
      err: expect.objectContaining({ message: "no database" }),
    }),
  ]);
});

test.each([
  ["unhandledRejection", `Promise.reject(new Error("lost"))`],
  ["uncaughtException", `setTimeout(() => { throw new Error("lost"); }, 1)`],
])("%s: logged, stopped, exit code 70", async (event, provoke) => {
  const { code, lines } = await run(`async () => {
    ${provoke};
    setInterval(() => {}, 1000);
    return { stop: async () => {} };
  }`).ended();
  expect(code).toBe(70);
  expect(lines).toContainEqual(
    expect.objectContaining({ level: "fatal", event, err: expect.objectContaining({ message: "lost" }) }),
  );
  expect(lines).toContainEqual(expect.objectContaining({ msg: "stopped" }));
});

test("told to stop while it starts, it stops what has started", async () => {
  const service = run(`async ({ log, signal }) => {
    log.info("starting");
    const timer = setInterval(() => {}, 1000);
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
    return { stop: async () => { clearInterval(timer); log.info("closed"); } };
  }`);
  await service.said("starting");
  service.child.kill("SIGTERM");
  const { code, lines } = await service.ended();
  expect(code).toBe(0);
  expect(lines.map((line) => line["msg"])).toContain("closed");
});

test("it ends with its parent where asked to", async () => {
  const service = run(STEADY, "", { STOP_WITH_PARENT: "1" });
  await service.said("started");
  service.child.stdin.end();
  expect((await service.ended()).code).toBe(0);
});

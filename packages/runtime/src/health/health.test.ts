import { afterEach, expect, test, vi } from "vitest";
import { createMetrics } from "../metrics/create-metrics.ts";
import { createHealth } from "./create-health.ts";
import { serveHealth } from "./serve-health.ts";

afterEach(() => vi.useRealTimers());

test("ready when every check passes; a failing one is named without its reason", async () => {
  const told: unknown[] = [];
  const health = createHealth((name, error) => told.push([name, (error as Error).message]));
  health.addCheck("database", () => Promise.resolve());
  expect(await health.ready()).toEqual({ status: 200, body: { status: "ok", failing: [] } });

  health.addCheck("smtp", () => Promise.reject(new Error("an@example.be refused")));
  expect(await health.ready()).toEqual({ status: 503, body: { status: "not ready", failing: ["smtp"] } });
  expect(told).toEqual([["smtp", "an@example.be refused"]]);
  expect(health.live().status).toBe(200);
});

test("a check that never answers fails after two seconds", async () => {
  vi.useFakeTimers();
  const health = createHealth();
  health.addCheck("tsa", () => new Promise(() => undefined));
  const answer = health.ready();
  await vi.advanceTimersByTimeAsync(2000);
  expect((await answer).body.failing).toEqual(["tsa"]);
});

test("a stopping service is alive and not ready", async () => {
  const health = createHealth();
  health.markStopping();
  expect((await health.ready()).body.status).toBe("stopping");
  expect(health.live().status).toBe(200);
});

test("served over HTTP, to readers only", async () => {
  const health = createHealth();
  const server = await serveHealth({ health, metrics: createMetrics({ service: "worker" }), port: 0 });
  const base = `http://127.0.0.1:${server.port}`;
  try {
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
    expect(await (await fetch(`${base}/readyz?x=1`)).json()).toEqual({ status: "ok", failing: [] });
    health.addCheck("database", () => Promise.reject(new Error("down")));
    expect((await fetch(`${base}/readyz`)).status).toBe(503);
    expect(await (await fetch(`${base}/metrics`)).text()).toContain("posthorn_http_request_seconds");
    expect((await fetch(`${base}/`)).status).toBe(404);
    expect((await fetch(`${base}/healthz`, { method: "POST" })).status).toBe(405);
    await expect(
      serveHealth({ health, metrics: createMetrics({ service: "worker" }), port: server.port }),
    ).rejects.toThrow("EADDRINUSE");
  } finally {
    await server.stop();
  }
});

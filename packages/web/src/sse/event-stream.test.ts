import { Hono } from "hono";
import { expect, test } from "vitest";
import { serveApp } from "../app/serve.ts";
import { eventStream } from "./event-stream.ts";
import type { EventStreamOptions, ServerEvent } from "./event-stream.ts";

function makeApp(
  events: (signal: AbortSignal) => AsyncIterable<ServerEvent>,
  options: EventStreamOptions = {},
) {
  const app = new Hono();
  app.get("/", (c) => eventStream(c, events, options));
  return app;
}

const never = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));

test("events are framed, several lines and hostile line ends included", async () => {
  const answer = await makeApp(async function* () {
    yield { event: "changed", data: "one\ntwo\r\nthree" };
    yield { event: "mo\nved", data: "/x", id: "7\n8" };
  }).request("/");
  expect(answer.headers.get("Content-Type")).toBe("text/event-stream; charset=utf-8");
  expect(await answer.text()).toBe(
    "retry: 2000\n\nevent: changed\ndata: one\ndata: two\ndata: three\n\nevent: mo ved\nid: 7 8\ndata: /x\n\n",
  );
});

test("a silent stream beats, and ends when the service stops", async () => {
  const stopping = new AbortController();
  const answer = await makeApp(
    async function* (signal) {
      await never(signal);
      yield { event: "late", data: "after the end" };
    },
    { heartbeatMilliseconds: 5, stopping: stopping.signal },
  ).request("/");
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let seen = "";
  while (!seen.includes(": here\n\n: here\n\n")) seen += (await reader.read()).value ?? "";
  stopping.abort();
  let rest = await reader.read();
  while (!rest.done) rest = await reader.read();
  expect(rest.done).toBe(true);
});

test("a source that fails ends the stream and nothing else", async () => {
  const answer = await makeApp(async function* () {
    yield { event: "a", data: "" };
    throw new Error("listener lost");
  }).request("/");
  expect(await answer.text()).toContain("event: a");
});

test("the source learns that its listener has gone, also over a real connection", async () => {
  const gone = Promise.withResolvers<void>();
  const app = makeApp(async function* (signal) {
    yield { event: "hello", data: "1" };
    await never(signal);
    gone.resolve();
  });
  const server = await serveApp(app, { port: 0 });
  try {
    const leaving = new AbortController();
    const answer = await fetch(`http://127.0.0.1:${server.port}/`, { signal: leaving.signal });
    await answer.body!.getReader().read();
    leaving.abort();
    await expect(gone.promise).resolves.toBeUndefined();
  } finally {
    await server.close(10);
  }
});

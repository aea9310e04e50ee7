import type { RawArrival } from "@posthorn/usecases";
import { beforeEach, expect, test } from "vitest";
import { createApp } from "./app.ts";
import { createCallLimit } from "@posthorn/web";

let taken: RawArrival[];
let app: ReturnType<typeof createApp>;
let signed: { readonly url: string; readonly params: Readonly<Record<string, string>> } | undefined;

beforeEach(() => {
  taken = [];
  signed = undefined;
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const body = { status: "ok", checks: {} };
  app = createApp({
    log,
    health: { live: () => ({ status: 200, body }), ready: async () => ({ status: 200, body }) } as never,
    publicUrl: "https://inbound.posthorn.example",
    trustedProxy: false,
    limit: createCallLimit({ calls: 4, windowSeconds: 60 }),
    isTwilio(call) {
      signed = call;
      return call.signature === "good";
    },
    isFlowmailer: (secret) => secret === "known",
    async take(arrival) {
      taken.push(arrival);
    },
  });
});

const post = (path: string, init: RequestInit = {}) => app.request(path, { method: "POST", ...init });

test("a signed callback is kept as it came; the address that was signed is the public one", async () => {
  const body = "MessageSid=SM1&MessageStatus=delivered&To=%2B32470123412";
  const response = await post("/twilio/status?n=1", { body, headers: { "X-Twilio-Signature": "good" } });
  expect(response.status).toBe(204);
  expect(signed).toMatchObject({
    url: "https://inbound.posthorn.example/twilio/status?n=1",
    params: { To: "+32470123412" },
  });
  expect(taken).toEqual([{ kind: "twilio", envelopeTo: null, body: Buffer.from(body) }]);
});

test("a stranger's call leaves nothing behind", async () => {
  expect((await post("/twilio/status", { body: "MessageSid=SM1" })).status).toBe(403);
  expect((await post("/flowmailer/events", { body: "[]" })).status).toBe(403);
  expect((await post("/flowmailer/events?secret=guessed", { body: "[]" })).status).toBe(403);
  expect(taken).toEqual([]);
});

test("events with the secret are kept raw", async () => {
  expect((await post("/flowmailer/events?secret=known", { body: "[{}]" })).status).toBe(204);
  expect(taken).toMatchObject([{ kind: "flowmailer" }]);
});

test("a body that is too large is 413, whoever sends it", async () => {
  const response = await post("/twilio/status", {
    body: "x".repeat(70_000),
    headers: { "Content-Length": "70000" },
  });
  expect(response.status).toBe(413);
  expect(taken).toEqual([]);
});

test("who calls too often gets 429 and is told when to come back; health is not counted", async () => {
  for (let n = 0; n < 4; n += 1) await post("/twilio/status");
  const response = await post("/twilio/status");
  expect(response.status).toBe(429);
  expect(Number(response.headers.get("Retry-After"))).toBeGreaterThan(0);
  expect((await app.request("/readyz")).status).toBe(200);
});

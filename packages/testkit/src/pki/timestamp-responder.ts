// A time-stamping authority for the dev stack: speaks RFC 3161 over HTTP, and fails in every way when told to.

import { randomBytes } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import {
  answerTimestampRequest,
  encodeTimestampRequest,
  PkiError,
  readTimestampRequest,
  rejectTimestampRequest,
  type TimestampRequest,
} from "@posthorn/pki";
import { Hono } from "hono";
import type { StandInClock } from "../standin/clock.ts";
import type { DevPki } from "./make-dev-pki.ts";

export const TSA_MODES = ["ok", "down", "garbage", "wrong_nonce", "wrong_imprint", "reject", "slow"] as const;
export type TsaMode = (typeof TSA_MODES)[number];

export const TSA_POLICY = "1.3.6.1.4.1.99999.1";
const REPLY = { "content-type": "application/timestamp-reply" };
const DEFAULT_DELAY_MS = 30_000;

export interface TimestampResponderOptions {
  readonly pki: Pick<DevPki, "tsaKey">;
  readonly clock: StandInClock;
}

export interface TimestampResponder {
  /** `POST /tsa`; `GET` and `POST /tsa/mode` with `{"mode":"slow","delay_ms":500}`. */
  readonly app: Hono;
  mode(): TsaMode;
  /** `delayMs` is real time and counts for `slow`. */
  setMode(mode: TsaMode, delayMs?: number): void;
  /** Tokens given so far, faulty ones not counted. */
  stamped(): number;
}

export function createTimestampResponder({ pki, clock }: TimestampResponderOptions): TimestampResponder {
  let mode: TsaMode = "ok";
  let delayMs = DEFAULT_DELAY_MS;
  let stamped = 0;

  async function answer(request: Uint8Array): Promise<Uint8Array> {
    if (mode === "garbage") return Buffer.from("no token");
    if (mode === "reject") return rejectTimestampRequest("systemFailure", "out of order");
    const asked = mode === "wrong_nonce" || mode === "wrong_imprint" ? falsify(request, mode) : request;
    const now = await clock.now();
    const reply = await answerTimestampRequest(asked, {
      key: pki.tsaKey,
      now,
      policy: TSA_POLICY,
      serial: newSerial(),
    });
    if (asked === request) stamped += 1;
    return reply;
  }

  const app = new Hono();
  app.post("/tsa", async (c) => {
    if (c.req.header("content-type") !== "application/timestamp-query")
      return c.text("Unsupported Media Type", 415);
    if (mode === "down") return c.text("Service Unavailable", 503);
    const request = new Uint8Array(await c.req.arrayBuffer());
    if (mode === "slow")
      await setTimeout(delayMs, undefined, { signal: c.req.raw.signal }).catch(() => undefined);
    return c.body(new Uint8Array(await answer(request)), 200, REPLY);
  });
  app.get("/tsa/mode", (c) => c.json({ mode, delay_ms: delayMs, stamped }));
  app.post("/tsa/mode", async (c) => {
    const asked = readMode(await c.req.json().catch(() => null));
    if (!asked) return c.json({ error: `mode is one of ${TSA_MODES.join(", ")}` }, 400);
    setMode(asked.mode, asked.delayMs);
    return c.json({ mode, delay_ms: delayMs, stamped });
  });

  function setMode(next: TsaMode, delay = DEFAULT_DELAY_MS): void {
    mode = next;
    delayMs = delay;
  }
  return { app, mode: () => mode, setMode, stamped: () => stamped };
}

function readMode(body: unknown): { mode: TsaMode; delayMs: number } | undefined {
  if (typeof body !== "object" || body === null || !("mode" in body)) return undefined;
  const mode = TSA_MODES.find((candidate) => candidate === body.mode);
  const delayMs = "delay_ms" in body && typeof body.delay_ms === "number" ? body.delay_ms : DEFAULT_DELAY_MS;
  return mode && delayMs >= 0 ? { mode, delayMs } : undefined;
}

/** The request of somebody else: answered correctly, it makes a token that does not fit this one. */
function falsify(request: Uint8Array, mode: "wrong_nonce" | "wrong_imprint"): Uint8Array {
  let asked: TimestampRequest;
  try {
    asked = readTimestampRequest(request);
  } catch (error) {
    if (error instanceof PkiError) return request;
    throw error;
  }
  const change =
    mode === "wrong_nonce" ? { nonce: randomBytes(8) } : { digest: randomBytes(asked.digest.length) };
  return encodeTimestampRequest({ ...asked, ...change });
}

/** 127 random bits, positive. */
function newSerial(): Uint8Array {
  const serial = new Uint8Array(randomBytes(16));
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  return serial;
}

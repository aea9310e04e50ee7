// Puts the clock on a port: GET tells the time, POST moves it and answers when what that made due is done.

import { setTimeout as pause } from "node:timers/promises";
import { Hono } from "hono";
import { withConnection } from "../postgres/database.ts";
import { serveApp } from "../standin/serve.ts";
import type { ServedApp } from "../standin/serve.ts";
import type { StackClock } from "./stack-clock.ts";

/** What an advance brought about. */
export interface Advanced {
  readonly now: Temporal.Instant;
  /** False where something is still overdue after `SETTLE_MS`, as when a provider is down. */
  readonly settled: boolean;
}

// Services reckon arrivals from a reading that is at most a second old; a call after the answer is dated right.
const READING_MS = 1_300;
const SETTLE_MS = 20_000;

/**
 * Moves the clock and waits until the services have read it and the sweeps have done what is due.
 * `services` false where none run: then there is nothing to wait for.
 */
export async function advanceAndSettle(
  clock: StackClock,
  ownerUrl: string,
  by: Temporal.Duration,
  options: { readonly outage?: boolean; readonly services?: boolean } = {},
): Promise<Advanced> {
  await clock.advance(by, options);
  if (options.services === false) return { now: clock.now(), settled: true };
  await pause(READING_MS);
  const giveUp = performance.now() + SETTLE_MS;
  let settled = await isSettled(ownerUrl);
  while (!settled && performance.now() < giveUp) {
    await pause(100);
    settled = await isSettled(ownerUrl);
  }
  return { now: clock.now(), settled };
}

/** True where nothing is overdue by the clock: no timer, notice, errand, arrival, or record that could be stamped and sealed. */
async function isSettled(ownerUrl: string): Promise<boolean> {
  return withConnection(ownerUrl, async (client) => {
    const { rows } = await client.query<{ overdue: boolean }>(`
      SELECT EXISTS (SELECT FROM delivery_timer, (SELECT clock.now() AS at) AS now WHERE due_at <= now.at)
          OR EXISTS (SELECT FROM notice, (SELECT clock.now() AS at) AS now WHERE next_attempt_at <= now.at)
          OR EXISTS (SELECT FROM errand, (SELECT clock.now() AS at) AS now
                     WHERE done_at IS NULL AND (next_attempt_at IS NULL OR next_attempt_at <= now.at))
          OR EXISTS (SELECT FROM raw_arrival WHERE processed_at IS NULL)
          OR (EXISTS (SELECT FROM seal_work) AND EXISTS (SELECT FROM sealing_state WHERE stamp_failing_since IS NULL)) AS overdue`);
    return rows[0]?.overdue === false;
  });
}

/** `{"advance": "P16D"}`, with `"outage": true` where the time skipped counts as our own outage. */
export function serveClock(options: {
  readonly port: number;
  readonly clock: StackClock;
  readonly advance: (by: Temporal.Duration, outage: boolean) => Promise<Advanced>;
}): Promise<ServedApp> {
  const app = new Hono();
  app.get("/", (c) => c.json({ now: options.clock.now().toString({ smallestUnit: "millisecond" }) }));
  app.post("/", async (c) => {
    const asked: unknown = await c.req.json().catch(() => null);
    const by = durationOf((asked as { advance?: unknown } | null)?.advance);
    if (by === undefined || by.sign <= 0) {
      return c.json({ error: "bad_request", detail: 'Give {"advance": a length of time in ISO 8601}, such as P16D or PT1H.' }, 400);
    }
    const outage = (asked as { outage?: unknown }).outage === true;
    const { now, settled } = await options.advance(by, outage);
    return c.json({ now: now.toString({ smallestUnit: "millisecond" }), settled });
  });
  return serveApp(app, { port: options.port });
}

function durationOf(text: unknown): Temporal.Duration | undefined {
  try {
    return typeof text === "string" ? Temporal.Duration.from(text) : undefined;
  } catch {
    return undefined;
  }
}

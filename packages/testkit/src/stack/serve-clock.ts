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
  /** What is still overdue after `SETTLE_MS`, as when a provider is down; empty where all is done. */
  readonly overdue: readonly string[];
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
  const since = await clock.advance(by, options);
  if (options.services === false) return { now: clock.now(), overdue: [] };
  await pause(READING_MS);
  const giveUp = performance.now() + SETTLE_MS;
  let overdue = await findOverdue(ownerUrl, since);
  while (overdue.length > 0 && performance.now() < giveUp) {
    await pause(100);
    overdue = await findOverdue(ownerUrl, since);
  }
  return { now: clock.now(), overdue };
}

// A record waits for its stamp as long as the authority is down: that is no work that could be done.
const OVERDUE: Readonly<Record<string, string>> = {
  timers: "SELECT FROM delivery_timer, now WHERE due_at <= now.at",
  notices: "SELECT FROM notice, now WHERE next_attempt_at <= now.at",
  errands: "SELECT FROM errand, now WHERE done_at IS NULL AND coalesce(next_attempt_at <= now.at, true)",
  // What arrived earlier was looked at, and may wait for something that never comes.
  arrivals: "SELECT FROM raw_arrival WHERE processed_at IS NULL AND arrived_at > $1::timestamptz",
  seals: "SELECT FROM seal_work, sealing_state WHERE stamp_failing_since IS NULL",
};

async function findOverdue(ownerUrl: string, since: Temporal.Instant): Promise<readonly string[]> {
  const questions = Object.entries(OVERDUE).map(([name, question]) => `EXISTS (${question}) AS ${name}`);
  return withConnection(ownerUrl, async (client) => {
    const { rows } = await client.query<Record<string, boolean>>(
      `WITH now AS MATERIALIZED (SELECT clock.now() AS at) SELECT ${questions.join(", ")}`,
      [since.toString()],
    );
    return Object.entries(rows[0] ?? {}).flatMap(([name, found]) => (found ? [name] : []));
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
      return c.json(
        {
          error: "bad_request",
          detail: 'Give {"advance": a length of time in ISO 8601}, such as P16D or PT1H.',
        },
        400,
      );
    }
    const outage = (asked as { outage?: unknown }).outage === true;
    const { now, overdue } = await options.advance(by, outage);
    return c.json({
      now: now.toString({ smallestUnit: "millisecond" }),
      settled: overdue.length === 0,
      overdue,
    });
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

// Everybody's phone: speaks Twilio's REST API to the product and shows what would stand on the handsets.

import { Hono } from "hono";
import { keepAgenda } from "../standin/agenda.ts";
import type { StandInClock } from "../standin/clock.ts";
import { serveApp } from "../standin/serve.ts";
import { phonePage } from "./pages.tsx";
import { type PhoneMode, twilioApi } from "./speak-twilio.ts";
import { openSmsStore, readSms, type SmsStore } from "./store.ts";

export interface PhoneOptions {
  readonly port: number;
  readonly host?: string;
  readonly clock: StandInClock;
  /** `AC…`; the sender must use the same. */
  readonly accountSid: string;
  readonly authToken: string;
  /** Real time between attempts of a callback; default 200 ms. */
  readonly pollMs?: number;
}

export interface Phone {
  /** Base address of the API and of the page. */
  readonly url: string;
  readonly store: SmsStore;
  stop(): Promise<void>;
}

const MODES: readonly PhoneMode[] = ["ok", "down", "busy"];
const LISTED = 100;

/** `POST /api/mode {"mode": "ok" | "down" | "busy"}`: down answers 503, busy 429. */
export async function startPhone(options: PhoneOptions): Promise<Phone> {
  const store = openSmsStore();
  const agenda = keepAgenda(options.clock, options.pollMs);
  let mode: PhoneMode = "ok";
  const app = new Hono();
  app.route("/2010-04-01", twilioApi({ ...options, store, agenda, mode: () => mode }));
  app.get("/", (c) => {
    const to = c.req.query("to");
    const numbers = Array.from(new Set(store.list().map((sms) => sms.to))).slice(0, 12);
    return phonePage(c, { messages: store.list({ to }).slice(0, LISTED), numbers, mode, to });
  });
  app.get("/api/messages", (c) => c.json(store.list({ to: c.req.query("to") }).map(readSms)));
  app.post("/api/mode", async (c) => {
    const asked: unknown = await c.req.json().catch(() => null);
    const next = MODES.find((known) => known === (asked as { mode?: unknown } | null)?.mode);
    if (!next) return c.json({ error: "unknown_mode", modes: MODES }, 400);
    mode = next;
    return c.json({ mode });
  });
  const served = await serveApp(
    app,
    options.host === undefined ? { port: options.port } : { port: options.port, host: options.host },
  );
  return {
    url: served.url,
    store,
    async stop() {
      agenda.stop();
      await served.stop();
    },
  };
}

// Where SMS and mail providers call: who calls is checked, what they say is kept raw, and nothing else happens here.

import { AppError } from "@posthorn/domain";
import type { Health } from "@posthorn/runtime";
import type { RawArrival } from "@posthorn/usecases";
import {
  type ApiEnv,
  bodyLimit,
  type CallLimit,
  clientAddress,
  dressApiApp,
  type WebLog,
} from "@posthorn/web";
import { Hono } from "hono";

export interface InboundDeps {
  readonly log: WebLog;
  readonly health: Health;
  /** As the providers call us, without a slash at its end: Twilio signs the address. */
  readonly publicUrl: string;
  readonly trustedProxy: boolean;
  readonly limit: CallLimit;
  isTwilio(call: {
    readonly url: string;
    readonly params: Readonly<Record<string, string>>;
    readonly signature: string | undefined;
  }): boolean;
  isFlowmailer(secret: string | undefined): boolean;
  /** Durable on return. */
  take(arrival: RawArrival): Promise<void>;
}

const TWILIO_BYTES = 64 * 1024;
const FLOWMAILER_BYTES = 1024 * 1024;

export function createApp(deps: InboundDeps): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  dressApiApp(app, { log: deps.log, origin: deps.publicUrl });
  app.get("/healthz", (c) => {
    const { status, body } = deps.health.live();
    return c.json(body, status);
  });
  app.get("/readyz", async (c) => {
    const { status, body } = await deps.health.ready();
    return c.json(body, status);
  });
  app.use(async (c, next) => {
    const retryAfterSeconds = deps.limit.knock(clientAddress(c, deps.trustedProxy) ?? "unknown");
    if (retryAfterSeconds > 0) throw new AppError("too_many", "too_many_requests", { retryAfterSeconds });
    await next();
  });
  app.use(bodyLimit((_method, path) => (path.startsWith("/flowmailer/") ? FLOWMAILER_BYTES : TWILIO_BYTES)));

  app.post("/twilio/status", async (c) => {
    const body = await c.req.text();
    const { pathname, search } = new URL(c.req.url);
    const call = {
      url: `${deps.publicUrl}${pathname}${search}`,
      params: Object.fromEntries(new URLSearchParams(body)),
      signature: c.req.header("X-Twilio-Signature"),
    };
    if (!deps.isTwilio(call)) throw new AppError("forbidden", "signature_invalid");
    await deps.take({ kind: "twilio", envelopeTo: null, body: Buffer.from(body, "utf8") });
    return c.body(null, 204);
  });

  app.post("/flowmailer/events", async (c) => {
    if (!deps.isFlowmailer(c.req.query("secret"))) throw new AppError("forbidden", "signature_invalid");
    const body = new Uint8Array(await c.req.arrayBuffer());
    await deps.take({ kind: "flowmailer", envelopeTo: null, body });
    return c.body(null, 204);
  });
  return app;
}

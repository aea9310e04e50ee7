// Stands in for Flowmailer: tokens, submission of mail and text messages, and events by webhook.

import { randomBytes } from "node:crypto";
import { type Context, Hono } from "hono";
import { mailRuleFor } from "../mailbox/rules.ts";
import type { MailStore } from "../mailbox/store.ts";
import { smsRuleFor } from "../phone/rules.ts";
import type { SmsStore } from "../phone/store.ts";
import { keepAgenda } from "../standin/agenda.ts";
import type { StandInClock } from "../standin/clock.ts";
import { serveApp } from "../standin/serve.ts";

export interface FlowmailerStandInOptions {
  readonly port: number;
  readonly host?: string;
  readonly clock: StandInClock;
  readonly accountId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where mails and text messages arrive: the stores of mailbox and phone. */
  readonly mails: MailStore;
  readonly texts: SmsStore;
  /** Called with events, secret included; without it none are told. */
  readonly webhookUrl?: string;
  readonly pollMs?: number;
}

export interface FlowmailerStandIn {
  /** Serves as login and as API address. */
  readonly url: string;
  stop(): Promise<void>;
}

type Mode = "ok" | "down" | "busy";
interface Submission {
  readonly messageType: string;
  readonly senderAddress: string;
  readonly recipientAddress: string;
  readonly mimedata: string;
  readonly text: string;
  readonly tags: readonly string[];
}

const MEDIA_TYPE = "application/vnd.flowmailer.v1.12+json";
const TOKEN_SECONDS = 60;
const MODES: readonly Mode[] = ["ok", "down", "busy"];

/** `POST /api/mode` with `ok`, `down` (503) or `busy` (429); `POST /api/revoke` voids every token. */
export async function startFlowmailer(options: FlowmailerStandInOptions): Promise<FlowmailerStandIn> {
  const agenda = keepAgenda(options.clock, options.pollMs);
  const tokens = new Map<string, Temporal.Instant>();
  let mode: Mode = "ok";
  const app = new Hono();

  app.post("/api/mode", async (c) => {
    const asked: unknown = await c.req.json().catch(() => null);
    mode = MODES.find((known) => known === (asked as { mode?: unknown } | null)?.mode) ?? mode;
    return c.json({ mode });
  });
  app.post("/api/revoke", (c) => {
    tokens.clear();
    return c.json({ revoked: true });
  });
  app.use("*", async (c, next) => {
    if (mode === "ok") return next();
    if (mode === "busy") c.header("Retry-After", "3");
    return c.text(mode, mode === "busy" ? 429 : 503);
  });
  app.post("/oauth/token", async (c) => {
    const form = await c.req.parseBody();
    const known = form["client_id"] === options.clientId && form["client_secret"] === options.clientSecret;
    if (!known) return c.json({ error: "invalid_client", error_description: "Bad client credentials" }, 401);
    if (form["grant_type"] !== "client_credentials") return c.json({ error: "unsupported_grant_type" }, 400);
    if (form["scope"] !== "api") return c.json({ error: "invalid_scope", scope: "api" }, 400);
    const token = randomBytes(24).toString("hex");
    tokens.set(token, (await options.clock.now()).add({ seconds: TOKEN_SECONDS }));
    return c.json({ access_token: token, expires_in: TOKEN_SECONDS, scope: "api", token_type: "bearer" });
  });
  app.post("/:account/messages/submit", async (c) => {
    const now = await options.clock.now();
    const endsAt = tokens.get(c.req.header("authorization")?.replace(/^Bearer /, "") ?? "");
    if (!endsAt || Temporal.Instant.compare(endsAt, now) <= 0) {
      return c.json({ error: "invalid_token", error_description: "Invalid access token" }, 401);
    }
    if (c.req.param("account") !== options.accountId) return c.json({ error: "forbidden" }, 403);
    if (c.req.header("accept") !== MEDIA_TYPE) return c.text("Not Acceptable", 406);
    const message = submissionOf(await c.req.json().catch(() => null));
    const wrong = complaint(message);
    if (wrong)
      return c.json({ allErrors: [{ ...wrong, arguments: null, objectName: "restSubmitMessage" }] }, 400);
    const id = `${now.toString().replace(/\D/g, "").slice(0, 14)}${randomBytes(9).toString("hex")}`;
    await deliver(id, message, now);
    return created(c, `${options.accountId}/messages/${id}`);
  });

  async function deliver(id: string, message: Submission, at: Temporal.Instant): Promise<void> {
    const { senderAddress: from, recipientAddress: to } = message;
    if (message.messageType === "SMS") {
      const rule = smsRuleFor(to);
      if (!rule) options.texts.add({ id, at, to, from, text: message.text }).status = "delivered";
      tell(
        id,
        message,
        at,
        rule
          ? [["HARDBOUNCE", "invalid destination"]]
          : [
              ["POSTED", null],
              ["DELIVERED", "delivered"],
            ],
      );
      return;
    }
    const rule = mailRuleFor(to);
    if (rule?.kind === "refuse" || rule?.kind === "refuse_data") {
      tell(id, message, at, [
        [rule.code >= 500 ? "HARDBOUNCE" : "SOFTBOUNCE", `${rule.code} ${rule.text}\r\n`],
      ]);
      return;
    }
    const raw = Buffer.from(message.mimedata, "base64");
    await options.mails.add({
      at,
      raw,
      envelope: { from, to: [to], id: message.tags[0] ?? null, notify: [] },
    });
    tell(id, message, at, [["DELIVERED", `250 2.0.0 Ok: queued as ${id.slice(0, 10)}\r\n`]]);
    if (rule?.kind === "bounce")
      tell(id, message, at.add(rule.after), [["HARDBOUNCE", `${rule.diagnostic}\r\n`]]);
  }

  function tell(
    messageId: string,
    message: Submission,
    at: Temporal.Instant,
    events: readonly (readonly [string, string | null])[],
  ): void {
    const { webhookUrl } = options;
    if (!webhookUrl) return;
    const body = events.map(([type, snippet]) => ({
      messageEvent: {
        id: randomBytes(16).toString("hex"),
        messageId,
        type,
        received: at.toString({ fractionalSecondDigits: 3 }),
        inserted: at.toString({ fractionalSecondDigits: 3 }),
        snippet,
        mta: "mta.flowmailer.localhost",
        data: null,
        extraData: {},
      },
      messageTags: message.tags,
    }));
    agenda.schedule(at, async () => {
      const response = await fetch(webhookUrl, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`the webhook answered ${response.status}`);
    });
  }

  const served = await serveApp(
    app,
    options.host === undefined ? { port: options.port } : { port: options.port, host: options.host },
  );
  return {
    url: served.url,
    async stop() {
      agenda.stop();
      await served.stop();
    },
  };
}

function created(c: Context, path: string) {
  const { origin } = new URL(c.req.url);
  return c.body(null, 201, { Location: `${origin}/${path}` });
}

function submissionOf(body: unknown): Submission {
  const fields = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  const text = (name: string): string => (typeof fields[name] === "string" ? fields[name] : "");
  return {
    messageType: text("messageType"),
    senderAddress: text("senderAddress"),
    recipientAddress: text("recipientAddress"),
    mimedata: text("mimedata"),
    text: text("text"),
    tags: Array.isArray(fields["tags"]) ? fields["tags"].filter((tag) => typeof tag === "string") : [],
  };
}

function complaint(message: Submission): { code: string; field: string; defaultMessage: string } | null {
  const wrong = (field: string, code: string, defaultMessage: string) => ({ code, field, defaultMessage });
  if (message.messageType !== "EMAIL" && message.messageType !== "SMS")
    return wrong("messageType", "NotNull", "must not be null");
  if (!message.senderAddress) return wrong("senderAddress", "NotEmpty", "must not be empty");
  const form = message.messageType === "SMS" ? /^\+[1-9]\d{6,14}$/ : /^[^\s@<>]+@[^\s@<>]+$/;
  if (!form.test(message.recipientAddress))
    return wrong("recipientAddress", "InvalidAddress", "not a valid address");
  if (message.messageType === "EMAIL" && !message.mimedata)
    return wrong("mimedata", "NotEmpty", "must not be empty");
  if (message.messageType === "SMS" && !message.text) return wrong("text", "NotEmpty", "must not be empty");
  return null;
}

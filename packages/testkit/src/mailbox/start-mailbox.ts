// The mailbox of everybody: an SMTP server that plays relay and addressee, with pages and an API to look inside.

import { type Context, Hono } from "hono";
import PostalMime from "postal-mime";
import { type Agenda, keepAgenda } from "../standin/agenda.ts";
import type { StandInClock } from "../standin/clock.ts";
import { serveApp } from "../standin/serve.ts";
import { mailListPage, mailPage } from "./pages.tsx";
import { readMail } from "./read-mail.ts";
import { type MailboxMode, receiveSmtp } from "./receive-smtp.ts";
import { type InboundServer, reportDelivery } from "./report-delivery.ts";
import { mailRuleFor } from "./rules.ts";
import { type MailEnvelope, type MailStore, openMailStore, type StoredMail } from "./store.ts";
import type { DsnToWrite } from "./write-dsn.ts";

export interface MailboxOptions {
  /** Of the pages and the API; 0 takes a free one. */
  readonly port: number;
  readonly smtpPort: number;
  readonly host?: string;
  readonly clock: StandInClock;
  /** Mails are kept there as .eml and survive a restart. */
  readonly directory?: string;
  /** Where bounces go; without it none are sent. */
  readonly inbound?: InboundServer;
  /** Real time between looks at the clock while a bounce is pending; default 200 ms. */
  readonly pollMs?: number;
}

export interface Mailbox {
  readonly url: string;
  /** `smtp://host:port`. */
  readonly smtpUrl: string;
  readonly store: MailStore;
  stop(): Promise<void>;
}

const MODES: readonly MailboxMode[] = ["ok", "down", "tempfail"];
const LISTED = 200;

/** Rejects when a port is taken. See `mailRuleFor` for addresses with a will of their own. */
export async function startMailbox(options: MailboxOptions): Promise<Mailbox> {
  const host = options.host ?? "127.0.0.1";
  const store = await openMailStore({ directory: options.directory });
  const agenda = keepAgenda(options.clock, options.pollMs);

  async function take(arrived: { envelope: MailEnvelope; raw: Buffer }): Promise<StoredMail> {
    const mail = await store.add({ ...arrived, at: await options.clock.now() });
    if (options.inbound) planBounce(mail, options.inbound, agenda);
    return mail;
  }

  const smtp = await receiveSmtp({ port: options.smtpPort, host, take });
  const report = async (dsn: Omit<DsnToWrite, "at">): Promise<void> => {
    if (!options.inbound) throw new Error("no inbound server is known");
    await reportDelivery({ ...dsn, at: await options.clock.now() }, options.inbound);
  };
  const app = mailboxApp({ store, smtp, canReport: options.inbound !== undefined, report });
  const served = await serveApp(app, { port: options.port, host }).catch(async (error: unknown) => {
    await smtp.stop();
    throw error;
  });
  return {
    url: served.url,
    smtpUrl: `smtp://${host}:${smtp.port}`,
    store,
    async stop() {
      agenda.stop();
      await Promise.all([served.stop(), smtp.stop()]);
    },
  };
}

function planBounce(mail: StoredMail, inbound: InboundServer, agenda: Agenda): void {
  const rule = mail.envelope.to.map(mailRuleFor).find((found) => found?.kind === "bounce");
  if (rule?.kind !== "bounce" || !mail.envelope.from) return;
  const at = mail.at.add(rule.after);
  const { status, diagnostic } = rule;
  agenda.schedule(at, () => reportDelivery({ mail, action: "failed", status, diagnostic, at }, inbound));
}

interface MailboxParts {
  readonly store: MailStore;
  readonly smtp: { setMode(mode: MailboxMode): Promise<void>; mode(): MailboxMode };
  readonly canReport: boolean;
  readonly report: (dsn: Omit<DsnToWrite, "at">) => Promise<void>;
}

function mailboxApp({ store, smtp, canReport, report }: MailboxParts): Hono {
  const app = new Hono();
  const find = (c: Context): StoredMail | undefined => store.get(c.req.param("id") ?? "");

  app.get("/", async (c) => {
    const to = c.req.query("to");
    const all = store.list({ to });
    const mails = await Promise.all(all.slice(0, LISTED).map(readMail));
    return mailListPage(c, { mails, total: all.length, mode: smtp.mode(), to });
  });
  app.get("/messages/:id", async (c) => {
    const mail = find(c);
    return mail
      ? mailPage(c, { mail: await readMail(mail), canReport, said: c.req.query("said") })
      : c.notFound();
  });
  app.get("/messages/:id/html", async (c) => {
    const mail = find(c);
    if (!mail) return c.notFound();
    const { html } = await readMail(mail);
    c.header(
      "Content-Security-Policy",
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'self'",
    );
    return c.html(html.replace(/<head>/i, '<head><base target="_blank">'));
  });
  app.post("/messages/:id/report", async (c) => {
    const mail = find(c);
    if (!mail) return c.notFound();
    const delivered = (await c.req.parseBody())["action"] === "delivered";
    const said = await report(dsnFor(mail, delivered ? "delivered" : "failed")).then(
      () => "The report was sent.",
      (error: unknown) =>
        `The report was not taken: ${error instanceof Error ? error.message : String(error)}`,
    );
    return c.redirect(`/messages/${mail.id}?said=${encodeURIComponent(said)}`, 303);
  });

  app.get("/api/messages", async (c) =>
    c.json(await Promise.all(store.list({ to: c.req.query("to") }).map(readMail))),
  );
  app.get("/api/messages/:id", async (c) => {
    const mail = find(c);
    return mail ? c.json(await readMail(mail)) : c.json({ error: "not_found" }, 404);
  });
  app.get("/api/messages/:id/raw", (c) => {
    const mail = find(c);
    if (!mail) return c.json({ error: "not_found" }, 404);
    return c.body(new Uint8Array(mail.raw), 200, {
      "Content-Type": "message/rfc822",
      "Content-Disposition": `attachment; filename="${mail.id}.eml"`,
    });
  });
  app.get("/api/messages/:id/attachments/:index", async (c) => {
    const mail = find(c);
    const parsed = mail && (await PostalMime.parse(mail.raw, { forceRfc822Attachments: true }));
    const part = parsed?.attachments[Number(c.req.param("index"))];
    if (!part) return c.json({ error: "not_found" }, 404);
    const bytes =
      typeof part.content === "string"
        ? new TextEncoder().encode(part.content)
        : new Uint8Array(part.content);
    return c.body(bytes, 200, {
      "Content-Type": part.mimeType,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(part.filename ?? "part")}`,
    });
  });
  for (const [path, action] of [
    ["bounce", "failed"],
    ["delivered", "delivered"],
    ["delayed", "delayed"],
  ] as const) {
    app.post(`/api/messages/:id/${path}`, async (c) => {
      const mail = find(c);
      if (!mail) return c.json({ error: "not_found" }, 404);
      const asked: unknown = await c.req.json().catch(() => ({}));
      try {
        await report({ ...dsnFor(mail, action), ...wordsOf(asked) });
        return c.json({ reported: action });
      } catch (error) {
        return c.json(
          { error: "not_taken", detail: error instanceof Error ? error.message : String(error) },
          502,
        );
      }
    });
  }
  app.post("/api/mode", async (c) => {
    const asked: unknown = await c.req.json().catch(() => null);
    const mode = MODES.find((known) => known === (asked as { mode?: unknown } | null)?.mode);
    if (!mode) return c.json({ error: "unknown_mode", modes: MODES }, 400);
    await smtp.setMode(mode);
    return c.json({ mode });
  });
  return app;
}

function dsnFor(mail: StoredMail, action: DsnToWrite["action"]): Omit<DsnToWrite, "at"> {
  const words = {
    failed: {
      status: "5.1.1",
      diagnostic: "550 5.1.1 The mailbox does not exist, checked by the receiving server",
    },
    delayed: { status: "4.4.1", diagnostic: "421 4.4.1 No answer from host, will be tried again" },
    delivered: { status: "2.0.0", diagnostic: "250 2.0.0 Ok delivered to the mailbox" },
  };
  return { mail, action, ...words[action] };
}

function wordsOf(asked: unknown): Partial<Pick<DsnToWrite, "status" | "diagnostic">> {
  const { status, diagnostic } = (asked ?? {}) as Record<string, unknown>;
  return {
    ...(typeof status === "string" && /^[245]\.\d{1,3}\.\d{1,3}$/.test(status) && { status }),
    ...(typeof diagnostic === "string" && !/[\r\n]/.test(diagnostic) && { diagnostic }),
  };
}

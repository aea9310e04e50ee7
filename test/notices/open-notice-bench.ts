// A post room for tests: the real verbs under the real roles, with the real wiring to a mail server, a phone and a movable clock.

import { randomBytes } from "node:crypto";
import { openDatabase, sql } from "@posthorn/db";
import { parseEnv } from "@posthorn/runtime";
import {
  createVerbBench,
  type Mailbox,
  type Phone,
  startMailbox,
  startPhone,
  type VerbBench,
} from "@posthorn/testkit";
import { verifyFlowmailerSecret, verifyTwilioSignature } from "@posthorn/transports";
import { type Context, sweep, takeArrival } from "@posthorn/usecases";
import { createCallLimit, serveApp } from "@posthorn/web";
import type { EvidenceFacts } from "@posthorn/domain";
import { openStackClock, type StackClock } from "../../packages/testkit/src/stack/stack-clock.ts";
import { createApp } from "../../services/inbound/src/app.ts";
import { receiveMail } from "../../services/inbound/src/receive-mail.ts";
import { bindPorts } from "../../services/worker/src/wiring/bind-ports.ts";
import { handlersFor, type WorkerPorts } from "../../services/worker/src/wiring/handlers.ts";
import { SETTINGS } from "../../services/worker/src/wiring/settings.ts";

export const BOUNCE_DOMAIN = "bounce.posthorn.example";
export const TWILIO_TOKEN = "0123456789abcdef0123456789abcdef";
export const FLOWMAILER_SECRET = "a-secret-of-sixteen-or-more";

export interface NoticeBench {
  readonly verbs: VerbBench;
  readonly clock: StackClock;
  readonly mailbox: Mailbox;
  readonly phone: Phone;
  readonly inbound: { readonly url: string; readonly smtpPort: number };
  readonly worker: Context;
  readonly ports: WorkerPorts;
  readonly codeKey: Uint8Array;
  /** Accepts a message and time-stamps its submissions, as the sealer would; then does all work. */
  send(given?: Parameters<VerbBench["submit"]>[0]): Promise<readonly string[]>;
  /** The same with one addressee. */
  sendOne(addressee?: object, options?: object): Promise<string>;
  stamp(deliveryId: string): Promise<void>;
  /** Sweeps once and does every job there is, in order, until none is left. */
  work(ports?: WorkerPorts): Promise<void>;
  advance(by: string, options?: { readonly outage?: boolean }): Promise<void>;
  delivery(id: string): Promise<Awaited<ReturnType<typeof readDelivery>>>;
  records(id: string): Promise<readonly EvidenceFacts[]>;
  types(id: string): Promise<readonly string[]>;
  sql: typeof sql;
  owner: Context["db"];
  close(): Promise<void>;
}

const ADDRESSEE = {
  email: "jan.peeters@example.be",
  mobile: "+32470123412",
  name: "Peeters",
  first_names: "Jan",
  language: "nl",
  addressee_consent: { basis: "none_stated" },
};

export async function openNoticeBench(): Promise<NoticeBench> {
  await using opened = new AsyncDisposableStack();
  const verbs = await createVerbBench();
  opened.defer(() => verbs.close());
  const clock = await openStackClock(verbs.database.ownerUrl);
  const owner = openDatabase({ url: verbs.database.ownerUrl, service: "owner", max: 3 });
  opened.defer(() => owner.destroy());
  const inbound = await startInbound(verbs, opened);
  const mailbox = await startMailbox({
    port: 0,
    smtpPort: 0,
    clock,
    pollMs: 20,
    inbound: { host: "127.0.0.1", port: inbound.smtpPort },
  });
  opened.defer(() => mailbox.stop());
  const accountSid = `AC${"1".repeat(32)}`;
  const phone = await startPhone({ port: 0, clock, pollMs: 20, accountSid, authToken: TWILIO_TOKEN });
  opened.defer(() => phone.stop());
  const key = () => randomBytes(32).toString("base64");
  const settings = parseEnv(SETTINGS, {
    DATABASE_URL: "postgres://unused",
    PORT: "1",
    ISSUER_NAME: "Posthorn",
    PORTAL_URL: "http://portal.localhost:1",
    COLLECT_URL: "http://collect.localhost:1",
    CONTENT_URL: "file:/unused",
    MAIL_FROM: "Posthorn <no-reply@posthorn.example>",
    BOUNCE_DOMAIN,
    VERP_KEY: key(),
    LINK_KEY: key(),
    CODE_KEY: key(),
    CHECK_CODE_KEY: key(),
    SMTP_URL: mailbox.smtpUrl,
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: TWILIO_TOKEN,
    TWILIO_FROM: "Posthorn",
    TWILIO_BASE_URL: phone.url,
    SMS_CALLBACK_URL: `${inbound.url}/twilio/status`,
  });
  const bound = bindPorts(settings, { has: async () => true });
  opened.defer(() => bound.close());
  const worker = verbs.context("worker");

  async function work(ports: WorkerPorts = bound.ports): Promise<void> {
    const handlers = handlersFor(worker, ports) as Record<string, (payload: unknown) => Promise<void>>;
    await sweep(worker);
    for (let passes = 0; passes < 50; passes += 1) {
      const jobs = await takeJobs(owner);
      if (jobs.length === 0) return;
      for (const job of jobs) await handlers[job.task]?.(job.payload);
    }
    throw new Error("the work has no end");
  }

  async function stamp(deliveryId: string): Promise<void> {
    await sql`INSERT INTO evidence_stamp (record_id, token, leaf_index, tree_size, path, stamped_at, recorded_at)
      SELECT id, '\\x00', 0, 1, '[]', clock.now(), clock.now() FROM evidence_record
      WHERE delivery_id = ${deliveryId} AND type = 'SubmissionAcceptance' ON CONFLICT DO NOTHING`.execute(
      owner,
    );
    await sql`UPDATE delivery SET submission_stamped_at = clock.now() WHERE id = ${deliveryId}`.execute(
      owner,
    );
    await sql`SELECT jobs.add('send-notice', ${JSON.stringify({ deliveryId })}::json)`.execute(owner);
  }

  async function send(given: Parameters<VerbBench["submit"]>[0] = {}): Promise<readonly string[]> {
    const { deliveryIds } = await verbs.submit({ at: clock.now().round("millisecond"), ...given });
    for (const id of deliveryIds) await stamp(id);
    await work();
    return deliveryIds;
  }

  async function records(id: string): Promise<readonly EvidenceFacts[]> {
    const rows = await owner
      .selectFrom("evidence_record")
      .select("canonical")
      .where("delivery_id", "=", id)
      .orderBy("seq")
      .execute();
    return rows.map((row) => JSON.parse(row.canonical) as EvidenceFacts);
  }

  const closing = opened.move();
  return {
    verbs,
    clock,
    mailbox,
    phone,
    inbound,
    worker,
    ports: bound.ports,
    codeKey: settings.CODE_KEY,
    send,
    async sendOne(addressee = {}, options = {}) {
      const [id] = await send({ addressees: [{ ...ADDRESSEE, ...addressee }], options });
      if (!id) throw new Error("no delivery");
      return id;
    },
    stamp,
    work,
    async advance(by, options) {
      await clock.advance(Temporal.Duration.from(by), options);
    },
    delivery: (id) => readDelivery(owner, id),
    records,
    types: async (id) => (await records(id)).map((record) => record.type),
    sql,
    owner,
    close: () => closing.disposeAsync(),
  };
}

async function startInbound(verbs: VerbBench, opened: AsyncDisposableStack) {
  const { db } = verbs.context("inbound");
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  let url = "";
  const health = {
    addCheck() {},
    markStopping() {},
    live: () => ({ status: 200, body: { status: "ok" } }),
    ready: async () => ({ status: 200, body: { status: "ok", checks: {} } }),
  };
  const app = createApp({
    log,
    health: health as never,
    get publicUrl() {
      return url;
    },
    trustedProxy: false,
    limit: createCallLimit({ calls: 10_000, windowSeconds: 60 }),
    isTwilio: (call) => verifyTwilioSignature({ authToken: TWILIO_TOKEN, ...call }),
    isFlowmailer: (presented) => verifyFlowmailerSecret({ secret: FLOWMAILER_SECRET, presented }),
    take: (arrival) => takeArrival({ db }, arrival),
  });
  const server = await serveApp(app, { port: 0 });
  opened.defer(() => server.close(100));
  url = `http://127.0.0.1:${server.port}`;
  const mail = await receiveMail({
    port: 0,
    host: "127.0.0.1",
    bounceDomain: BOUNCE_DOMAIN,
    limit: createCallLimit({ calls: 10_000, windowSeconds: 60 }),
    take: (arrival) => takeArrival({ db }, arrival),
    onError: (error) => {
      throw error;
    },
  });
  opened.defer(() => mail.stop());
  return { url, smtpPort: mail.port };
}

async function takeJobs(
  owner: Context["db"],
): Promise<readonly { readonly task: string; readonly payload: unknown }[]> {
  const { rows } = await sql<{ id: number; task: string; payload: unknown }>`
    WITH gone AS (DELETE FROM graphile_worker._private_jobs RETURNING id, task_id, payload)
    SELECT g.id, t.identifier AS task, g.payload FROM gone g JOIN graphile_worker._private_tasks t ON t.id = g.task_id ORDER BY g.id`.execute(
    owner,
  );
  return rows;
}

function readDelivery(owner: Context["db"], id: string) {
  return owner.selectFrom("delivery").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}

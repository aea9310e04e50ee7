import { createServer } from "node:http";
import { manualClock, startFlowmailer, startMailbox, startPhone } from "@posthorn/testkit";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import {
  createFlowmailer,
  type Flowmailer,
  type FlowmailerEvent,
  type FlowmailerOptions,
  type OutgoingMail,
  readFlowmailerEvents,
  verifyFlowmailerSecret,
} from "../index.ts";

const SECRET = "a-secret-in-the-webhook-address";
const ACCOUNT = { accountId: "545", clientId: "client", clientSecret: "secret" };
const clock = manualClock("2026-11-21T13:05:00Z");
const stops: (() => Promise<void>)[] = [];
const events: FlowmailerEvent[] = [];
let arrived: () => void = () => undefined;
let provider: Awaited<ReturnType<typeof startFlowmailer>>;
let mailbox: Awaited<ReturnType<typeof startMailbox>>;
let phone: Awaited<ReturnType<typeof startPhone>>;
let flowmailer: Flowmailer;
let options: FlowmailerOptions;

beforeAll(async () => {
  mailbox = await startMailbox({ port: 0, smtpPort: 0, clock });
  phone = await startPhone({ port: 0, clock, accountSid: "AC1", authToken: "t" });
  const webhook = await startWebhook();
  provider = await startFlowmailer({
    port: 0,
    clock,
    ...ACCOUNT,
    mails: mailbox.store,
    texts: phone.store,
    webhookUrl: `${webhook}/events?secret=${SECRET}`,
    pollMs: 10,
  });
  options = { loginUrl: provider.url, apiUrl: provider.url, ...ACCOUNT, smsSender: "Posthorn" };
  flowmailer = createFlowmailer(options);
  stops.push(provider.stop, phone.stop, mailbox.stop);
});
afterAll(async () => {
  for (const stop of stops.toReversed()) await stop();
});
afterEach(async () => {
  events.length = 0;
  await setMode("ok");
});

async function setMode(mode: string): Promise<void> {
  await fetch(`${provider.url}/api/mode`, { method: "POST", body: JSON.stringify({ mode }) });
}

async function startWebhook(): Promise<string> {
  const server = createServer((request, response) => {
    const presented = new URL(request.url ?? "", "http://x").searchParams.get("secret") ?? undefined;
    let body = "";
    request.on("data", (chunk) => (body += String(chunk)));
    request.on("end", () => {
      const known = verifyFlowmailerSecret({ secret: SECRET, presented });
      if (known) events.push(...readFlowmailerEvents(body));
      response.writeHead(known ? 204 : 403).end();
      arrived();
    });
  });
  stops.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`);
    });
  });
}

async function eventsOf(providerId: string, count: number): Promise<FlowmailerEvent[]> {
  const found = (): FlowmailerEvent[] => events.filter((event) => event.providerId === providerId);
  while (found().length < count) await new Promise<void>((resolve) => (arrived = resolve));
  return found();
}

const outgoing = (to: string): OutgoingMail => ({
  messageId: "a1.round1@posthorn.test",
  envelopeFrom: "bounce+a1.00@bounces.posthorn.test",
  envelopeId: "a1",
  from: "notices@posthorn.test",
  to,
  subject: "Registered message",
  text: "text",
  html: "<p>text</p>",
  language: "en",
});

test("a mail is submitted whole, and its delivery is reported with our tag", async () => {
  const result = await flowmailer.mail.send(outgoing("jan@addressee.test"));
  expect(result).toMatchObject({ outcome: "accepted", response: expect.stringMatching(/^201/) });
  if (result.outcome !== "accepted") return;
  expect(result.dialogue).toMatch(/^C: POST \/545\/messages\/submit EMAIL <\d+ bytes>\nS: 201/);
  const [stored] = mailbox.store.list({ to: "jan@addressee.test" });
  expect(stored?.raw.equals(Buffer.from(result.raw))).toBe(true);
  expect(stored?.envelope.from).toBe("bounce+a1.00@bounces.posthorn.test");
  const [event] = await eventsOf(result.providerId ?? "", 1);
  expect(event).toMatchObject({
    outcome: "delivered",
    type: "DELIVERED",
    tags: ["a1"],
    snippet: expect.stringMatching(/^250 /),
  });
  expect(event?.at?.toString()).toBe("2026-11-21T13:05:00Z");
});

test("a mailbox that does not exist is accepted and then reported as failed", async () => {
  const result = await flowmailer.mail.send(outgoing("bounce-now@addressee.test"));
  if (result.outcome !== "accepted") throw new Error("expected an acceptance");
  expect(await eventsOf(result.providerId ?? "", 1)).toMatchObject([
    { outcome: "failed", type: "HARDBOUNCE", snippet: "550 5.1.1 User unknown" },
  ]);
});

test("a bounce after a minute comes when the clock says so", async () => {
  const result = await flowmailer.mail.send(outgoing("bounce-later+60s@addressee.test"));
  if (result.outcome !== "accepted") throw new Error("expected an acceptance");
  expect(await eventsOf(result.providerId ?? "", 1)).toMatchObject([{ outcome: "delivered" }]);
  clock.advance({ seconds: 61 });
  expect(await eventsOf(result.providerId ?? "", 2)).toMatchObject([
    { outcome: "delivered" },
    { outcome: "failed" },
  ]);
});

test("a text message arrives; a bad number is refused with the provider's code", async () => {
  const result = await flowmailer.sms.send({ id: "s1", to: "+32470123456", text: "hello" });
  expect(result.outcome).toBe("accepted");
  expect(phone.store.list({ to: "+32470123456" })).toMatchObject([{ text: "hello", from: "Posthorn" }]);
  expect(await flowmailer.sms.send({ id: "s2", to: "12", text: "hello" })).toMatchObject({
    outcome: "refused",
    code: "InvalidAddress",
  });
});

test("a token that was revoked or ended is renewed once, without a word", async () => {
  await fetch(`${provider.url}/api/revoke`, { method: "POST" });
  expect((await flowmailer.sms.send({ id: "s3", to: "+32470123457", text: "again" })).outcome).toBe(
    "accepted",
  );
  clock.advance({ seconds: 61 });
  expect((await flowmailer.sms.send({ id: "s4", to: "+32470123457", text: "again" })).outcome).toBe(
    "accepted",
  );
});

test("busy, down, wrong credentials and no connection are unavailable", async () => {
  await setMode("busy");
  await expect(flowmailer.mail.send(outgoing("jan@addressee.test"))).rejects.toMatchObject({
    kind: "unavailable",
    code: "mail_relay_unavailable",
    retryAfterSeconds: 3,
  });
  await setMode("down");
  await expect(flowmailer.sms.send({ id: "s5", to: "+32470123456", text: "x" })).rejects.toMatchObject({
    kind: "unavailable",
    code: "sms_provider_unavailable",
  });
  await setMode("ok");
  const stranger = createFlowmailer({ ...options, clientSecret: "wrong" });
  await expect(stranger.mail.send(outgoing("jan@addressee.test"))).rejects.toMatchObject({
    kind: "unavailable",
  });
  const nowhere = createFlowmailer({ ...options, loginUrl: "http://127.0.0.1:9" });
  await expect(nowhere.sms.send({ id: "s6", to: "+32470123456", text: "x" })).rejects.toMatchObject({
    kind: "unavailable",
  });
});

test("bodies that are no events give none; a wrong, short or missing secret is refused", () => {
  for (const body of [
    "",
    "{",
    "[]",
    "null",
    "7",
    '[{"messageEvent": null}]',
    '[{"messageEvent": {"type": "DELIVERED"}}]',
    '{"message": {}}',
  ]) {
    expect(readFlowmailerEvents(body)).toEqual([]);
  }
  expect(
    readFlowmailerEvents(
      '{"messageEvent": {"id": "e", "messageId": "m", "type": "toString", "received": "soon"}}',
    ),
  ).toMatchObject([{ outcome: "other", at: null, snippet: null, tags: [] }]);
  expect(verifyFlowmailerSecret({ secret: SECRET, presented: SECRET })).toBe(true);
  for (const presented of [undefined, "", `${SECRET}x`, SECRET.slice(1)])
    expect(verifyFlowmailerSecret({ secret: SECRET, presented })).toBe(false);
  expect(verifyFlowmailerSecret({ secret: "short", presented: "short" })).toBe(false);
});

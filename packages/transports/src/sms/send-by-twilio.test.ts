import { createServer, type IncomingMessage, type Server } from "node:http";
import { manualClock, type ReadSms, startPhone, twilioSignature } from "@posthorn/testkit";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTwilioSms, readTwilioCallback, type SmsTransport, verifyTwilioSignature } from "../index.ts";

const ACCOUNT = { accountSid: `AC${"0".repeat(32)}`, authToken: "token-of-the-test" };
const clock = manualClock("2026-11-21T13:05:00Z");
let phone: Awaited<ReturnType<typeof startPhone>>;
let sms: SmsTransport;
let callbacks: Callbacks;

beforeAll(async () => {
  phone = await startPhone({ port: 0, clock, ...ACCOUNT, pollMs: 10 });
  sms = createTwilioSms({ ...ACCOUNT, from: "Posthorn", baseUrl: phone.url });
  callbacks = await listenForCallbacks();
});
afterAll(async () => {
  await Promise.all([phone.stop(), callbacks.stop()]);
});
beforeEach(async () => {
  callbacks.calls.length = 0;
  await setMode("ok");
});

async function setMode(mode: string): Promise<void> {
  await fetch(`${phone.url}/api/mode`, { method: "POST", body: JSON.stringify({ mode }) });
}

const message = (to: string) => ({
  id: "a1",
  to,
  text: "418203 is your code, K7QM-4RTX-92VB",
  statusCallback: callbacks.url,
});

test("a text message arrives, and what becomes of it is called back with a signature that verifies", async () => {
  const result = await sms.send(message("+32470123456"));
  expect(result).toMatchObject({
    outcome: "accepted",
    providerId: expect.stringMatching(/^SM[0-9a-f]{32}$/),
  });
  const response = await fetch(`${phone.url}/api/messages?to=${encodeURIComponent("+32470123456")}`);
  const [arrived] = (await response.json()) as ReadSms[];
  expect(arrived).toMatchObject({
    from: "Posthorn",
    codes: ["418203"],
    check_codes: ["K7QM-4RTX-92VB"],
    at: "2026-11-21T13:05:00.000Z",
  });
  const calls = await callbacks.wait(2);
  const reports = calls.map((call) => readTwilioCallback(call.form));
  expect(reports.map((report) => report?.outcome)).toEqual(["sent", "delivered"]);
  expect(result.outcome === "accepted" && result.providerId).toBe(reports[0]?.providerId);
  for (const call of calls) {
    const given = {
      authToken: ACCOUNT.authToken,
      signature: call.signature,
      url: callbacks.url,
      params: call.form,
    };
    expect(verifyTwilioSignature(given)).toBe(true);
    expect(verifyTwilioSignature({ ...given, params: { ...call.form, MessageStatus: "failed" } })).toBe(
      false,
    );
    expect(verifyTwilioSignature({ ...given, url: `${callbacks.url}&x=1` })).toBe(false);
    expect(verifyTwilioSignature({ ...given, authToken: "another" })).toBe(false);
    expect(verifyTwilioSignature({ ...given, signature: undefined })).toBe(false);
    expect(
      verifyTwilioSignature({ ...given, signature: twilioSignature("forger", callbacks.url, call.form) }),
    ).toBe(false);
  }
});

test("a number that does not take it is reported as failed with the provider's code", async () => {
  await sms.send(message("+32470120000"));
  const calls = await callbacks.wait(2);
  expect(readTwilioCallback(calls[1]?.form ?? {})).toMatchObject({
    outcome: "failed",
    status: "undelivered",
    errorCode: "30003",
  });
});

test("refusals carry the provider's code", async () => {
  expect(await sms.send(message("+32470129999"))).toMatchObject({ outcome: "refused", code: "21614" });
  expect(await sms.send(message("0470123456"))).toMatchObject({ outcome: "refused", code: "21211" });
  expect(await sms.send({ ...message("+32470123456"), text: "x".repeat(1601) })).toMatchObject({
    outcome: "refused",
    code: "21617",
  });
});

test("429 and 5xx are unavailable, with the pause the provider asks for", async () => {
  await setMode("busy");
  await expect(sms.send(message("+32470123456"))).rejects.toMatchObject({
    kind: "unavailable",
    code: "sms_provider_unavailable",
    retryAfterSeconds: 7,
  });
  await setMode("down");
  await expect(sms.send(message("+32470123456"))).rejects.toMatchObject({
    kind: "unavailable",
    detail: "the SMS provider: answered 503",
  });
});

test("refused credentials and no connection are unavailable, not the number's fault", async () => {
  const stranger = createTwilioSms({ ...ACCOUNT, authToken: "wrong", from: "Posthorn", baseUrl: phone.url });
  await expect(stranger.send(message("+32470123456"))).rejects.toMatchObject({ kind: "unavailable" });
  const nowhere = createTwilioSms({ ...ACCOUNT, from: "Posthorn", baseUrl: "http://127.0.0.1:9" });
  await expect(nowhere.send(message("+32470123456"))).rejects.toMatchObject({
    kind: "unavailable",
    detail: "the SMS provider: no answer",
  });
});

test("a provider that never answers is unavailable", async () => {
  const silent: Server = createServer(() => undefined);
  const url = await listening(silent);
  const waiting = createTwilioSms({ ...ACCOUNT, from: "Posthorn", baseUrl: url, timeoutMs: 150 });
  await expect(waiting.send(message("+32470123456"))).rejects.toMatchObject({ kind: "unavailable" });
  await stopped(silent);
});

test("forms that are no status callback are null", () => {
  const sid = `SM${"a".repeat(32)}`;
  for (const form of [
    {},
    { MessageSid: sid },
    { MessageSid: "SM1", MessageStatus: "sent" },
    { MessageSid: sid, MessageStatus: "constructor" },
  ]) {
    expect(readTwilioCallback(form)).toBeNull();
  }
  expect(readTwilioCallback({ SmsSid: sid, SmsStatus: "queued" })).toEqual({
    providerId: sid,
    outcome: "pending",
    status: "queued",
    errorCode: null,
  });
});

interface Callback {
  readonly signature: string;
  readonly form: Record<string, string>;
}
interface Callbacks {
  readonly url: string;
  readonly calls: Callback[];
  wait(count: number): Promise<Callback[]>;
  stop(): Promise<void>;
}

async function listenForCallbacks(): Promise<Callbacks> {
  const calls: Callback[] = [];
  let arrived: () => void = () => undefined;
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      calls.push({
        signature: String(request.headers["x-twilio-signature"]),
        form: Object.fromEntries(new URLSearchParams(body)),
      });
      response.writeHead(204).end();
      arrived();
    });
  });
  const url = await listening(server);
  return {
    url: `${url}/twilio/status?attempt=a1`,
    calls,
    async wait(count) {
      while (calls.length < count) await new Promise<void>((resolve) => (arrived = resolve));
      return calls;
    },
    stop: () => stopped(server),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function listening(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`);
    });
  });
}

function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

// Twilio's Messages resource (API 2010-04-01) as far as senders use it, with its checks and its error bodies.

import { randomBytes, timingSafeEqual } from "node:crypto";
import { Hono } from "hono";
import type { Agenda } from "../standin/agenda.ts";
import type { StandInClock } from "../standin/clock.ts";
import { callBack } from "./call-back.ts";
import { smsRuleFor } from "./rules.ts";
import type { SmsStatus, SmsStore, StoredSms } from "./store.ts";

export type PhoneMode = "ok" | "down" | "busy";

export interface TwilioParts {
  readonly accountSid: string;
  readonly authToken: string;
  readonly clock: StandInClock;
  readonly store: SmsStore;
  readonly agenda: Agenda;
  readonly mode: () => PhoneMode;
}

const MORE = "https://www.twilio.com/docs/errors";

/** Mounted at `/2010-04-01`. */
export function twilioApi(parts: TwilioParts): Hono {
  const app = new Hono();
  app.use("*", async (c, next) => {
    if (parts.mode() === "down") return refuse(503, 20503, "Service Unavailable");
    if (parts.mode() === "busy") {
      return refuse(429, 20429, "Too Many Requests", { "Retry-After": "7" });
    }
    if (!authorised(c.req.header("authorization"), parts)) return refuse(401, 20003, "Authenticate");
    return next();
  });
  app.post("/Accounts/:sid/Messages.json", async (c) => {
    if (c.req.param("sid") !== parts.accountSid)
      return refuse(404, 20404, "The requested resource was not found");
    const form = textsOf(await c.req.parseBody());
    const wrong = complaint(form);
    if (wrong) return refuse(400, wrong.code, wrong.message);
    const sms = parts.store.add({
      id: `SM${randomBytes(16).toString("hex")}`,
      at: await parts.clock.now(),
      to: form["To"] ?? "",
      from: form["From"] ?? form["MessagingServiceSid"] ?? "",
      text: form["Body"] ?? "",
    });
    planDelivery(sms, form["StatusCallback"], parts);
    return c.json(resource(sms, parts.accountSid), 201);
  });
  app.get("/Accounts/:sid/Messages/:file", (c) => {
    const sms = parts.store.get(c.req.param("file").replace(/\.json$/, ""));
    if (!sms) return refuse(404, 20404, "The requested resource was not found");
    return c.json(resource(sms, parts.accountSid));
  });
  return app;
}

function complaint(form: Readonly<Record<string, string>>): { code: number; message: string } | null {
  const { To: to, From: from, Body: body, MessagingServiceSid: service, StatusCallback: callback } = form;
  if (!to) return { code: 21604, message: "A 'To' phone number is required." };
  if (!/^\+[1-9]\d{6,14}$/.test(to)) return { code: 21211, message: `Invalid 'To' Phone Number: ${to}` };
  if (!from && !service) return { code: 21603, message: "A 'From' phone number is required." };
  if (!body) return { code: 21602, message: "Message body is required." };
  if (body.length > 1600)
    return { code: 21617, message: "The concatenated message body exceeds the 1600 character limit." };
  if (callback && !URL.canParse(callback))
    return { code: 21609, message: "The 'StatusCallback' URL is not a valid URL." };
  const rule = smsRuleFor(to);
  return rule?.kind === "refused" ? { code: rule.code, message: rule.message } : null;
}

/** `sent` first, then what became of it; in that order, each repeated while the other side does not answer 2xx. */
function planDelivery(sms: StoredSms, callback: string | undefined, parts: TwilioParts): void {
  const rule = smsRuleFor(sms.to);
  const last: SmsStatus = rule?.kind === "undelivered" ? "undelivered" : "delivered";
  const tell = async (status: SmsStatus): Promise<void> => {
    if (callback) {
      await callBack(callback, parts.authToken, {
        AccountSid: parts.accountSid,
        ApiVersion: "2010-04-01",
        From: sms.from,
        MessageSid: sms.id,
        MessageStatus: status,
        SmsSid: sms.id,
        SmsStatus: status,
        To: sms.to,
        ...(status === "undelivered" && rule?.kind === "undelivered" && { ErrorCode: rule.errorCode }),
      });
    }
    sms.status = status;
  };
  parts.agenda.schedule(sms.at, async () => {
    if (sms.status === "queued") await tell("sent");
    await tell(last);
  });
}

function resource(sms: StoredSms, accountSid: string) {
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${sms.id}.json`;
  const date = new Intl.DateTimeFormat("en-GB", {
    weekday: "short",
    day: "2-digit",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZone: "UTC",
  });
  const created = `${date.format(sms.at.epochMilliseconds).replace(/, (?=\d\d:)/, " ")} +0000`;
  return {
    account_sid: accountSid,
    api_version: "2010-04-01",
    body: sms.text,
    date_created: created,
    date_sent: null,
    date_updated: created,
    direction: "outbound-api",
    error_code: null,
    error_message: null,
    from: sms.from,
    messaging_service_sid: null,
    num_media: "0",
    num_segments: "1",
    price: null,
    price_unit: "USD",
    sid: sms.id,
    status: sms.status,
    subresource_uris: { media: uri.replace(".json", "/Media.json") },
    to: sms.to,
    uri,
  };
}

function refuse(
  status: number,
  code: number,
  message: string,
  headers: Record<string, string> = {},
): Response {
  return Response.json({ code, message, more_info: `${MORE}/${code}`, status }, { status, headers });
}

function authorised(header: string | undefined, v: { accountSid: string; authToken: string }): boolean {
  const expected = Buffer.from(`Basic ${Buffer.from(`${v.accountSid}:${v.authToken}`).toString("base64")}`);
  const given = Buffer.from(header ?? "");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function textsOf(body: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

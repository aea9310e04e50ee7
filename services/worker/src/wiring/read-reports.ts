// Reads what mail servers and providers report into what the verb books: whom it concerns is taken from nothing that can be forged.

import {
  parseDsn,
  readFlowmailerEvents,
  readTwilioCallback,
  readVerp,
  type VerpOptions,
} from "@posthorn/transports";
import type { ArrivalPorts, Report } from "@posthorn/usecases";
import { idOfAttempt, readTag } from "./attempt-name.ts";

type Read = Awaited<ReturnType<ArrivalPorts["readReports"]>>;

export function reportsBy(verp: VerpOptions): ArrivalPorts {
  return {
    async readReports({ kind, envelopeTo, body }) {
      if (kind === "mail") return readMail(verp, envelopeTo ?? "", body);
      const text = Buffer.from(body).toString("utf8");
      return kind === "twilio" ? readTwilio(text) : readFlowmailer(text);
    },
  };
}

async function readMail(verp: VerpOptions, to: string, body: Uint8Array): Promise<Read> {
  const attempt = readVerp(to, verp);
  if (attempt === null) return { unreadable: "no return path of ours" };
  const dsn = await parseDsn(body);
  if (dsn === null) return { unreadable: "no delivery status notification" };
  return dsn.recipients.map((recipient) => ({
    channel: "email",
    attemptId: idOfAttempt(attempt),
    providerId: null,
    // Failed is only what is said to be permanent: `4.x.x` with `failed` means that a server gave up, which is as final.
    outcome: recipient.action === "failed" || recipient.action === "delivered" ? recipient.action : "other",
    answer: recipient.diagnosticCode ?? `${recipient.action} ${recipient.status}`,
  }));
}

function readTwilio(body: string): Read {
  const report = readTwilioCallback(Object.fromEntries(new URLSearchParams(body)));
  if (report === null) return { unreadable: "no status callback" };
  const { providerId, status, errorCode } = report;
  const outcome = report.outcome === "delivered" || report.outcome === "failed" ? report.outcome : "other";
  return [
    {
      channel: "sms",
      attemptId: null,
      providerId,
      outcome,
      answer: errorCode ? `${status} ${errorCode}` : status,
    },
  ];
}

function readFlowmailer(body: string): Read {
  const events = readFlowmailerEvents(body);
  if (events.length === 0) return { unreadable: "no message event" };
  return events.map((event): Report => {
    const tag = event.tags.map(readTag).find((read) => read !== null);
    return {
      channel: tag?.channel ?? "sms",
      attemptId: tag?.id ?? null,
      providerId: event.providerId,
      outcome: event.outcome === "delivered" || event.outcome === "failed" ? event.outcome : "other",
      answer: event.snippet ?? event.type,
    };
  });
}

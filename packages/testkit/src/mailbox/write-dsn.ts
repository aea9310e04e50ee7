// Delivery status notifications as mail servers write them (RFC 3464): multipart/report with folded fields.

import type { StoredMail } from "./store.ts";

export interface DsnToWrite {
  readonly mail: StoredMail;
  readonly action: "failed" | "delayed" | "delivered";
  /** `5.1.1`. */
  readonly status: string;
  readonly diagnostic: string;
  readonly at: Temporal.Instant;
}

const WORDS = { failed: "Undelivered Mail", delayed: "Delayed Mail", delivered: "Successful Mail Delivery" };

/** Addressed to the envelope sender of the mail it reports on; the headers of that mail come along. */
export function writeDsn({ mail, action, status, diagnostic, at }: DsnToWrite): Buffer {
  const [recipient = ""] = mail.envelope.to;
  const date = at.toZonedDateTimeISO("UTC").toPlainDateTime();
  const boundary = `=_${mail.id}_${action}`;
  const headers = mail.raw.toString("latin1").split("\r\n\r\n", 1)[0] ?? "";
  const lines = [
    "From: Mail Delivery System <MAILER-DAEMON@mailbox.localhost>",
    `To: <${mail.envelope.from}>`,
    `Subject: ${WORDS[action]} (${recipient})`,
    `Date: ${rfcDate(date)}`,
    `Message-ID: <dsn.${mail.id}.${action}@mailbox.localhost>`,
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    "Content-Type: multipart/report; report-type=delivery-status;",
    ` boundary="${boundary}"`,
    "",
    `--${boundary}`,
    "Content-Type: text/plain; charset=utf-8",
    "",
    `This is the mail system at mailbox.localhost. Your mail to <${recipient}>: ${diagnostic}`,
    "",
    `--${boundary}`,
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mailbox.localhost",
    ...(mail.envelope.id ? [`Original-Envelope-Id: ${mail.envelope.id}`] : []),
    `Arrival-Date: ${rfcDate(mail.at.toZonedDateTimeISO("UTC").toPlainDateTime())}`,
    "",
    `Original-Recipient: rfc822;${recipient}`,
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    "Remote-MTA: dns; mx.addressee.example",
    ...fold(`Diagnostic-Code: smtp; ${diagnostic}`),
    "",
    `--${boundary}`,
    "Content-Type: text/rfc822-headers",
    "",
    headers,
    "",
    `--${boundary}--`,
    "",
  ];
  return Buffer.from(lines.join("\r\n"), "latin1");
}

/** Every third word on a line of its own, as some servers do. */
function fold(line: string): string[] {
  const words = line.split(" ");
  return Array.from({ length: Math.ceil(words.length / 3) }, (_, index) => {
    const part = words.slice(index * 3, index * 3 + 3).join(" ");
    return index === 0 ? part : `    ${part}`;
  });
}

function rfcDate(at: Temporal.PlainDateTime): string {
  const day = at.toLocaleString("en-US", { weekday: "short" });
  const month = at.toLocaleString("en-US", { month: "short" });
  return `${day}, ${at.day} ${month} ${at.year} ${at.toPlainTime().toString({ smallestUnit: "second" })} +0000`;
}

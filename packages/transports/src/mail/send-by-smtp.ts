// Sends mail through an SMTP relay over a pool of connections, with delivery status asked for (RFC 3461).

import { randomUUID } from "node:crypto";
import { AppError } from "@posthorn/domain";
import nodemailer from "nodemailer";
import { envelopeAddress } from "./clean-header.ts";
import { createComposer, type DkimKey } from "./compose-message.ts";
import { recordDialogues } from "./record-dialogue.ts";
import type { MailOutcome, MailTransport, OutgoingMail } from "./transport.ts";

export interface SmtpMailOptions {
  /** `smtp://user:password@relay:587?requireTLS=true` or `smtps://…`. */
  readonly url: string;
  /** Name we greet with (EHLO). */
  readonly hostname: string;
  /** Default 5. */
  readonly maxConnections?: number;
  /** Mails per connection before it is replaced; default 500. */
  readonly maxMessages?: number;
  /** For connecting and greeting, in milliseconds; default 10,000. */
  readonly connectTimeoutMs?: number;
  /** Silence of the relay after which the mail counts as not answered, in milliseconds; default 60,000. */
  readonly answerTimeoutMs?: number;
  readonly dkim?: DkimKey;
}

/** What the client library says of a failed mail; everything may be missing. */
interface SmtpFailure {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/** A mail transport over one relay. Keeps connections open until `close`. */
export function createSmtpMail(options: SmtpMailOptions): MailTransport {
  const compose = createComposer(options.dkim);
  const recorder = recordDialogues();
  const pool = nodemailer.createTransport({
    url: options.url,
    pool: true,
    name: options.hostname,
    maxConnections: options.maxConnections ?? 5,
    maxMessages: options.maxMessages ?? 500,
    // Once, and only for a connection that the relay had closed while idle: a mail that may have been
    // taken is repeated by the caller, who books the attempt.
    maxRequeues: 1,
    connectionTimeout: options.connectTimeoutMs ?? 10_000,
    greetingTimeout: options.connectTimeoutMs ?? 10_000,
    socketTimeout: options.answerTimeoutMs ?? 60_000,
    dnsTimeout: options.connectTimeoutMs ?? 10_000,
    logger: recorder.logger,
    transactionLog: true,
  });
  // A connection that breaks while idle is reported here; the next mail opens another.
  pool.on("error", () => undefined);

  async function send(mail: OutgoingMail): Promise<MailOutcome> {
    const raw = await compose(mail);
    // Names this sending in the pool's log only; the message itself carries the caller's Message-ID.
    const ticket = `${randomUUID()}@ticket`;
    const to = envelopeAddress(mail.to);
    try {
      const info = await pool.sendMail({
        envelope: { from: envelopeAddress(mail.envelopeFrom), to: [to] },
        messageId: `<${ticket}>`,
        raw: Buffer.from(raw),
        dsn: {
          id: mail.envelopeId,
          return: "HDRS",
          notify: ["SUCCESS", "FAILURE", "DELAY"],
          recipient: `rfc822;${to}`,
        },
      });
      return { outcome: "accepted", response: info.response, dialogue: recorder.take(ticket), raw };
    } catch (error) {
      const dialogue = recorder.take(ticket);
      const refusal = permanentRefusal(error as SmtpFailure);
      if (refusal) return { outcome: "refused", permanent: true, ...refusal, dialogue, raw };
      throw unavailable(error);
    }
  }

  return { send, close: () => pool.close() };
}

/**
 * A 5xx to MAIL, RCPT or DATA is the end of this mail. A 5xx before (greeting, AUTH), or one that asks for
 * authentication, is a fault of the route and is waited out.
 */
function permanentRefusal(failure: SmtpFailure): { code: number; response: string; ours: boolean } | null {
  const command = failure.command ?? "";
  const code = failure.responseCode ?? 0;
  if (failure.code === "EMESSAGE" && command === "MAIL FROM" && code === 0) {
    return { code: 552, response: "552 5.3.4 Message size exceeds what the relay announced", ours: true };
  }
  if (!["MAIL FROM", "RCPT TO", "DATA"].includes(command)) return null;
  if (code < 500 || code > 599 || [530, 534, 535, 538].includes(code)) return null;
  return { code, response: failure.response ?? String(code), ours: command === "MAIL FROM" };
}

function unavailable(cause: unknown): AppError {
  const { code, responseCode } = cause as SmtpFailure;
  const detail = responseCode
    ? `the mail relay answered ${responseCode}`
    : `the mail relay: ${code ?? "no answer"}`;
  return new AppError("unavailable", "mail_relay_unavailable", { detail, cause });
}

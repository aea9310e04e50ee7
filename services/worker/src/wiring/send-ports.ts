// Binds mail relay and SMS provider to what the verbs ask for: names of attempts, return paths, and three kinds of answer.

import { AppError } from "@posthorn/domain";
import {
  createFlowmailer,
  createSmtpMail,
  createTwilioSms,
  type MailTransport,
  type SmsTransport,
  verpAddress,
} from "@posthorn/transports";
import type { MailAnswer, MailPort, Postponed, SmsPort } from "@posthorn/usecases";
import { nameOfAttempt, tagOfSms } from "./attempt-name.ts";
import { type Mailbox, needed, type Settings } from "./settings.ts";

export interface Transports {
  readonly mail: MailTransport;
  readonly sms: SmsTransport;
}

/** Codes are worth nothing once they have expired. */
const CODE_VALID_SECONDS = 600;

export function openTransports(settings: Settings): Transports {
  const wantsFlowmailer = settings.MAIL_PROVIDER === "flowmailer" || settings.SMS_PROVIDER === "flowmailer";
  const flowmailer = wantsFlowmailer ? openFlowmailer(settings) : null;
  return {
    mail: settings.MAIL_PROVIDER === "flowmailer" && flowmailer ? flowmailer.mail : openSmtp(settings),
    sms: settings.SMS_PROVIDER === "flowmailer" && flowmailer ? flowmailer.sms : openTwilio(settings),
  };
}

function openFlowmailer(settings: Settings) {
  return createFlowmailer({
    loginUrl: settings.FLOWMAILER_LOGIN_URL.href,
    apiUrl: settings.FLOWMAILER_API_URL.href,
    accountId: needed(settings, "FLOWMAILER_ACCOUNT"),
    clientId: needed(settings, "FLOWMAILER_CLIENT_ID"),
    clientSecret: needed(settings, "FLOWMAILER_CLIENT_SECRET"),
    smsSender: settings.FLOWMAILER_SMS_FROM,
    ...(settings.FLOWMAILER_SOURCE ? { source: settings.FLOWMAILER_SOURCE } : {}),
  });
}

function openSmtp(settings: Settings): MailTransport {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY: privateKeyPem } = settings;
  return createSmtpMail({
    url: needed(settings, "SMTP_URL").href,
    hostname: settings.MAIL_FROM.domain,
    maxConnections: Math.max(2, Math.ceil(settings.CONCURRENCY / 2)),
    ...(domain && selector && privateKeyPem ? { dkim: { domain, selector, privateKeyPem } } : {}),
  });
}

function openTwilio(settings: Settings): SmsTransport {
  return createTwilioSms({
    accountSid: needed(settings, "TWILIO_ACCOUNT_SID"),
    authToken: needed(settings, "TWILIO_AUTH_TOKEN"),
    from: needed(settings, "TWILIO_FROM"),
    ...(settings.TWILIO_BASE_URL ? { baseUrl: settings.TWILIO_BASE_URL.href } : {}),
  });
}

export function mailPort(
  transport: MailTransport,
  options: { readonly from: Mailbox; readonly bounceDomain: string; readonly verpKey: Uint8Array },
): MailPort {
  const { from } = options;
  return {
    async send({ attemptId, ...mail }) {
      const attempt = nameOfAttempt(attemptId);
      try {
        const outcome = await transport.send({
          ...mail,
          messageId: `${attemptId}@${from.domain}`,
          envelopeFrom: verpAddress({
            domain: options.bounceDomain,
            key: options.verpKey,
            attemptId: attempt,
          }),
          envelopeId: attempt,
          from: from.address,
          ...(from.name ? { fromName: from.name } : {}),
        });
        const { response, dialogue, raw } = outcome;
        const ours = outcome.outcome === "refused" && outcome.ours;
        return { outcome: outcome.outcome, response, ours, dialogue, raw };
      } catch (error) {
        return unsendable(error) ?? postponed(error);
      }
    },
  };
}

/** An address that cannot stand in an envelope is refused for good, without a relay. */
function unsendable(error: unknown): MailAnswer | null {
  if (!(error instanceof AppError) || error.code !== "mail_address_invalid") return null;
  return {
    outcome: "refused",
    response: "the address cannot be written in an envelope",
    ours: false,
    dialogue: "",
    raw: new Uint8Array(),
  };
}

export interface SmsPorts {
  readonly notices: SmsPort;
  readonly codes: SmsPort;
}

/** Both ask for reports under one tag; only what becomes of a notice is called back. */
export function smsPorts(transport: SmsTransport, callback: URL | undefined): SmsPorts {
  const port = (more: { readonly statusCallback?: string; readonly validForSeconds?: number }): SmsPort => ({
    async send({ id, to, text }) {
      try {
        return await transport.send({ id: tagOfSms(id), to, text, ...more });
      } catch (error) {
        return postponed(error);
      }
    },
  });
  return {
    notices: port(callback ? { statusCallback: callback.href } : {}),
    codes: port({ validForSeconds: CODE_VALID_SECONDS }),
  };
}

/** Anything else than "not now" is a fault of ours and is thrown on. */
function postponed(error: unknown): Postponed {
  if (!(error instanceof AppError && error.retryable)) throw error;
  const { response } = (error.cause ?? {}) as { readonly response?: unknown };
  return { outcome: "postponed", response: typeof response === "string" ? response : null };
}

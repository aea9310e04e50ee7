// Mail and text messages through Flowmailer (Spotler SendPro, NL): both ports over one account.

import { envelopeAddress } from "../mail/clean-header.ts";
import { createComposer } from "../mail/compose-message.ts";
import type { MailOutcome, MailTransport, OutgoingMail } from "../mail/transport.ts";
import type { OutgoingSms, SmsOutcome, SmsTransport } from "../sms/transport.ts";
import { type FlowmailerAnswer, type FlowmailerOptions, openFlowmailerSession } from "./session.ts";

export interface Flowmailer {
  readonly mail: MailTransport;
  readonly sms: SmsTransport;
}

/** The provider signs mails itself; what becomes of them it reports by events, see `readFlowmailerEvents`. */
export function createFlowmailer(options: FlowmailerOptions): Flowmailer {
  const mails = openFlowmailerSession(options, "mail_relay_unavailable");
  const texts = openFlowmailerSession(options, "sms_provider_unavailable");
  const compose = createComposer();

  async function sendMail(mail: OutgoingMail): Promise<MailOutcome> {
    const raw = await compose(mail);
    const answer = await mails.submit({
      messageType: "EMAIL",
      senderAddress: envelopeAddress(mail.envelopeFrom),
      recipientAddress: envelopeAddress(mail.to),
      mimedata: Buffer.from(raw).toString("base64"),
      tags: [mail.envelopeId],
    });
    const response = `${answer.status} ${answer.statusText}`.trim();
    const dialogue = [
      `C: POST /${options.accountId}/messages/submit EMAIL <${raw.byteLength} bytes>`,
      `S: ${response}`,
      ...(answer.id
        ? [`S: Location: ${answer.id}`]
        : answer.body
            .slice(0, 2000)
            .split("\n")
            .map((line) => `S: ${line}`)),
    ].join("\n");
    if (answer.id && answer.status === 201) {
      return { outcome: "accepted", response, dialogue, raw, providerId: answer.id };
    }
    const { words, fields } = complaintsOf(answer);
    const ours = !fields.includes("recipientAddress");
    return {
      outcome: "refused",
      permanent: true,
      code: 554,
      response: `${response}: ${words}`,
      ours,
      dialogue,
      raw,
    };
  }

  async function sendSms(sms: OutgoingSms): Promise<SmsOutcome> {
    const answer = await texts.submit({
      messageType: "SMS",
      senderAddress: options.smsSender,
      recipientAddress: sms.to,
      text: sms.text,
      deliveryNotificationType: "DELIVERY_AND_FAILURE",
      tags: [sms.id],
    });
    if (answer.id && answer.status === 201) {
      return { outcome: "accepted", providerId: answer.id, raw: `${answer.status} ${answer.id}` };
    }
    return { outcome: "refused", code: complaintsOf(answer).code, raw: answer.body };
  }

  return { mail: { send: sendMail, close: () => undefined }, sms: { send: sendSms } };
}

/** `{"allErrors": [{code, field, defaultMessage}]}`; anything else is told as it came. */
function complaintsOf(answer: FlowmailerAnswer): { code: string; words: string; fields: readonly string[] } {
  let body: unknown;
  try {
    body = JSON.parse(answer.body);
  } catch {
    body = null;
  }
  const listed = (body as { allErrors?: unknown } | null)?.allErrors;
  const errors = (Array.isArray(listed) ? listed : []).map(
    (error) => (error ?? {}) as Record<string, unknown>,
  );
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  return {
    code: text(errors[0]?.["code"]) || String(answer.status),
    words:
      errors
        .map((error) => text(error["defaultMessage"]))
        .filter(Boolean)
        .join("; ") || answer.body.slice(0, 200),
    fields: errors.map((error) => text(error["field"])),
  };
}

// What Twilio reports of a text message, and whether it was Twilio that called.

import twilio from "twilio";

export interface SmsReport {
  readonly providerId: string;
  /** `sent`: left the provider. `delivered`: the handset's operator confirmed. `failed`: it will not arrive. */
  readonly outcome: "pending" | "sent" | "delivered" | "failed";
  /** The provider's own word: `undelivered`, `HARDBOUNCE`. */
  readonly status: string;
  readonly errorCode: string | null;
}

const OUTCOMES: Readonly<Record<string, SmsReport["outcome"]>> = {
  accepted: "pending",
  queued: "pending",
  sending: "pending",
  sent: "sent",
  delivered: "delivered",
  read: "delivered",
  undelivered: "failed",
  failed: "failed",
  canceled: "failed",
};

/** Null for a form that is no status callback. Says nothing of who called: see `verifyTwilioSignature`. */
export function readTwilioCallback(form: Readonly<Record<string, string>>): SmsReport | null {
  const providerId = form["MessageSid"] ?? form["SmsSid"] ?? "";
  const status = form["MessageStatus"] ?? form["SmsStatus"] ?? "";
  const outcome = Object.hasOwn(OUTCOMES, status) ? OUTCOMES[status] : undefined;
  if (!/^(SM|MM)[0-9a-f]{32}$/i.test(providerId) || !outcome) return null;
  return { providerId, outcome, status, errorCode: form["ErrorCode"] || null };
}

export interface TwilioSignature {
  readonly authToken: string;
  /** Header `X-Twilio-Signature`. */
  readonly signature: string | undefined;
  /** The public address that was called, with its query: behind a proxy the one Twilio knows. */
  readonly url: string;
  readonly params: Readonly<Record<string, string>>;
}

/** HMAC-SHA-1 over address and sorted parameters, as Twilio signs its calls. */
export function verifyTwilioSignature({ authToken, signature, url, params }: TwilioSignature): boolean {
  if (!signature || !URL.canParse(url)) return false;
  return twilio.validateRequest(authToken, signature, url, { ...params });
}

// Keeps the text messages that arrived, newest first, a bounded number.

export type SmsStatus = "queued" | "sent" | "delivered" | "undelivered" | "failed";

export interface StoredSms {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly to: string;
  readonly from: string;
  readonly text: string;
  status: SmsStatus;
}

export interface SmsStore {
  add(sms: Omit<StoredSms, "status">): StoredSms;
  get(id: string): StoredSms | undefined;
  /** Newest first. */
  list(filter?: { readonly to?: string | undefined }): readonly StoredSms[];
}

/** In memory; default at most 5,000. */
export function openSmsStore(maxMessages = 5_000): SmsStore {
  const messages = new Map<string, StoredSms>();
  return {
    add(sms) {
      const stored: StoredSms = { ...sms, status: "queued" };
      messages.set(stored.id, stored);
      const oldest = messages.keys().next().value;
      if (messages.size > maxMessages && oldest !== undefined) messages.delete(oldest);
      return stored;
    },
    get: (id) => messages.get(id),
    list({ to } = {}) {
      // A plus sign in a query that nobody encoded arrives as a space.
      const wanted = to?.replace(/^ /, "+").trim();
      return Array.from(messages.values())
        .filter((sms) => !wanted || sms.to === wanted)
        .toReversed();
    },
  };
}

export interface ReadSms {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly to: string;
  readonly from: string;
  readonly text: string;
  readonly status: SmsStatus;
  /** One-time codes: 6 digits standing alone. */
  readonly codes: readonly string[];
  readonly check_codes: readonly string[];
}

export function readSms(sms: StoredSms): ReadSms {
  return {
    ...sms,
    at: sms.at.toString({ fractionalSecondDigits: 3 }),
    codes: Array.from(new Set(sms.text.match(/(?<![\w-])\d{6}(?![\w-])/g) ?? [])),
    check_codes: Array.from(new Set(sms.text.match(/\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/g) ?? [])),
  };
}

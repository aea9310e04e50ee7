// What Flowmailer reports by webhook of mails and text messages, and whether the caller knows our secret.

import { createHash, timingSafeEqual } from "node:crypto";

export interface FlowmailerEvent {
  /** Of the event, for telling repeats apart. */
  readonly id: string;
  /** The identifier given at submission. */
  readonly providerId: string;
  /** The provider's own word: `DELIVERED`, `HARDBOUNCE`. */
  readonly type: string;
  readonly outcome: "sent" | "delivered" | "delayed" | "failed" | "other";
  readonly at: Temporal.Instant | null;
  /** Bounce or SMTP conversation, one line. */
  readonly snippet: string | null;
  /** Our attempt id first, where the webhook adds tags. */
  readonly tags: readonly string[];
}

const OUTCOMES: Readonly<Record<string, FlowmailerEvent["outcome"]>> = {
  POSTED: "sent",
  DELIVERED: "delivered",
  SOFTBOUNCE: "delayed",
  ATTEMPT: "delayed",
  HARDBOUNCE: "failed",
  REJECT: "failed",
  DISCARD: "failed",
};

/** Events of one call, in its order. What is not a message event is left out; a body that is no JSON gives none. */
export function readFlowmailerEvents(body: string): readonly FlowmailerEvent[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return [];
  }
  return (Array.isArray(parsed) ? parsed : [parsed]).map(eventOf).filter((event) => event !== null);
}

function eventOf(value: unknown): FlowmailerEvent | null {
  const { messageEvent, messageTags } = fieldsOf(value);
  const { id, messageId, type, received, snippet } = fieldsOf(messageEvent);
  if (typeof messageId !== "string" || !messageId || typeof type !== "string") return null;
  return {
    id: typeof id === "string" ? id : "",
    providerId: messageId,
    type,
    outcome: Object.hasOwn(OUTCOMES, type) ? (OUTCOMES[type] ?? "other") : "other",
    at: instantOf(received),
    snippet: typeof snippet === "string" ? snippet.replace(/\s+/g, " ").trim() || null : null,
    tags: Array.isArray(messageTags) ? messageTags.filter((tag) => typeof tag === "string") : [],
  };
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function instantOf(value: unknown): Temporal.Instant | null {
  if (typeof value !== "string") return null;
  try {
    return Temporal.Instant.from(value);
  } catch {
    return null;
  }
}

/**
 * The provider documents no signature, so its webhook address carries a secret of ours (at least 16 characters).
 * Compares in constant time whatever the lengths.
 */
export function verifyFlowmailerSecret(v: {
  readonly secret: string;
  readonly presented: string | undefined;
}): boolean {
  if (v.secret.length < 16 || v.presented === undefined) return false;
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(v.secret), digest(v.presented));
}

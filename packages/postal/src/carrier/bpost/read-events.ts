// What bpost says of an item, in the terms of every carrier; codes nobody knows here are told in his words.

import { createHash } from "node:crypto";
import type { CarrierOutcome } from "@posthorn/domain";
import { z } from "zod";
import type { ItemEvent } from "../carrier.ts";

/**
 * The one table of codes: those of the postal union (UPU M40, EMSEVT) and bpost's own. What is not listed moves nothing:
 * it is kept and shown as he put it.
 */
const OUTCOMES: Readonly<Record<string, CarrierOutcome>> = {
  // Posted.
  EMA: "accepted",
  ACCEPTED: "accepted",
  // Brought, and nobody there who could sign.
  EMH: "presented",
  PRESENTED: "presented",
  // Waits for the addressee, 15 calendar days.
  AVAILABLE_AT_PICKUP_POINT: "held",
  EMI: "delivered",
  DELIVERED: "delivered",
  RETURNED_TO_SENDER: "returned",
};

const event = z.object({
  code: z.string().min(1).max(60),
  description: z.string().max(2_000).nullish(),
  /** ISO 8601 with its offset. */
  dateTime: z.string().max(60).nullish(),
  location: z.string().max(200).nullish(),
});
export const trackedItem = z.object({ events: z.array(event).max(500) });

type SenEvent = z.infer<typeof event>;

const WORDS_MAX = 200;

/** Oldest first, whichever end the list begins at; events without a time that can be read come before the others. */
export function readEvents(
  events: readonly SenEvent[],
  raw: Uint8Array,
  mediaType: string,
): readonly ItemEvent[] {
  const read = events.map((said) => ({
    key: keyOf(said),
    outcome: outcomeOf(said.code),
    at: instantOf(said.dateTime),
    words: wordsOf(said),
    raw,
    mediaType,
  }));
  const once = Array.from(new Map(read.map((one) => [one.key, one])).values());
  const [first, last] = [once[0], once.at(-1)];
  // Of events within one instant only the order of the list says which came first.
  const newestFirst = first !== undefined && last !== undefined && byTime(first, last) > 0;
  return (newestFirst ? once.toReversed() : once).toSorted(byTime);
}

function outcomeOf(code: string): CarrierOutcome {
  const known = code.toUpperCase();
  return Object.hasOwn(OUTCOMES, known) ? (OUTCOMES[known] ?? "other") : "other";
}

/** Of what an event is about, not of where it stands in the list or how it is worded today. */
function keyOf({ code, dateTime, location }: SenEvent): string {
  const about = JSON.stringify([code, dateTime ?? null, location ?? null]);
  return createHash("sha256").update(about).digest("hex").slice(0, 32);
}

function instantOf(text: string | null | undefined): Temporal.Instant | null {
  if (!text) return null;
  try {
    return Temporal.Instant.from(text).round("millisecond");
  } catch {
    return null;
  }
}

function wordsOf({ code, description, location }: SenEvent): string {
  return [description || code, location]
    .filter(Boolean)
    .join(", ")
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, WORDS_MAX);
}

function byTime(one: ItemEvent, other: ItemEvent): number {
  if (one.at === null || other.at === null) return Number(one.at !== null) - Number(other.at !== null);
  return Temporal.Instant.compare(one.at, other.at);
}

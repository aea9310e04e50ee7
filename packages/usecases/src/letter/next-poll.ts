// When the carrier is asked next what became of a letter, and until when.

import { type Instant, isBefore } from "@posthorn/domain";

const HOURS = 6;
/** After the end he is asked once a day, in case he corrects himself. */
const HOURS_AFTER_END = 24;
const DAYS_AFTER_END = 7;

export function firstPollAt(postedAt: Instant): Instant {
  return postedAt.add({ hours: HOURS });
}

/** Null: not any more. */
export function nextPollAt(now: Instant, finalAt: Instant | null): Instant | null {
  if (finalAt === null) return now.add({ hours: HOURS });
  const next = now.add({ hours: HOURS_AFTER_END });
  return isBefore(next, finalAt.add({ hours: 24 * DAYS_AFTER_END })) ? next : null;
}

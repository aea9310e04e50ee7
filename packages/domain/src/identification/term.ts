// How long a sender's identification serves: it is repeated after a configured time (domain rules, "Identification of the sender").

import { brusselsDay, endOfDay, isBefore } from "../deadline/brussels-day.ts";
import type { Instant, PlainDate } from "../lifecycle/state.ts";

/** `REIDENTIFY_DAYS` where nothing is configured. */
export const REIDENTIFY_DAYS_DEFAULT = 730;

/** The last day in Brussels on which one identified at `identifiedAt` may send; its end is exclusive. */
export function identifiedUntil(identifiedAt: Instant, days: number): PlainDate {
  return brusselsDay(identifiedAt).add({ days });
}

/** Whether an identification still serves at `at`. */
export function isIdentificationCurrent(identifiedAt: Instant, days: number, at: Instant): boolean {
  return isBefore(at, endOfDay(identifiedUntil(identifiedAt, days)));
}

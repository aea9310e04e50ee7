// A breach of security: what it is told of, to whom, and until when (eIDAS art. 24(2)(fa), GDPR art. 33 and 34, NIS2 art. 23).

import { LEGAL_TIME_ZONE } from "../deadline/brussels-day.ts";
import type { Instant } from "../lifecycle/state.ts";

export const BREACH_NATURES = ["confidentiality", "integrity", "availability"] as const;
export type BreachNature = (typeof BREACH_NATURES)[number];

export const BREACH_PEOPLE = [
  "account_holders",
  "company_members",
  "addressees",
  "staff",
  "unknown",
] as const;
export const BREACH_DATA = [
  "names",
  "addresses",
  "identification",
  "content",
  "evidence",
  "log",
  "sign_in",
  "payments",
  "none",
] as const;

/** In the order in which they fall due. */
export const BREACH_DUTIES = [
  "senders",
  "supervisory",
  "persons",
  "nis2_early",
  "gba",
  "nis2_notification",
  "nis2_final",
] as const;
export type BreachDuty = (typeof BREACH_DUTIES)[number];

export type BreachEventName = "opened" | "changed" | "done" | "not_required" | "released" | "closed";

/** Hours from the noticing; the final report runs from the notification. */
const HOURS: Readonly<Record<Exclude<BreachDuty, "nis2_final">, number>> = {
  // At once, as their processor (GDPR art. 33(2)).
  senders: 0,
  // FOD Economie, and whoever is concerned (eIDAS art. 24(2)(fb)).
  supervisory: 24,
  persons: 24,
  nis2_early: 24,
  // Gegevensbeschermingsautoriteit (GDPR art. 33(1)).
  gba: 72,
  nis2_notification: 72,
};

/**
 * When a duty falls due. `notifiedAt` is when the notification of NIS2 went out; until it has, its own due time counts. A month is one of
 * the calendar in Brussels, clamped to its end.
 */
export function breachDueAt(
  duty: BreachDuty,
  noticedAt: Instant,
  notifiedAt: Instant | null = null,
): Instant {
  if (duty !== "nis2_final") return noticedAt.add({ hours: HOURS[duty] });
  return (notifiedAt ?? breachDueAt("nis2_notification", noticedAt))
    .toZonedDateTimeISO(LEGAL_TIME_ZONE)
    .add({ months: 1 })
    .toInstant();
}

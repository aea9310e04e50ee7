// The date by which a delivery is final whatever fails, fixed and told at acceptance.

import type { Instant, PlainDate } from "../lifecycle/state.ts";
import { brusselsDay } from "./brussels-day.ts";
import { workingDaysAfter } from "./count-working-days.ts";
import {
  CARRIER_DAYS,
  NOTICE_TERM_HOURS,
  OUTAGE_EXTENSIONS_MAX,
  POSTING_WORKING_DAYS,
  REPAIR_TERM_HOURS,
} from "./legal-terms.ts";

/**
 * The longest way: a notice at the end of its term, a window that fails on its last day, a repair at the end of its
 * term, a second window, every extension for outage, and the day on which the deadline falls.
 */
export function electronicFinalBy(acceptedAt: Instant, collectionDays: number): PlainDate {
  return brusselsDay(acceptedAt).add({
    days: NOTICE_TERM_HOURS / 24 + 2 * collectionDays + REPAIR_TERM_HOURS / 24 + OUTAGE_EXTENSIONS_MAX + 1,
  });
}

/** `final_by` of a delivery; with fallback the time to print, to post and to hear from the carrier comes on top. */
export function finalBy(acceptedAt: Instant, collectionDays: number, postalFallback: boolean): PlainDate {
  const electronic = electronicFinalBy(acceptedAt, collectionDays);
  if (!postalFallback) return electronic;
  return workingDaysAfter(electronic, POSTING_WORKING_DAYS).add({ days: CARRIER_DAYS });
}

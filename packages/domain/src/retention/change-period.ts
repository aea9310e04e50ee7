// Whether a rule's period may be set otherwise, and from when: longer at once, shorter with two persons and seven days later.

import { brusselsDay, startOfDay } from "../deadline/brussels-day.ts";
import type { Instant } from "../lifecycle/state.ts";
import { isEverShorter } from "./period.ts";
import type { CalendarPeriod, PeriodBounds } from "./rule.ts";

/** Whole days between the second person's word and the day from which a shorter period erases: time to place a hold, or to save. */
export const SHORTER_NOTICE_DAYS = 7;

/**
 * `shorter` where it would end earlier from any day on: two persons, and `SHORTER_NOTICE_DAYS`. `longer`: one person, at once; what was
 * due and is not erased yet stays. `out_of_bounds` as well where the rule has no bounds: nobody may set it.
 */
export type ChangeVerdict = "same" | "longer" | "shorter" | "out_of_bounds";

/** How `wanted` relates to the period in force. Zero or less, or no whole number, is out of bounds. */
export function judgeChange(
  inForce: CalendarPeriod,
  wanted: CalendarPeriod,
  bounds: Pick<PeriodBounds, "min" | "max"> | undefined,
): ChangeVerdict {
  if (bounds === undefined || !Number.isSafeInteger(wanted.count) || wanted.count < 1) return "out_of_bounds";
  if (isEverShorter(wanted, bounds.min) || isEverShorter(bounds.max, wanted)) return "out_of_bounds";
  if (isEverShorter(wanted, inForce)) return "shorter";
  return isEverShorter(inForce, wanted) ? "longer" : "same";
}

/**
 * From when a change that was decided at `decidedAt` (of a shorter one: by the second person) is in force. A shorter one: from the first
 * instant in Brussels after seven whole days, never less than 7 × 24 hours later, whatever the clocks do.
 */
export function changeTakesEffect(verdict: "longer" | "shorter", decidedAt: Instant): Instant {
  if (verdict === "longer") return decidedAt;
  return startOfDay(brusselsDay(decidedAt).add({ days: SHORTER_NOTICE_DAYS + 1 }));
}

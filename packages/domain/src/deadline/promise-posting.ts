// The day by which a letter is posted, or fails: told to both sides before and while it waits.

import type { Instant, PlainDate } from "../lifecycle/state.ts";
import { brusselsDay } from "./brussels-day.ts";
import { workingDaysAfter } from "./count-working-days.ts";
import { POSTING_WORKING_DAYS } from "./legal-terms.ts";

/** The tenth working day after the first `to_print`; that day counts to its end. */
export function lastPostingDay(firstToPrintAt: Instant): PlainDate {
  return workingDaysAfter(brusselsDay(firstToPrintAt), POSTING_WORKING_DAYS);
}

/** The same while the window still runs: a delivery that is not collected becomes a letter the day after. */
export function lastPostingDayIfNotCollected(collectUntil: PlainDate): PlainDate {
  return workingDaysAfter(collectUntil.add({ days: 1 }), POSTING_WORKING_DAYS);
}

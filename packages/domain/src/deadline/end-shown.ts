// Which instant people are told as the end of a delivery: a term that passed ends on its last day, though it is dated at the instant after it.

import type { DeliveryStateName, Instant } from "../lifecycle/state.ts";
import { brusselsDay, startOfDay } from "./brussels-day.ts";

/** The states that the end of a day brings about: the window passed, or the letter was not posted within its term. */
const BY_TERM: ReadonlySet<string> = new Set<DeliveryStateName>(["expired", "post_failed"]);

/** The last instant of the last day where a term of whole days in Brussels passed; else the end as it is. */
export function endShown(state: string, finalAt: Instant): Instant {
  const atTermsEnd = BY_TERM.has(state) && finalAt.equals(startOfDay(brusselsDay(finalAt)));
  return atTermsEnd ? finalAt.subtract({ milliseconds: 1 }) : finalAt;
}

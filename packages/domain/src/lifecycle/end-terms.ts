// When each term of a delivery ends; all follow from the snapshot alone, so a late timer changes no date.

import { calendarDaysAfter, earlier, endOfDay, startOfDay } from "../deadline/brussels-day.ts";
import {
  CARRIER_DAYS,
  EXPIRY_GRACE_SECONDS,
  NOTICE_TERM_HOURS,
  REPAIR_TERM_HOURS,
} from "../deadline/legal-terms.ts";
import { electronicFinalBy } from "../deadline/promise-final-by.ts";
import { lastPostingDay } from "../deadline/promise-posting.ts";
import type { DeliverySnapshot, Instant } from "./state.ts";

/** Nothing electronic, no window and no repair, may end later than this: what was promised at acceptance. */
export function electronicLimit(snapshot: DeliverySnapshot): Instant {
  return startOfDay(electronicFinalBy(snapshot.acceptedAt, snapshot.collectionDays));
}

export function noticeTermEnds(snapshot: DeliverySnapshot): Instant {
  return snapshot.acceptedAt.add({ hours: NOTICE_TERM_HOURS });
}

/** Only a delivery that failed after a repair of its own accord can reach the limit before the 120 hours. */
export function repairTermEnds(snapshot: DeliverySnapshot, failedAt: Instant): Instant {
  return earlier(failedAt.add({ hours: REPAIR_TERM_HOURS }), electronicLimit(snapshot));
}

/** When the term ends within which a notice must come to stand; null where none is awaited. */
export function awaitedNoticeTermEnds(snapshot: DeliverySnapshot): Instant | null {
  if (snapshot.state === "accepted") return noticeTermEnds(snapshot);
  if (snapshot.state !== "notice_failed" || snapshot.noticeFailedAt === null) return null;
  return repairTermEnds(snapshot, snapshot.noticeFailedAt);
}

/** When expiry may be executed at the earliest; it is dated at the deadline all the same. */
export function expiryExecutableAt(deadlineAt: Instant): Instant {
  return deadlineAt.add({ seconds: EXPIRY_GRACE_SECONDS });
}

/** The end of the tenth working day after the first `to_print`. */
export function postingTermEnds(firstToPrintAt: Instant): Instant {
  return endOfDay(lastPostingDay(firstToPrintAt));
}

/** 30 days after posting, never after the day of `final_by`, however late the posting was. */
export function carrierTermEnds(snapshot: DeliverySnapshot, postedAt: Instant): Instant {
  const lastInstant = endOfDay(snapshot.finalBy).subtract({ milliseconds: 1 });
  return earlier(calendarDaysAfter(postedAt, CARRIER_DAYS), lastInstant);
}

// The clocks of a request: a month to answer it, two months more where that is told in the first, a term for the senders (GDPR art. 12(3)).
//
// The day of the complete request is not counted (Regulation 1182/71 art. 3(1)); the month ends with the day of the same number, or the
// month's last where there is none (art. 3(2)(c)). A due day on a Saturday, Sunday or holiday stays: art. 3(4) would allow the next working
// day, and who asks loses nothing by our not taking it. What we promise is a day that he can reckon himself.

import { brusselsDay } from "../deadline/brussels-day.ts";
import type { Instant, PlainDate } from "../lifecycle/state.ts";
import type { RightsKind } from "./request.ts";

export const ANSWER_MONTHS = 1;
/** In all, from the complete request, where it was extended. */
export const EXTENDED_MONTHS = 3;
/** Days that a sender has to decide about what he entrusted, at most. */
export const SENDER_DECIDES_DAYS = 14;
/** Days that who asked by letter has to show who he is, from our last asking. */
export const IDENTITY_DAYS = 30;
/** Of these, the days after which he is reminded; as many he has left then, at least. */
export const IDENTITY_REMINDER_DAYS = 15;
/** Days that the desk keeps for itself between the last day of the senders and its own. */
export const DESK_DAYS = 3;
/** From so many days before the due day on, a request is told as pressing. */
export const PRESSING_DAYS = 7;

/** The last day, in Brussels, on which a request that was complete at `completeAt` is answered in time. Complaints have the same month. */
export function requestDueOn(completeAt: Instant): PlainDate {
  return brusselsDay(completeAt).add({ months: ANSWER_MONTHS }, { overflow: "constrain" });
}

/** The last day, in Brussels, on which who was asked at `askedAt` shows who he is. */
export function identityAskedUntil(askedAt: Instant): PlainDate {
  return brusselsDay(askedAt).add({ days: IDENTITY_DAYS });
}

/** The last day once it was extended: counted from the complete request anew, so that a clamped month loses no day. */
export function extendedDueOn(completeAt: Instant): PlainDate {
  return brusselsDay(completeAt).add({ months: EXTENDED_MONTHS }, { overflow: "constrain" });
}

/**
 * Whether the term may be extended now: once, with the notice of it in the first month, and never for a complaint, which is ours to
 * answer without another's help.
 */
export function mayExtend(
  request: { readonly kind: RightsKind; readonly completeAt: Instant | null; readonly extended: boolean },
  now: Instant,
): boolean {
  if (request.kind === "complaint" || request.extended || request.completeAt === null) return false;
  return Temporal.PlainDate.compare(brusselsDay(now), requestDueOn(request.completeAt)) <= 0;
}

/** The last day on which a sender decides: 14 days after he was told, earlier where our own day comes first, never before the day itself. */
export function senderDecidesBy(toldAt: Instant, dueOn: PlainDate): PlainDate {
  const told = brusselsDay(toldAt);
  const [full, ours] = [told.add({ days: SENDER_DECIDES_DAYS }), dueOn.subtract({ days: DESK_DAYS })];
  const earlier = Temporal.PlainDate.compare(ours, full) < 0 ? ours : full;
  return Temporal.PlainDate.compare(earlier, told) < 0 ? told : earlier;
}

/** Days until the due day: 0 on the day itself, below zero once it has passed. */
export function daysLeft(dueOn: PlainDate, now: Instant): number {
  return brusselsDay(now).until(dueOn, { largestUnit: "days" }).days;
}

/** overdue: the day has passed; pressing: a week or less; in_time: more. */
export type Urgency = "overdue" | "pressing" | "in_time";

export function urgencyOf(days: number): Urgency {
  if (days < 0) return "overdue";
  return days <= PRESSING_DAYS ? "pressing" : "in_time";
}

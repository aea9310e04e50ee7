// The first snapshot of a delivery and its first timer, as they are when a submission is accepted.

import { finalBy } from "../deadline/promise-final-by.ts";
import { NOTICE_TERM_HOURS } from "../deadline/legal-terms.ts";
import type { TimerToSet } from "./command.ts";
import type { DeliverySnapshot, Instant } from "./state.ts";

export interface AcceptedSubmission {
  readonly acceptedAt: Instant;
  /** 1..30. */
  readonly collectionDays: number;
  readonly postalFallback: boolean;
  /** Default true. */
  readonly reminders?: boolean;
}

/** A delivery just accepted; `finalBy` is fixed here and never changes. */
export function initialSnapshot(submission: AcceptedSubmission): DeliverySnapshot {
  const { acceptedAt, collectionDays, postalFallback } = submission;
  return {
    state: "accepted",
    acceptedAt,
    collectionDays,
    postalFallback,
    reminders: submission.reminders ?? true,
    noticeRound: 1,
    notifiedAt: null,
    deadlineAt: null,
    noticeUsedAt: null,
    noticeFailedAt: null,
    noticeFailures: 0,
    failedRound: 0,
    repairedAt: null,
    smsFailureOpen: false,
    outageExtensions: 0,
    creditConsumed: false,
    finalBy: finalBy(acceptedAt, collectionDays, postalFallback),
    finalAt: null,
    firstToPrintAt: null,
    printReleasedAt: null,
    postedAt: null,
  };
}

/** The timers to set in the transaction of acceptance. */
export function initialTimers(snapshot: DeliverySnapshot): readonly TimerToSet[] {
  return [{ kind: "notice_overdue", dueAt: snapshot.acceptedAt.add({ hours: NOTICE_TERM_HOURS }) }];
}

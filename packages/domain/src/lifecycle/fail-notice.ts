// A notice fails, now or later, and a delivery that no notice reaches becomes unreachable ("Failure and repair").

import { isBefore } from "../deadline/brussels-day.ts";
import type { RecordToWrite } from "./command.ts";
import { goToLetterOrEnd } from "./end-electronic-route.ts";
import { awaitedNoticeTermEnds, repairTermEnds } from "./end-terms.ts";
import { done, nothing, refuse } from "./make-decision.ts";
import type { Decide } from "./make-decision.ts";
import type { DeliverySnapshot, Instant } from "./state.ts";

const FAILURES_UNTIL_UNREACHABLE = 2;

/** Reported in time it voids the window; what comes too late, twice or after a use is logged and changes nothing. */
export const failNotice: Decide<"notice_failed"> = (snapshot, { round, at, ours }) => {
  const tooLate = whyFailureChangesNothing(snapshot, round, at);
  if (tooLate !== null) return nothing(tooLate);
  const failures = snapshot.noticeFailures + 1;
  const failure = failureRecord(at, ours, { round, unreachable: false });
  const failed = {
    ...snapshot,
    noticeFailures: failures,
    failedRound: round,
    notifiedAt: null,
    deadlineAt: null,
  };
  if (failures >= FAILURES_UNTIL_UNREACHABLE) {
    return becomeUnreachable(failed, at, ours, [failure]);
  }
  const failedAt =
    snapshot.state === "notice_failed" && snapshot.noticeFailedAt ? snapshot.noticeFailedAt : at;
  return done(
    { ...failed, state: "notice_failed", noticeFailedAt: failedAt },
    {
      records: [failure],
      clear: "all",
      set: [{ kind: "repair_overdue", dueAt: repairTermEnds(snapshot, failedAt) }],
      followUps: ["tell_sender_notice_failed"],
    },
  );
};

/** After 72 hours without any notice, or 120 hours after a failure without a new one; dated when the term ended. */
export const giveUpNotice: Decide<"give_up_notice"> = (snapshot, { now, ours }) => {
  const termEnds = awaitedNoticeTermEnds(snapshot);
  if (termEnds === null) return nothing(`no notice is awaited in ${snapshot.state}`);
  if (isBefore(now, termEnds)) return refuse(snapshot, "too_early");
  return becomeUnreachable(snapshot, termEnds, ours, []);
};

/** Moves no date, but opens a repair to the sender while the window runs. */
export const reportSmsFailure: Decide<"sms_failed"> = (snapshot, { round, at }) => {
  const { state, deadlineAt } = snapshot;
  if (state !== "accepted" && state !== "notified" && state !== "notice_failed")
    return nothing(`SMS failed in ${state}`);
  if (round !== snapshot.noticeRound) return nothing("SMS of a round that a repair has voided");
  if (snapshot.smsFailureOpen) return nothing("an SMS failure is open already");
  if (deadlineAt !== null && !isBefore(at, deadlineAt)) return nothing("SMS failed after the deadline");
  return done(
    { ...snapshot, smsFailureOpen: true },
    {
      records: [{ type: "SmsFailure", eventAt: at, facts: { round } }],
      followUps: ["tell_sender_sms_failed"],
    },
  );
};

function whyFailureChangesNothing(snapshot: DeliverySnapshot, round: number, at: Instant): string | null {
  const termEnds = snapshot.state === "notified" ? snapshot.deadlineAt : awaitedNoticeTermEnds(snapshot);
  if (termEnds === null) return `mail failed in ${snapshot.state}`;
  if (round !== snapshot.noticeRound) return "mail of a round that a repair has voided";
  if (snapshot.failedRound === round) return "the mail of this round was reported failed before";
  if (snapshot.noticeUsedAt !== null) return "the notice was used and stands";
  return isBefore(at, termEnds) ? null : "mail failed after its term";
}

function becomeUnreachable(
  snapshot: DeliverySnapshot,
  at: Instant,
  ours: boolean,
  before: readonly RecordToWrite[],
) {
  const record = failureRecord(at, ours, { round: snapshot.noticeRound, unreachable: true });
  return goToLetterOrEnd(snapshot, "unreachable", at, {
    records: [...before, record],
    credits: [snapshot.creditConsumed ? "refund_delivery" : "release_delivery"],
  });
}

function failureRecord(
  at: Instant,
  ours: boolean,
  facts: NonNullable<RecordToWrite["facts"]>,
): RecordToWrite {
  return {
    type: "NotificationForAcceptanceFailure",
    eventAt: at,
    reasons: [ours ? "R_ERDS_Malfunction" : "R_ERDS_Unreachable"],
    facts,
  };
}

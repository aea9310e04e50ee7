// A notice comes to stand, by the relay's answer or by its use, and opens the window (domain rules, "Notices", "Window").

import { earlier, isBefore } from "../deadline/brussels-day.ts";
import { reminderTimes, windowDeadline } from "../deadline/open-window.ts";
import type { Decision, RecordToWrite, TimerToSet } from "./command.ts";
import { awaitedNoticeTermEnds, electronicLimit, expiryExecutableAt } from "./end-terms.ts";
import { done, nothing, refuse } from "./make-decision.ts";
import type { Decide } from "./make-decision.ts";
import { refusalOfAct } from "./refuse-act.ts";
import { isFinal } from "./state.ts";
import type { DeliverySnapshot, Instant } from "./state.ts";

/** The round's `NotificationForAcceptance`, with what each channel answered, is written by the caller, before. */
export const standNotice: Decide<"notice_stands"> = (snapshot, { round, at }) => {
  if (round !== snapshot.noticeRound) return nothing("answer for a round that a repair has voided");
  if (snapshot.state === "notified") return nothing("a notice of this round stands already");
  if (snapshot.failedRound === round) return nothing("the mail of this round has failed before");
  const termEnds = awaitedNoticeTermEnds(snapshot);
  if (termEnds === null) return nothing(`no notice is awaited in ${snapshot.state}`);
  if (!isBefore(at, termEnds)) return nothing("the term for a notice to stand has passed");
  return openWindow(snapshot, at, null) ?? nothing("no window fits before final_by");
};

/** A use proves the notice: whatever is reported of its mail afterwards, it stands. */
export const useNotice: Decide<"notice_used"> = (snapshot, { at }) => {
  const { state, noticeRound } = snapshot;
  if (state === "accepted" || state === "notice_failed") {
    const record = accessTracking(at, { round: noticeRound, opened_window: true });
    return openWindow(snapshot, at, record) ?? refuse(snapshot, "unreachable");
  }
  // Somebody who collected comes back with the same identification; that is no act of the lifecycle.
  if (state === "collected") return nothing("collected before");
  const refusal = refusalOfAct(snapshot, at);
  if (refusal !== null && refusal !== "wait_for_expiry") return refuse(snapshot, refusal);
  if (state !== "notified" || refusal !== null) return nothing("used after the window, before printing");
  if (snapshot.noticeUsedAt !== null) return nothing("used before in this round");
  return done(
    { ...snapshot, noticeUsedAt: at },
    { records: [accessTracking(at, { round: noticeRound, opened_window: false })] },
  );
};

/** One full window from `at`; null where not even a part of it fits before `final_by`. */
function openWindow(snapshot: DeliverySnapshot, at: Instant, use: RecordToWrite | null): Decision | null {
  const full = windowDeadline(at, snapshot.collectionDays).deadlineAt;
  const deadlineAt = earlier(full, electronicLimit(snapshot));
  if (isFinal(snapshot.state) || !isBefore(at, deadlineAt)) return null;
  return done(
    {
      ...snapshot,
      state: "notified",
      notifiedAt: at,
      deadlineAt,
      noticeUsedAt: use === null ? null : at,
      creditConsumed: true,
    },
    {
      records: use === null ? [] : [use],
      clear: "all",
      set: windowTimers(snapshot, at, deadlineAt),
      credits: snapshot.creditConsumed ? [] : ["consume_delivery"],
    },
  );
}

const REMINDERS = ["reminder_1", "reminder_2", "reminder_3"] as const;

function windowTimers(snapshot: DeliverySnapshot, at: Instant, deadlineAt: Instant): readonly TimerToSet[] {
  const reminders = snapshot.reminders ? reminderTimes(at, deadlineAt) : [];
  const timers: TimerToSet[] = [{ kind: "expiry", dueAt: expiryExecutableAt(deadlineAt) }];
  for (const [index, kind] of REMINDERS.entries()) {
    const dueAt = reminders[index];
    if (dueAt !== undefined) timers.push({ kind, dueAt });
  }
  return timers;
}

function accessTracking(at: Instant, facts: NonNullable<RecordToWrite["facts"]>): RecordToWrite {
  return { type: "NotificationAccessTracking", eventAt: at, facts };
}

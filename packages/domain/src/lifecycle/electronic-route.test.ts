import { describe, expect, test } from "vitest";
import { initialSnapshot, initialTimers } from "./begin.ts";
import type { DeliveryCommand } from "./command.ts";
import { decide } from "./decide.ts";
import {
  accept,
  after,
  at,
  doneBy,
  expire,
  fails,
  giveUp,
  refuse,
  repair,
  smsFails,
  stands,
  used,
} from "./play.test-support.ts";
import type { Done } from "./play.test-support.ts";

const ACCEPTED_AT = at("2026-11-21T09:00:00Z");
const NOTICE_AT = at("2026-11-21T09:12:00Z");
const DEADLINE = at("2026-12-06T23:00:00Z");
const hours = (count: number) => ACCEPTED_AT.add({ hours: count });

const accepted = initialSnapshot({ acceptedAt: ACCEPTED_AT, collectionDays: 15, postalFallback: false });
const withFallback = initialSnapshot({ acceptedAt: ACCEPTED_AT, collectionDays: 15, postalFallback: true });

const notified = after(accepted, stands(1, NOTICE_AT));
const notifiedWithFallback = after(withFallback, stands(1, NOTICE_AT));

const types = (decision: Done) => decision.records.map((record) => record.type);
const timers = (decision: Done) => decision.set.map((timer) => `${timer.kind} ${timer.dueAt.toString()}`);

describe("acceptance", () => {
  test("fixes final_by and starts the 72 hours", () => {
    expect(accepted.finalBy.toString()).toBe("2027-01-02");
    expect(withFallback.finalBy.toString()).toBe("2027-02-14");
    expect(initialTimers(accepted)).toEqual([{ kind: "notice_overdue", dueAt: hours(72) }]);
  });
});

describe("notices and the window", () => {
  test("the relay's 250 dates the notice, opens the window and consumes the credit", () => {
    const decision = doneBy(accepted, stands(1, NOTICE_AT));
    expect(decision.next).toMatchObject({ state: "notified", creditConsumed: true, finalAt: null });
    expect(decision.next.notifiedAt?.equals(NOTICE_AT)).toBe(true);
    expect(decision.next.deadlineAt?.equals(DEADLINE)).toBe(true);
    expect(decision.credits).toEqual(["consume_delivery"]);
    expect(decision.clear).toBe("all");
    expect(decision.records).toEqual([]);
    expect(timers(decision)).toEqual([
      "expiry 2026-12-06T23:01:00Z",
      "reminder_1 2026-11-24T08:00:00Z",
      "reminder_2 2026-11-28T08:00:00Z",
      "reminder_3 2026-12-04T08:00:00Z",
    ]);
  });

  test("a sender who wants no reminders gets none", () => {
    const quiet = initialSnapshot({
      acceptedAt: ACCEPTED_AT,
      collectionDays: 15,
      postalFallback: false,
      reminders: false,
    });
    expect(timers(doneBy(quiet, stands(1, NOTICE_AT)))).toEqual(["expiry 2026-12-06T23:01:00Z"]);
  });

  test("a repeat after a crash does not restart the window", () => {
    expect(decide(notified, stands(1, hours(5)))).toMatchObject({ kind: "nothing" });
  });

  test("an answer for the round before a repair changes nothing", () => {
    const repaired = after(accepted, repair(hours(1)));
    expect(decide(repaired, stands(1, hours(2)))).toMatchObject({ kind: "nothing" });
    expect(decide(repaired, fails(1, hours(2)))).toMatchObject({ kind: "nothing" });
    expect(decide(repaired, smsFails(1, hours(2)))).toMatchObject({ kind: "nothing" });
    expect(after(repaired, stands(2, hours(3))).state).toBe("notified");
  });

  test("a 250 after 72 hours opens no window any more", () => {
    expect(decide(accepted, stands(1, hours(72)))).toMatchObject({ kind: "nothing" });
    expect(after(accepted, stands(1, hours(72).subtract({ milliseconds: 1 }))).state).toBe("notified");
  });

  test("a 250 after the mail was reported failed changes nothing", () => {
    const failed = after(notified, fails(1, hours(30)));
    expect(decide(failed, stands(1, hours(31)))).toMatchObject({ kind: "nothing" });
  });

  test("a use before the relay's answer is booked proves the notice, dated at that use", () => {
    const decision = doneBy(accepted, used(hours(1)));
    expect(decision.next).toMatchObject({ state: "notified" });
    expect(decision.next.notifiedAt?.equals(hours(1))).toBe(true);
    expect(decision.next.deadlineAt?.equals(DEADLINE)).toBe(true);
    expect(types(decision)).toEqual(["NotificationAccessTracking"]);
    expect(decision.credits).toEqual(["consume_delivery"]);
    expect(decide(decision.next, stands(1, hours(2)))).toMatchObject({ kind: "nothing" });
  });

  test("the first use in a window is a record, later ones are not", () => {
    const decision = doneBy(notified, used(hours(4)));
    expect(types(decision)).toEqual(["NotificationAccessTracking"]);
    expect(decision.next.deadlineAt?.equals(DEADLINE)).toBe(true);
    expect(decision.credits).toEqual([]);
    expect(decide(decision.next, used(hours(5)))).toMatchObject({ kind: "nothing" });
  });

  test("a used notice stands whatever is reported", () => {
    expect(decide(after(notified, used(hours(4))), fails(1, hours(5)))).toMatchObject({ kind: "nothing" });
  });

  test.each([
    ["expired", after(notified, expire(DEADLINE.add({ hours: 1 }))), "expired"],
    ["after the deadline, not yet executed", notified, "expired"],
    ["refused", after(notified, refuse(hours(9))), "already_refused"],
    ["unreachable", after(accepted, giveUp(hours(73))), "unreachable"],
  ])("a use leads nowhere: %s", (_name, snapshot, reason) => {
    expect(decide(snapshot, used(DEADLINE.add({ seconds: 5 })))).toMatchObject({ kind: "refused", reason });
  });

  test("who has collected comes back without an act", () => {
    expect(decide(after(notified, accept(hours(9))), used(hours(10)))).toMatchObject({ kind: "nothing" });
  });
});

describe("failure", () => {
  test("a DSN voids the window and the sender is told at once", () => {
    const decision = doneBy(notified, fails(1, hours(30)));
    expect(decision.next).toMatchObject({
      state: "notice_failed",
      notifiedAt: null,
      deadlineAt: null,
      noticeFailures: 1,
    });
    expect(decision.records).toMatchObject([
      {
        type: "NotificationForAcceptanceFailure",
        reasons: ["R_ERDS_Unreachable"],
        facts: { round: 1, unreachable: false },
      },
    ]);
    expect(decision.records[0]?.closes).toBeUndefined();
    expect(decision.followUps).toEqual(["tell_sender_notice_failed"]);
    expect(decision.clear).toBe("all");
    expect(timers(decision)).toEqual([`repair_overdue ${hours(150).toString()}`]);
    expect(decision.credits).toEqual([]);
  });

  test("a 5xx at once does the same from accepted", () => {
    const decision = doneBy(accepted, fails(1, hours(1), true));
    expect(decision.next.state).toBe("notice_failed");
    expect(decision.records[0]?.reasons).toEqual(["R_ERDS_Malfunction"]);
  });

  test.each([
    ["twice", after(accepted, fails(1, hours(1))), hours(2)],
    ["at the deadline", notified, DEADLINE],
    ["after 72 hours", accepted, hours(72)],
    ["after collection", after(notified, accept(hours(9))), hours(10)],
    [
      "after expiry with a letter to follow",
      after(notifiedWithFallback, expire(DEADLINE.add({ hours: 1 }))),
      hours(10),
    ],
  ])("a failure reported %s changes nothing", (_name, snapshot, instant) => {
    expect(decide(snapshot, fails(1, instant))).toMatchObject({ kind: "nothing" });
  });

  test("an SMS failure moves no date and opens a repair", () => {
    const decision = doneBy(notified, smsFails(1, hours(2)));
    expect(decision.next).toEqual({ ...notified, smsFailureOpen: true });
    expect(types(decision)).toEqual(["SmsFailure"]);
    expect(decision.followUps).toEqual(["tell_sender_sms_failed"]);
    expect(decide(decision.next, smsFails(1, hours(3)))).toMatchObject({ kind: "nothing" });
    expect(decide(notified, smsFails(1, DEADLINE))).toMatchObject({ kind: "nothing" });
  });
});

describe("repair", () => {
  const failed = after(notified, fails(1, hours(30)));
  const smsOpen = after(notified, smsFails(1, hours(2)));

  test("from notice_failed: links are void, a new notice goes out, one full window follows", () => {
    const decision = doneBy(failed, repair(hours(40)));
    expect(decision.next).toMatchObject({ state: "notice_failed", noticeRound: 2, noticeUsedAt: null });
    expect(decision.followUps).toEqual(["void_links", "send_notice"]);
    expect(decision.records).toMatchObject([
      { type: "AddresseeContactRepaired", facts: { fields: "email", state: "notice_failed" } },
    ]);
    expect(decision.clear).toEqual([]);
    const again = doneBy(decision.next, stands(2, hours(41)));
    expect(again.next.deadlineAt?.toString()).toBe("2026-12-08T23:00:00Z");
    expect(again.credits).toEqual([]);
  });

  test("from notified with an open SMS failure: not counted as a failure", () => {
    const decision = doneBy(smsOpen, repair(hours(40)));
    expect(decision.next).toMatchObject({
      state: "notice_failed",
      noticeFailures: 0,
      deadlineAt: null,
      smsFailureOpen: false,
    });
    expect(timers(decision)).toEqual([`repair_overdue ${hours(160).toString()}`]);
    const failedOnce = doneBy(decision.next, fails(2, hours(41)));
    expect(failedOnce.next).toMatchObject({ state: "notice_failed", noticeFailures: 1 });
    expect(timers(failedOnce)).toEqual([`repair_overdue ${hours(160).toString()}`]);
    expect(decide(failedOnce.next, fails(2, hours(42)))).toMatchObject({ kind: "nothing" });
  });

  test("from accepted: the 72 hours run on", () => {
    const decision = doneBy(accepted, repair(hours(1)));
    expect(decision.next).toMatchObject({ state: "accepted", noticeRound: 2 });
    expect(decision.clear).toEqual([]);
    expect(decision.set).toEqual([]);
  });

  test("a repair on day 14 gives a full window", () => {
    const day14 = at("2026-12-05T10:00:00Z");
    const repaired = after(notified, fails(1, day14), repair(day14.add({ hours: 1 })));
    expect(after(repaired, stands(2, day14.add({ hours: 2 }))).deadlineAt?.toString()).toBe(
      "2026-12-20T23:00:00Z",
    );
  });

  test.each([
    ["second", after(failed, repair(hours(40))), hours(41), "repair_used"],
    ["second, from accepted", after(accepted, repair(hours(1))), hours(2), "repair_used"],
    [
      "after a use in notice_failed used it up",
      after(failed, used(hours(40)), smsFails(1, hours(41))),
      hours(42),
      "repair_used",
    ],
    ["in notified without SMS failure", notified, hours(40), "repair_not_possible"],
    ["at the deadline", smsOpen, DEADLINE, "repair_not_possible"],
    ["after 72 hours", accepted, hours(72), "repair_not_possible"],
    ["after 120 hours", failed, hours(150), "repair_not_possible"],
    ["when collected", after(notified, accept(hours(9))), hours(10), "repair_not_possible"],
  ])("no repair: %s", (_name, snapshot, instant, reason) => {
    expect(decide(snapshot, repair(instant))).toMatchObject({ kind: "refused", reason });
  });

  test("no repair of nothing", () => {
    const command: DeliveryCommand = { kind: "repair_contact", at: hours(1), fields: [] };
    expect(decide(accepted, command)).toMatchObject({ kind: "refused", reason: "repair_not_possible" });
  });

  test("a use in notice_failed opens one full window and then stands", () => {
    const decision = doneBy(failed, used(hours(40)));
    expect(decision.next.deadlineAt?.toString()).toBe("2026-12-08T23:00:00Z");
    expect(decision.next.noticeFailures).toBe(1);
    expect(decide(decision.next, fails(1, hours(41)))).toMatchObject({ kind: "nothing" });
  });

  test("a use of the old notice does not make the new one stand", () => {
    const repaired = after(smsOpen, used(hours(3)), repair(hours(40)), stands(2, hours(41)));
    expect(repaired.noticeUsedAt).toBeNull();
    expect(after(repaired, fails(2, hours(50))).state).toBe("notice_failed");
  });

  test("a failure after a late repair of its own accord ends on final_by, before its 120 hours", () => {
    const window1 = after(accepted, stands(1, hours(71)), smsFails(1, hours(80)));
    const late = at("2026-12-09T20:00:00Z");
    const window2 = after(window1, repair(late), stands(2, late.add({ hours: 119 })));
    const decision = doneBy(window2, fails(2, at("2026-12-29T20:00:00Z")));
    expect(timers(decision)).toEqual(["repair_overdue 2027-01-01T23:00:00Z"]);
    expect(doneBy(decision.next, giveUp(at("2027-01-01T23:00:00Z"))).next.finalAt?.toString()).toBe(
      "2027-01-01T23:00:00Z",
    );
  });

  test("no window is promised past final_by", () => {
    const late = at("2026-12-29T10:00:00Z");
    const command = used(late);
    const reopened = doneBy({ ...failed, noticeFailedAt: late }, command).next;
    expect(reopened.deadlineAt?.toString()).toBe("2027-01-01T23:00:00Z");
    const tooLate = at("2027-01-02T00:00:00Z");
    expect(decide(failed, used(tooLate))).toMatchObject({ kind: "refused", reason: "unreachable" });
  });
});

describe("unreachable", () => {
  test("from accepted after 72 hours, dated then; the credit is released", () => {
    expect(decide(accepted, giveUp(hours(72).subtract({ seconds: 1 })))).toMatchObject({
      reason: "too_early",
    });
    const decision = doneBy(accepted, giveUp(hours(75)));
    expect(decision.next.state).toBe("unreachable");
    expect(decision.next.finalAt?.equals(hours(72))).toBe(true);
    expect(decision.credits).toEqual(["release_delivery"]);
    expect(decision.records).toMatchObject([
      {
        type: "NotificationForAcceptanceFailure",
        reasons: ["R_ERDS_Unreachable"],
        facts: { unreachable: true },
        closes: true,
      },
    ]);
    expect(decision.clear).toBe("all");
    expect(decision.set).toEqual([]);
  });

  test("where the cause is ours the reason says so", () => {
    expect(doneBy(accepted, giveUp(hours(72), true)).records[0]?.reasons).toEqual(["R_ERDS_Malfunction"]);
  });

  test("from notice_failed after 120 hours; a consumed credit is refunded", () => {
    const failed = after(notified, fails(1, hours(30)));
    expect(decide(failed, giveUp(hours(149)))).toMatchObject({ reason: "too_early" });
    const decision = doneBy(failed, giveUp(hours(151)));
    expect(decision.next.finalAt?.equals(hours(150))).toBe(true);
    expect(decision.credits).toEqual(["refund_delivery"]);
  });

  test("a repair does not prolong the 120 hours", () => {
    const repaired = after(notified, fails(1, hours(30)), repair(hours(149)));
    expect(decide(repaired, stands(2, hours(150)))).toMatchObject({ kind: "nothing" });
    expect(doneBy(repaired, giveUp(hours(150))).next.state).toBe("unreachable");
  });

  test("at once at a second failure, never expired", () => {
    const second = after(notified, fails(1, hours(30)), repair(hours(40)), stands(2, hours(41)));
    const decision = doneBy(second, fails(2, hours(90)));
    expect(decision.next).toMatchObject({ state: "unreachable", deadlineAt: null });
    expect(decision.next.finalAt?.equals(hours(90))).toBe(true);
    expect(decision.records.map((record) => [record.facts?.["unreachable"], record.closes])).toEqual([
      [false, undefined],
      [true, true],
    ]);
    expect(decision.credits).toEqual(["refund_delivery"]);
  });

  test("with fallback the delivery becomes a letter in the same transaction", () => {
    const decision = doneBy(withFallback, giveUp(hours(75)));
    expect(decision.next).toMatchObject({ state: "to_print", finalAt: null });
    expect(types(decision)).toEqual(["NotificationForAcceptanceFailure", "LetterToPrint"]);
    expect(decision.records.some((record) => record.closes)).toBe(false);
    expect(decision.credits).toEqual(["release_delivery"]);
    expect(decision.followUps).toEqual(["tell_sender_letter"]);
    expect(timers(decision)).toEqual(["post_overdue 2026-12-08T23:00:00Z"]);
  });

  test("a stale timer changes nothing", () => {
    expect(decide(notified, giveUp(hours(200)))).toMatchObject({ kind: "nothing" });
  });
});

describe("collected and refused", () => {
  const lastInstant = DEADLINE.subtract({ nanoseconds: 1 });

  test("in the last instant of the window", () => {
    const decision = doneBy(notified, accept(lastInstant));
    expect(decision.next).toMatchObject({ state: "collected" });
    expect(decision.next.finalAt?.equals(lastInstant)).toBe(true);
    expect(decision.records).toEqual([{ type: "ConsignmentAcceptance", eventAt: lastInstant }]);
    expect(decision.clear).toBe("all");
    expect(decision.followUps).toEqual(["tell_sender_final"]);
  });

  test("with fallback the postage comes back", () => {
    expect(doneBy(notifiedWithFallback, accept(hours(9))).credits).toEqual(["release_postage"]);
    expect(doneBy(notifiedWithFallback, refuse(hours(9))).credits).toEqual(["release_postage"]);
    expect(doneBy(notified, accept(hours(9))).credits).toEqual([]);
  });

  test("refusing closes the chain", () => {
    const decision = doneBy(notified, refuse(lastInstant));
    expect(decision.next.state).toBe("refused");
    expect(decision.records).toEqual([
      {
        type: "ConsignmentRejection",
        eventAt: lastInstant,
        reasons: ["own:addressee_refused"],
        closes: true,
      },
    ]);
  });

  test.each([
    ["accept before any notice", accepted, accept(hours(1)), "not_yet_notified"],
    ["refuse before any notice", accepted, refuse(hours(1)), "not_yet_notified"],
    ["accept in notice_failed", after(accepted, fails(1, hours(1))), accept(hours(2)), "not_yet_notified"],
    ["accept at the deadline", notified, accept(DEADLINE), "expired"],
    ["accept at the deadline with fallback", notifiedWithFallback, accept(DEADLINE), "wait_for_expiry"],
    ["refuse at the deadline", notified, refuse(DEADLINE), "expired"],
    ["refuse at the deadline with fallback", notifiedWithFallback, refuse(DEADLINE), "refusing_closed"],
    ["a second browser", after(notified, accept(hours(9))), accept(hours(9)), "already_collected"],
    ["refuse what was collected", after(notified, accept(hours(9))), refuse(hours(10)), "already_collected"],
    ["accept what was refused", after(notified, refuse(hours(9))), accept(hours(10)), "already_refused"],
    ["accept what is unreachable", after(accepted, giveUp(hours(72))), accept(hours(73)), "unreachable"],
  ])("no: %s", (_name, snapshot, command, reason) => {
    expect(decide(snapshot, command)).toEqual({ kind: "refused", reason, state: snapshot.state });
  });
});

describe("expiry", () => {
  test("executed no earlier than 60 seconds after the deadline, dated at the deadline", () => {
    expect(decide(notified, expire(DEADLINE.add({ seconds: 59 })))).toMatchObject({ reason: "too_early" });
    const decision = doneBy(notified, expire(DEADLINE.add({ seconds: 60 })));
    expect(decision.next.state).toBe("expired");
    expect(decision.next.finalAt?.equals(DEADLINE)).toBe(true);
    expect(decision.records).toEqual([
      { type: "AcceptanceRejectionExpiry", eventAt: DEADLINE, reasons: ["own:window_passed"], closes: true },
    ]);
    expect(decision.credits).toEqual([]);
  });

  test("with fallback the delivery becomes a letter, dated at the deadline", () => {
    const decision = doneBy(notifiedWithFallback, expire(DEADLINE.add({ hours: 30 })));
    expect(decision.next).toMatchObject({ state: "to_print", finalAt: null });
    expect(decision.next.firstToPrintAt?.equals(DEADLINE)).toBe(true);
    expect(decision.records).toMatchObject([
      { type: "AcceptanceRejectionExpiry" },
      { type: "LetterToPrint", facts: { after: "expired" } },
    ]);
    expect(timers(decision)).toEqual(["post_overdue 2026-12-21T23:00:00Z"]);
  });

  test("60 minutes of outage on the last day move nothing, 61 move the deadline to the end of the next day", () => {
    expect(doneBy(notified, expire(DEADLINE.add({ seconds: 60 }), 60)).next.state).toBe("expired");
    const now = DEADLINE.add({ seconds: 61 });
    const decision = doneBy(notified, expire(now, 61));
    expect(decision.next).toMatchObject({ state: "notified", outageExtensions: 1 });
    expect(decision.next.deadlineAt?.toString()).toBe("2026-12-07T23:00:00Z");
    expect(decision.records).toEqual([
      {
        type: "WindowExtendedForOutage",
        eventAt: now,
        facts: {
          outage_minutes: 61,
          outage_from: "2026-12-06T22:00:01.000Z",
          outage_until: "2026-12-06T23:01:01.000Z",
          outage_intervals: "2026-12-06T22:00:01.000Z/2026-12-06T23:01:01.000Z",
          deadline_before: "2026-12-06T23:00:00.000Z",
          deadline: "2026-12-07T23:00:00.000Z",
        },
      },
    ]);
    expect(decision.followUps).toEqual(["tell_window_extended"]);
    expect(decision.clear).toEqual(["expiry"]);
    expect(timers(decision)).toEqual(["expiry 2026-12-07T23:01:00Z"]);
    expect(after(decision.next, accept(DEADLINE.add({ seconds: 5 }))).state).toBe("collected");
  });

  test("at most three times", () => {
    let snapshot = notified;
    for (let extension = 1; extension <= 3; extension += 1) {
      snapshot = after(snapshot, expire(DEADLINE.add({ hours: 24 * extension }), 1440));
      expect(snapshot).toMatchObject({ state: "notified", outageExtensions: extension });
    }
    expect(after(snapshot, expire(DEADLINE.add({ hours: 96 }), 1440))).toMatchObject({ state: "expired" });
  });

  test("never past final_by", () => {
    const lastDay = { ...notified, deadlineAt: at("2027-01-01T23:00:00Z") };
    expect(after(lastDay, expire(at("2027-01-01T23:01:00Z"), 1440)).state).toBe("expired");
    const dayBefore = { ...notified, deadlineAt: at("2026-12-31T23:00:00Z") };
    expect(after(dayBefore, expire(at("2026-12-31T23:01:00Z"), 1440)).deadlineAt?.toString()).toBe(
      "2027-01-01T23:00:00Z",
    );
  });

  test("the longest way of the rules ends on final_by to the instant", () => {
    const notice = hours(72).subtract({ seconds: 1 });
    const failing = at("2026-12-09T22:59:59Z");
    let snapshot = after(accepted, stands(1, notice), fails(1, failing), repair(failing.add({ hours: 1 })));
    snapshot = after(snapshot, stands(2, failing.add({ hours: 120 }).subtract({ seconds: 1 })));
    for (let day = 0; day < 3; day += 1) snapshot = after(snapshot, expire(at("2027-01-05T00:00:00Z"), 1440));
    expect(snapshot.deadlineAt?.toString()).toBe("2027-01-01T23:00:00Z");
    expect(after(snapshot, expire(at("2027-01-05T00:00:00Z"), 1440)).finalAt?.toString()).toBe(
      "2027-01-01T23:00:00Z",
    );
  });

  test("a stale timer changes nothing", () => {
    expect(decide(after(notified, fails(1, hours(30))), expire(DEADLINE.add({ hours: 1 })))).toMatchObject({
      kind: "nothing",
    });
    expect(decide(after(notified, accept(hours(9))), expire(DEADLINE.add({ hours: 1 })))).toMatchObject({
      kind: "nothing",
    });
  });
});

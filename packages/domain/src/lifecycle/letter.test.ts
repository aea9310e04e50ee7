import { describe, expect, test } from "vitest";
import { initialSnapshot } from "./begin.ts";
import { decide } from "./decide.ts";
import {
  accept,
  after,
  at,
  callOff,
  carrier,
  doneBy,
  expire,
  failPosting,
  fallOut,
  giveUp,
  mend,
  note,
  posted,
  printed,
  refuse,
  release,
  silent,
  stands,
  used,
} from "./play.test-support.ts";

const ACCEPTED_AT = at("2026-11-21T09:00:00Z");
const DEADLINE = at("2026-12-06T23:00:00Z");
const POSTING_ENDS = at("2026-12-21T23:00:00Z");
const days = (count: number) => DEADLINE.add({ hours: 24 * count });

const accepted = initialSnapshot({ acceptedAt: ACCEPTED_AT, collectionDays: 15, postalFallback: true });
const notified = after(accepted, stands(1, ACCEPTED_AT.add({ minutes: 1 })));
const toPrint = after(notified, expire(days(1)));
const unreachable = after(accepted, giveUp(ACCEPTED_AT.add({ hours: 72 })));
const released = after(toPrint, release(days(1)));
const onPaper = after(released, printed(days(2)));
const atCarrier = after(onPaper, posted(days(3)));

describe("before release", () => {
  test("the addressee can still accept, and the proof says so", () => {
    const decision = doneBy(toPrint, accept(days(1)));
    expect(decision.next.state).toBe("collected");
    expect(decision.next.finalAt?.equals(days(1))).toBe(true);
    expect(decision.records).toEqual([
      { type: "ConsignmentAcceptance", eventAt: days(1), reasons: ["own:after_window_before_printing"] },
    ]);
    expect(decision.credits).toEqual(["release_postage"]);
    expect(decision.clear).toBe("all");
  });

  test("also where no notice ever stood; the credit given back stays given back", () => {
    const decision = doneBy(unreachable, accept(days(1)));
    expect(decision.next.state).toBe("collected");
    expect(decision.credits).toEqual(["release_postage"]);
  });

  test("what arrived in the window and was decided after it is in the window", () => {
    const decision = doneBy(toPrint, accept(DEADLINE.subtract({ seconds: 1 })));
    expect(decision.records[0]?.reasons).toBeUndefined();
  });

  test("refusing is no longer possible", () => {
    expect(decide(toPrint, refuse(days(1)))).toMatchObject({ kind: "refused", reason: "refusing_closed" });
  });

  test("asking for identification is no act of the lifecycle", () => {
    expect(decide(toPrint, used(days(1)))).toMatchObject({ kind: "nothing" });
    expect(decide(notified, used(DEADLINE))).toMatchObject({ kind: "nothing" });
  });

  test("the sender can call it off, and the postage comes back", () => {
    const decision = doneBy(toPrint, failPosting(days(1), "called_off"));
    expect(decision.next.state).toBe("post_failed");
    expect(decision.next.finalAt?.equals(days(1))).toBe(true);
    expect(decision.records).toEqual([
      { type: "RelayToNonERDSFailure", eventAt: days(1), reasons: ["own:called_off"], closes: true },
    ]);
    expect(decision.credits).toEqual(["release_postage"]);
    expect(decide(decision.next, accept(days(2)))).toMatchObject({ reason: "expired" });
    expect(decide(after(unreachable, failPosting(days(1), "called_off")), accept(days(2)))).toMatchObject({
      reason: "unreachable",
    });
  });

  test("a letter called off while the window runs costs nothing more, and the window ends as without one", () => {
    for (const snapshot of [accepted, notified]) {
      const decision = doneBy(snapshot, callOff(days(-1)));
      expect(decision.next).toEqual({ ...snapshot, postalFallback: false });
      expect(decision.records).toEqual([{ type: "LetterCalledOff", eventAt: days(-1) }]);
      expect(decision).toMatchObject({ credits: ["release_postage"], set: [], clear: [], followUps: [] });
      expect(decide(decision.next, callOff(days(0)))).toMatchObject({ kind: "nothing" });
    }
    const ended = doneBy(after(notified, callOff(days(-1))), expire(days(1)));
    expect(ended.next.state).toBe("expired");
    expect(ended.records).toMatchObject([{ type: "AcceptanceRejectionExpiry", closes: true }]);
    // The postage came back before.
    expect(ended.credits).toEqual([]);
  });

  test("the postal address can be mended any number of times and touches nothing else", () => {
    for (const snapshot of [accepted, notified, toPrint]) {
      const decision = doneBy(snapshot, mend(days(1)));
      expect(decision).toMatchObject({ set: [], clear: [], credits: [], followUps: [] });
      expect(decision.next).toEqual(snapshot);
      expect(decision.records).toEqual([{ type: "PostalAddressMended", eventAt: days(1) }]);
    }
    const without = initialSnapshot({ acceptedAt: ACCEPTED_AT, collectionDays: 15, postalFallback: false });
    expect(decide(without, mend(days(1)))).toMatchObject({ reason: "wrong_state" });
  });
});

describe("release", () => {
  test("closes the electronic route for good, whenever the acceptance arrived", () => {
    expect(released.printReleasedAt?.equals(days(1))).toBe(true);
    for (const arrivedAt of [DEADLINE.subtract({ hours: 1 }), days(1), days(5)]) {
      expect(decide(released, accept(arrivedAt))).toMatchObject({ reason: "letter_on_its_way" });
      expect(decide(released, refuse(arrivedAt))).toMatchObject({ reason: "letter_on_its_way" });
    }
    expect(decide(released, used(days(2)))).toMatchObject({ reason: "letter_on_its_way" });
  });

  test("ends calling off and mending", () => {
    expect(decide(released, failPosting(days(2), "called_off"))).toMatchObject({
      reason: "letter_on_its_way",
    });
    expect(decide(onPaper, failPosting(days(2), "called_off"))).toMatchObject({
      reason: "letter_on_its_way",
    });
    expect(decide(released, mend(days(2)))).toMatchObject({ reason: "letter_on_its_way" });
  });

  test("is kept by what falls out, which needs no second one", () => {
    const back = doneBy(onPaper, fallOut(days(2)));
    expect(back.next).toMatchObject({ state: "to_print" });
    expect(back.next.printReleasedAt?.equals(days(1))).toBe(true);
    expect(back.records).toMatchObject([{ type: "LetterToPrint", facts: { after: "fell_out" } }]);
    expect(decide(back.next, release(days(3)))).toMatchObject({ kind: "nothing" });
    expect(decide(back.next, accept(days(3)))).toMatchObject({ reason: "letter_on_its_way" });
    expect(after(back.next, printed(days(3))).state).toBe("printed");
  });

  test("nothing is printed without it", () => {
    expect(decide(toPrint, printed(days(1)))).toMatchObject({ reason: "wrong_state" });
  });
});

describe("posting", () => {
  test("consumes the postage and awaits the carrier for 30 days", () => {
    const decision = doneBy(onPaper, posted(days(3)));
    expect(decision.next.postedAt?.equals(days(3))).toBe(true);
    expect(decision.records).toEqual([{ type: "RelayToNonERDS", eventAt: days(3) }]);
    expect(decision.credits).toEqual(["consume_postage"]);
    expect(decision.clear).toBe("all");
    expect(decision.set).toEqual([{ kind: "carrier_overdue", dueAt: days(33) }]);
    expect(decide(decision.next, posted(days(4)))).toMatchObject({ kind: "nothing" });
  });

  test("not posted ten working days after the first to_print: failed, dated at the end of the tenth", () => {
    for (const snapshot of [toPrint, released, onPaper]) {
      const early = failPosting(POSTING_ENDS.subtract({ seconds: 1 }), "not_posted_in_time");
      expect(decide(snapshot, early)).toMatchObject({ reason: "too_early" });
      const decision = doneBy(snapshot, failPosting(POSTING_ENDS.add({ hours: 9 }), "not_posted_in_time"));
      expect(decision.next.finalAt?.equals(POSTING_ENDS)).toBe(true);
      expect(decision.records[0]).toMatchObject({ reasons: ["own:not_posted_in_time"], closes: true });
      expect(decision.credits).toEqual(["release_postage"]);
    }
  });

  test("without an address in all that time it was not postable, dated at the same instant", () => {
    const decision = doneBy(toPrint, {
      kind: "fail_post",
      at: POSTING_ENDS,
      reason: "not_posted_in_time",
      unaddressed: true,
    });
    expect(decision.next.finalAt?.equals(POSTING_ENDS)).toBe(true);
    expect(decision.records[0]).toMatchObject({ reasons: ["own:not_postable"], closes: true });
  });

  test("not postable: from to_print, released or not; from paper it falls out first", () => {
    expect(after(toPrint, failPosting(days(1), "not_postable")).state).toBe("post_failed");
    expect(after(released, failPosting(days(2), "not_postable")).state).toBe("post_failed");
    expect(decide(onPaper, failPosting(days(2), "not_postable"))).toMatchObject({ reason: "wrong_state" });
    expect(after(onPaper, fallOut(days(2)), failPosting(days(2), "not_postable")).state).toBe("post_failed");
  });
});

describe("the carrier", () => {
  test.each(["delivered", "returned"] as const)("says %s: final at his word", (outcome) => {
    const decision = doneBy(atCarrier, carrier(days(5), outcome));
    expect(decision.next.state).toBe(`post_${outcome}`);
    expect(decision.next.finalAt?.equals(days(5))).toBe(true);
    expect(decision.records).toEqual([
      { type: "CarrierStatement", eventAt: days(5), facts: { outcome }, closes: true },
    ]);
    expect(decision.credits).toEqual([]);
    expect(decide(decision.next, carrier(days(6), outcome))).toMatchObject({ kind: "nothing" });
  });

  test("is silent for 30 days: unknown, dated then", () => {
    expect(decide(atCarrier, silent(days(33).subtract({ seconds: 1 })))).toMatchObject({
      reason: "too_early",
    });
    const decision = doneBy(atCarrier, silent(days(40)));
    expect(decision.next.state).toBe("post_unknown");
    expect(decision.next.finalAt?.equals(days(33))).toBe(true);
    expect(decision.records).toEqual([{ type: "CarrierSilent", eventAt: days(33), closes: true }]);
  });

  test("corrects himself: appended, no date moves", () => {
    const unknown = after(atCarrier, silent(days(33)));
    for (const snapshot of [unknown, after(atCarrier, carrier(days(5), "returned"))]) {
      const decision = doneBy(snapshot, carrier(days(60), "delivered"));
      expect(decision.next).toEqual(snapshot);
      expect(decision.records).toEqual([
        { type: "CarrierStatement", eventAt: days(60), facts: { outcome: "delivered", correction: true } },
      ]);
    }
  });

  test("says something on the way: kept, nothing moves, before the end and after", () => {
    for (const snapshot of [atCarrier, after(atCarrier, carrier(days(5), "returned"))]) {
      for (const outcome of ["accepted", "presented", "held", "other"] as const) {
        const decision = doneBy(snapshot, note(days(6), outcome));
        expect(decision).toMatchObject({ next: snapshot, set: [], clear: [], credits: [], followUps: [] });
        expect(decision.records).toEqual([
          { type: "CarrierStatement", eventAt: days(6), facts: { outcome } },
        ]);
      }
    }
  });

  test("is not heard before posting or after a failure", () => {
    for (const snapshot of [toPrint, onPaper, after(toPrint, failPosting(days(1), "called_off"))]) {
      expect(decide(snapshot, carrier(days(2), "delivered"))).toMatchObject({ reason: "wrong_state" });
      expect(decide(snapshot, silent(days(50)))).toMatchObject({ kind: "nothing" });
    }
  });

  test("however late the posting, the end is on final_by at the latest", () => {
    const late = { ...onPaper, finalBy: Temporal.PlainDate.from("2027-01-05") };
    const decision = doneBy(late, posted(at("2026-12-20T10:00:00Z")));
    expect(decision.set[0]?.dueAt.toString()).toBe("2027-01-05T22:59:59.999Z");
  });
});

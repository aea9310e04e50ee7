import fc from "fast-check";
import { expect, test } from "vitest";
import { bookEntry, EMPTY_BALANCE, ledgerEntryOf, reservationsOf } from "../credit/book-entry.ts";
import type { Balance } from "../credit/book-entry.ts";
import { brusselsDay } from "../deadline/brussels-day.ts";
import { initialSnapshot, initialTimers } from "./begin.ts";
import type { DeliveryCommand, RecordToWrite, TimerKind } from "./command.ts";
import { decide } from "./decide.ts";
import {
  accept,
  callOff,
  carrier,
  expire,
  failPosting,
  fails,
  fallOut,
  giveUp,
  mend,
  note,
  posted,
  printed,
  refuse,
  release,
  repair,
  silent,
  smsFails,
  stands,
  used,
} from "./play.test-support.ts";
import { isFinal } from "./state.ts";
import type { DeliverySnapshot, Instant } from "./state.ts";

const POSTAGE = 9;
const PURCHASED = 100;
const RUNS = process.env["POSTHORN_LONG"] ? 20_000 : 800;

/** What may happen at any moment; `round` is the current one or, late, the one before. */
const ACTS: readonly ((now: Instant, round: number) => DeliveryCommand)[] = [
  (now, round) => stands(round, now),
  (now, round) => stands(round, now),
  (now, round) => fails(round, now),
  (now, round) => fails(round, now, true),
  (now, round) => smsFails(round, now),
  used,
  repair,
  repair,
  mend,
  accept,
  refuse,
  release,
  printed,
  fallOut,
  posted,
  (now) => failPosting(now, "not_postable"),
  (now) => failPosting(now, "called_off"),
  callOff,
  (now) => carrier(now, "delivered"),
  (now) => carrier(now, "returned"),
  (now) => note(now, "presented"),
];

type Act = (typeof ACTS)[number];
const wait: Act = (now) => mend(now);
const CARRIER_SAYS: readonly Act[] = [(now) => carrier(now, "delivered"), (now) => carrier(now, "returned")];

/** What carries a delivery on; pure chance would hardly ever bring one to the carrier. */
function likelyActs({ state, printReleasedAt }: DeliverySnapshot): readonly Act[] {
  switch (state) {
    case "accepted":
    case "notice_failed":
      return [repair, (now, round) => stands(round, now), (now, round) => fails(round, now)];
    case "to_print":
      return printReleasedAt === null ? [release] : [printed];
    case "printed":
      return [posted];
    case "posted":
      return [wait, wait, wait, wait, wait, wait, ...CARRIER_SAYS];
    case "notified":
      return [wait, wait, wait, wait, wait, refuse, accept];
    default:
      return [wait];
  }
}

interface Step {
  readonly waitMinutes: number;
  readonly act: number;
  readonly likely: boolean;
  readonly late: boolean;
  readonly outageMinutes: number;
}

const DAY = 24 * 60;
const step: fc.Arbitrary<Step> = fc.record({
  waitMinutes: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 90 }) },
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 3 * DAY }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 20 * DAY }) },
  ),
  act: fc.nat({ max: ACTS.length - 1 }),
  likely: fc.nat({ max: 5 }).map((chance) => chance > 0),
  late: fc.boolean(),
  outageMinutes: fc.constantFrom(0, 60, 61, DAY),
});

const life = fc.record({
  // From 2026 on, through every change of summer time.
  acceptedMinute: fc.integer({ min: 29_500_000, max: 31_500_000 }),
  collectionDays: fc.integer({ min: 1, max: 30 }),
  postalFallback: fc.boolean(),
  /** Whether the worker fires timers on time, or is down and fires them only after all acts. */
  workerUp: fc.boolean(),
  steps: fc.array(step, { minLength: 1, maxLength: 30, size: "max" }),
});

function must(holds: boolean, rule: string): void {
  if (!holds) throw new Error(`broken: ${rule}`);
}

/** One delivery with its timers, records and ledger, as the database would hold them; checks every decision. */
class Life {
  snapshot: DeliverySnapshot;
  now: Instant;
  balance: Balance = bookEntry(EMPTY_BALANCE, { kind: "purchase", subject: "pack", credits: PURCHASED });
  outageMinutes = 0;
  readonly timers = new Map<TimerKind, Instant>();
  readonly records: RecordToWrite[] = [];

  constructor(snapshot: DeliverySnapshot) {
    this.snapshot = snapshot;
    this.now = snapshot.acceptedAt;
    for (const timer of initialTimers(snapshot)) this.timers.set(timer.kind, timer.dueAt);
    for (const entry of reservationsOf(snapshot.postalFallback ? POSTAGE : 0))
      this.balance = bookEntry(this.balance, entry);
  }

  play(command: DeliveryCommand): void {
    const before = this.snapshot;
    const decision = decide(before, command);
    if (decision.kind !== "done") return;
    this.snapshot = decision.next;
    this.records.push(...decision.records);
    for (const act of decision.credits) this.balance = bookEntry(this.balance, ledgerEntryOf(act, POSTAGE));
    for (const kind of decision.clear === "all" ? [...this.timers.keys()] : decision.clear)
      this.timers.delete(kind);
    for (const timer of decision.set) this.timers.set(timer.kind, timer.dueAt);
    if (isFinal(before.state)) {
      must(decision.next === before, "what is final stays as it is");
      must(
        decision.credits.length + decision.set.length + decision.clear.length === 0,
        "what is final has no sequel",
      );
    }
    this.check();
  }

  check(): void {
    const { state, finalAt, deadlineAt, notifiedAt, finalBy, firstToPrintAt, outageExtensions } =
      this.snapshot;
    must((finalAt !== null) === isFinal(state), "final_at stands in the final states and no other");
    must(
      (this.timers.size === 0) === isFinal(state),
      "a final delivery waits for nothing, any other for something",
    );
    must((deadlineAt === null) === (notifiedAt === null), "a deadline comes with a notice and goes with it");
    const unnotified = state === "accepted" || state === "notice_failed";
    must(!unnotified || deadlineAt === null, "no window without a standing notice");
    const inTime = deadlineAt === null || Temporal.PlainDate.compare(brusselsDay(deadlineAt), finalBy) <= 0;
    must(inTime, "no deadline lies past final_by");
    const isLetter = state.startsWith("post") || state === "to_print" || state === "printed";
    must(!isLetter || firstToPrintAt !== null, "a letter has its date");
    must(outageExtensions <= 3, "at most three extensions");
    const { available, reserved, consumed } = this.balance;
    must(available + reserved + consumed === PURCHASED, "no credit is lost or made");
    const closing = this.records.filter((record) => record.closes).length;
    must(closing === (isFinal(state) && state !== "collected" ? 1 : 0), "one record closes the chain");
  }

  /** Fires what is due until `until`, or everything there is; a reminder only sends mail and goes. */
  fireTimers(until: Instant | null): void {
    for (;;) {
      const [due] = [...this.timers].toSorted(([, a], [, b]) => Temporal.Instant.compare(a, b));
      if (due === undefined || (until !== null && Temporal.Instant.compare(due[1], until) > 0)) return;
      const [kind, dueAt] = due;
      const moment = Temporal.Instant.compare(dueAt, this.now) > 0 ? dueAt : this.now;
      if (kind.startsWith("reminder")) this.timers.delete(kind);
      else this.play(this.commandOf(kind, moment));
    }
  }

  commandOf(kind: TimerKind, now: Instant): DeliveryCommand {
    switch (kind) {
      case "expiry":
        return expire(now, this.outageMinutes);
      case "post_overdue":
        return failPosting(now, "not_posted_in_time");
      case "carrier_overdue":
        return silent(now);
      default:
        return giveUp(now);
    }
  }
}

test("whatever happens, in any order and at any moment, a delivery comes to one end by final_by", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(life, ({ acceptedMinute, workerUp, steps, ...options }) => {
      const acceptedAt = Temporal.Instant.fromEpochMilliseconds(acceptedMinute * 60_000);
      const delivery = new Life(initialSnapshot({ ...options, acceptedAt }));
      for (const { waitMinutes, act, likely, late, outageMinutes } of steps) {
        const next = delivery.now.add({ minutes: waitMinutes });
        delivery.outageMinutes = outageMinutes;
        if (workerUp) delivery.fireTimers(next);
        delivery.now = next;
        const acts = likely ? likelyActs(delivery.snapshot) : ACTS;
        const make = acts[act % acts.length];
        if (make) delivery.play(make(next, Math.max(1, delivery.snapshot.noticeRound - (late ? 1 : 0))));
      }
      delivery.fireTimers(null);
      const { state, finalAt, finalBy } = delivery.snapshot;
      seen.add(state);
      expect(isFinal(state)).toBe(true);
      expect(delivery.balance.reserved).toBe(0);
      // With the worker down, people may act later than any term; what the terms alone end is still dated in time.
      if (workerUp && finalAt) {
        expect(Temporal.PlainDate.compare(brusselsDay(finalAt), finalBy)).toBeLessThanOrEqual(0);
      }
    }),
    { numRuns: RUNS },
  );
  // Chance has brought deliveries to every end there is.
  expect([...seen].toSorted()).toEqual([
    "collected",
    "expired",
    "post_delivered",
    "post_failed",
    "post_returned",
    "post_unknown",
    "refused",
    "unreachable",
  ]);
}, 300_000);

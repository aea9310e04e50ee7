import { describe, expect, test } from "vitest";
import { initialSnapshot } from "./begin.ts";
import type { DeliveryCommand } from "./command.ts";
import { decide } from "./decide.ts";
import {
  accept,
  after,
  at,
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
import { FINAL_STATES } from "./state.ts";
import type { DeliverySnapshot, DeliveryStateName, Instant } from "./state.ts";

const ACCEPTED_AT = at("2026-11-21T09:00:00Z");
const IN_WINDOW = at("2026-11-23T09:00:00Z");
const AFTER_WINDOW = at("2026-12-08T09:00:00Z");

function begin(postalFallback: boolean): DeliverySnapshot {
  return initialSnapshot({ acceptedAt: ACCEPTED_AT, collectionDays: 15, postalFallback });
}

const notified = after(begin(true), stands(1, ACCEPTED_AT));
const toPrint = after(notified, expire(AFTER_WINDOW));
const released = after(toPrint, release(AFTER_WINDOW));
const onPaper = after(released, printed(AFTER_WINDOW));
const atCarrier = after(onPaper, posted(AFTER_WINDOW));

/** Every state, and `released`, the second half of `to_print`. */
type Column = DeliveryStateName | "released";

const SNAPSHOTS: Readonly<Record<Column, DeliverySnapshot>> = {
  accepted: begin(true),
  notified,
  notice_failed: after(begin(true), fails(1, ACCEPTED_AT)),
  collected: after(notified, accept(IN_WINDOW)),
  refused: after(notified, refuse(IN_WINDOW)),
  expired: after(begin(false), stands(1, ACCEPTED_AT), expire(AFTER_WINDOW)),
  unreachable: after(begin(false), giveUp(AFTER_WINDOW)),
  to_print: toPrint,
  released,
  printed: onPaper,
  posted: atCarrier,
  post_delivered: after(atCarrier, carrier(AFTER_WINDOW, "delivered")),
  post_returned: after(atCarrier, carrier(AFTER_WINDOW, "returned")),
  post_unknown: after(atCarrier, silent(at("2027-02-01T00:00:00Z"))),
  post_failed: after(toPrint, failPosting(AFTER_WINDOW, "called_off")),
};
const COLUMNS = Object.keys(SNAPSHOTS) as Column[];

type Expected =
  | `→ ${DeliveryStateName}`
  | "nothing"
  | Extract<ReturnType<typeof decide>, { kind: "refused" }>["reason"];
interface Row {
  readonly make: (instant: Instant) => DeliveryCommand;
  /** What holds in every state not named. */
  readonly otherwise: Expected;
  readonly where: Partial<Record<Column, Expected>>;
}

const TOLD_BY_STATE: Partial<Record<Column, Expected>> = {
  collected: "already_collected",
  refused: "already_refused",
  expired: "expired",
  unreachable: "unreachable",
  post_failed: "expired",
};

const TABLE: Readonly<Record<DeliveryCommand["kind"], Row>> = {
  notice_stands: { make: (t) => stands(1, t), otherwise: "nothing", where: { accepted: "→ notified" } },
  notice_failed: {
    make: (t) => fails(1, t),
    otherwise: "nothing",
    where: { accepted: "→ notice_failed", notified: "→ notice_failed" },
  },
  sms_failed: {
    make: (t) => smsFails(1, t),
    otherwise: "nothing",
    where: { accepted: "→ accepted", notified: "→ notified", notice_failed: "→ notice_failed" },
  },
  notice_used: {
    make: used,
    otherwise: "letter_on_its_way",
    where: {
      ...TOLD_BY_STATE,
      accepted: "→ notified",
      notified: "→ notified",
      notice_failed: "→ notified",
      collected: "nothing",
      to_print: "nothing",
    },
  },
  repair_contact: {
    make: repair,
    otherwise: "repair_not_possible",
    where: { accepted: "→ accepted", notice_failed: "→ notice_failed" },
  },
  mend_postal_address: {
    make: mend,
    otherwise: "letter_on_its_way",
    where: {
      accepted: "→ accepted",
      notified: "→ notified",
      notice_failed: "→ notice_failed",
      to_print: "→ to_print",
      collected: "wrong_state",
      refused: "wrong_state",
      expired: "wrong_state",
      unreachable: "wrong_state",
      post_failed: "wrong_state",
    },
  },
  accept: {
    make: accept,
    otherwise: "letter_on_its_way",
    where: {
      ...TOLD_BY_STATE,
      accepted: "not_yet_notified",
      notice_failed: "not_yet_notified",
      notified: "→ collected",
      to_print: "→ collected",
    },
  },
  refuse: {
    make: refuse,
    otherwise: "letter_on_its_way",
    where: {
      ...TOLD_BY_STATE,
      accepted: "not_yet_notified",
      notice_failed: "not_yet_notified",
      notified: "→ refused",
      to_print: "refusing_closed",
    },
  },
  expire: { make: (t) => expire(t), otherwise: "nothing", where: { notified: "too_early" } },
  give_up_notice: {
    make: (t) => giveUp(t),
    otherwise: "nothing",
    where: { accepted: "too_early", notice_failed: "too_early" },
  },
  release_print: {
    make: release,
    otherwise: "wrong_state",
    where: { to_print: "→ to_print", released: "nothing" },
  },
  confirm_printed: {
    make: printed,
    otherwise: "wrong_state",
    where: { released: "→ printed", printed: "nothing" },
  },
  return_to_print: { make: fallOut, otherwise: "wrong_state", where: { printed: "→ to_print" } },
  confirm_posted: {
    make: posted,
    otherwise: "wrong_state",
    where: { printed: "→ posted", posted: "nothing" },
  },
  fail_post: {
    make: (t) => failPosting(t, "not_postable"),
    otherwise: "wrong_state",
    where: { to_print: "→ post_failed", released: "→ post_failed" },
  },
  call_off_letter: {
    make: callOff,
    otherwise: "nothing",
    where: {
      accepted: "→ accepted",
      notified: "→ notified",
      notice_failed: "→ notice_failed",
      to_print: "→ post_failed",
      released: "letter_on_its_way",
      printed: "letter_on_its_way",
      posted: "letter_on_its_way",
    },
  },
  carrier_reports: {
    make: (t) => carrier(t, "delivered"),
    otherwise: "wrong_state",
    where: {
      posted: "→ post_delivered",
      post_delivered: "nothing",
      post_returned: "→ post_returned",
      post_unknown: "→ post_unknown",
    },
  },
  carrier_notes: {
    make: (t) => note(t, "presented"),
    otherwise: "wrong_state",
    where: {
      posted: "→ posted",
      post_delivered: "→ post_delivered",
      post_returned: "→ post_returned",
      post_unknown: "→ post_unknown",
    },
  },
  give_up_carrier: { make: silent, otherwise: "nothing", where: { posted: "too_early" } },
};

const ELECTRONIC: readonly Column[] = ["accepted", "notified", "notice_failed"];

describe.each(Object.entries(TABLE))("%s", (_kind, row) => {
  test.each(COLUMNS)("in %s", (column) => {
    const snapshot = SNAPSHOTS[column];
    const decision = decide(snapshot, row.make(ELECTRONIC.includes(column) ? IN_WINDOW : AFTER_WINDOW));
    const answers = {
      done: () => (decision.kind === "done" ? `→ ${decision.next.state}` : ""),
      nothing: () => "nothing",
      refused: () => (decision.kind === "refused" ? decision.reason : ""),
    };
    expect(answers[decision.kind]()).toBe(row.where[column] ?? row.otherwise);
    if (decision.kind === "refused") expect(decision.state).toBe(snapshot.state);
    if (decision.kind === "nothing") expect(decision.log).not.toBe("");
  });
});

test("every snapshot above is in the state it stands for, final exactly where the state is", () => {
  for (const column of COLUMNS) {
    const { state, finalAt } = SNAPSHOTS[column];
    expect(state).toBe(column === "released" ? "to_print" : column);
    expect(finalAt !== null).toBe(FINAL_STATES.includes(state));
  }
});

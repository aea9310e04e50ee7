import { expect, test } from "vitest";
import { trackOf, type TrackInput } from "./track-of.ts";

const at = (text: string) => Temporal.Instant.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);

const reminded: TrackInput = {
  state: "notified",
  postalFallback: false,
  records: [
    { type: "SubmissionAcceptance", eventAt: at("2026-11-21T09:02:14Z") },
    {
      type: "NotificationForAcceptance",
      eventAt: at("2026-11-21T09:02:15Z"),
      notice: { kind: "window", channels: [] },
    },
    { type: "SmsAnswer", eventAt: at("2026-11-21T09:02:16Z") },
    {
      type: "NotificationForAcceptance",
      eventAt: at("2026-11-24T08:00:02Z"),
      notice: { kind: "reminder", channels: [] },
    },
  ],
  timers: [
    { kind: "expiry", dueAt: at("2026-12-06T23:01:00Z") },
    { kind: "reminder_3", dueAt: at("2026-12-04T08:00:00Z") },
  ],
  collectUntil: day("2026-12-06"),
  finalBy: day("2027-01-02"),
};

test("a running delivery: what happened, where it is, what comes with its date", () => {
  expect(trackOf(reminded).map(({ kind, status, on }) => `${status} ${kind} ${on.toString()}`)).toEqual([
    "done accepted 2026-11-21",
    "done notice_sent 2026-11-21",
    "now reminded 2026-11-24",
    "next reminder_to_come 2026-12-04",
    "next window_closes 2026-12-06",
    "next final_at_the_latest 2027-01-02",
  ]);
});

test("a final delivery has nothing to come and everything done", () => {
  const track = trackOf({
    ...reminded,
    state: "refused",
    records: [...reminded.records, { type: "ConsignmentRejection", eventAt: at("2026-11-25T17:00:00Z") }],
    timers: [],
  });
  expect(track.at(-1)).toMatchObject({ kind: "refused", status: "done" });
  expect(new Set(track.map((station) => station.status))).toEqual(new Set(["done"]));
});

test("before any notice: the notice is to come, at the latest when its term ends", () => {
  const track = trackOf({
    ...reminded,
    state: "accepted",
    records: reminded.records.slice(0, 1),
    timers: [{ kind: "notice_overdue", dueAt: at("2026-11-24T09:02:14Z") }],
    collectUntil: null,
  });
  expect(track.map((station) => station.kind)).toEqual(["accepted", "notice_to_come", "final_at_the_latest"]);
});

test("a failure that ends the electronic route is unreachable, another is a failed notice", () => {
  const failure = { type: "NotificationForAcceptanceFailure", eventAt: at("2026-11-22T09:00:00Z") };
  const track = trackOf({
    ...reminded,
    state: "unreachable",
    records: [...reminded.records.slice(0, 1), failure, { ...failure, unreachable: true }],
    timers: [],
  });
  expect(track.map((station) => station.kind)).toEqual(["accepted", "notice_failed", "unreachable"]);
});

test("with a letter to follow, the window's end comes with the day by which it is posted", () => {
  const track = trackOf({ ...reminded, postalFallback: true });
  expect(track.slice(-3).map(({ kind, on }) => `${kind} ${on.toString()}`)).toEqual([
    "window_closes 2026-12-06",
    "letter_if_not_collected 2026-12-21",
    "final_at_the_latest 2027-01-02",
  ]);
});

const toPrint: TrackInput = {
  ...reminded,
  state: "to_print",
  postalFallback: true,
  records: [
    ...reminded.records.slice(0, 2),
    { type: "AcceptanceRejectionExpiry", eventAt: at("2026-12-06T23:00:00Z") },
    { type: "LetterToPrint", eventAt: at("2026-12-06T23:00:00Z") },
  ],
  timers: [{ kind: "post_overdue", dueAt: at("2026-12-21T23:00:00Z") }],
  finalBy: day("2027-02-14"),
};
const wrote = (...records: TrackInput["records"]) => [...toPrint.records, ...records];
const RELEASED = { type: "LetterReleased", eventAt: at("2026-12-08T07:00:00Z") };
const PRINTED = { type: "LetterPrinted", eventAt: at("2026-12-08T09:00:00Z") };
const RELAYED = {
  type: "RelayToNonERDS",
  eventAt: at("2026-12-08T14:00:00Z"),
  relay: { operator: "bpost", item: "0105", batch: "12" },
};

test("a letter that waits: posted by the end of the tenth working day", () => {
  const track = trackOf(toPrint);
  expect(track.slice(2).map(({ kind, status, on }) => `${status} ${kind} ${on.toString()}`)).toEqual([
    "done expired 2026-12-07",
    "now letter_follows 2026-12-07",
    "next posting_ends 2026-12-21",
    "next final_at_the_latest 2027-02-14",
  ]);
});

test("a letter on its way: what fell out is printed again, then the carrier's word is awaited", () => {
  const fellOut = { type: "LetterToPrint", eventAt: at("2026-12-08T10:00:00Z"), fellOut: true };
  const presented = {
    type: "CarrierStatement",
    eventAt: at("2026-12-09T14:00:00Z"),
    carrier: { source: "bpost", outcome: "presented" },
  } as const;
  const track = trackOf({
    ...toPrint,
    state: "posted",
    records: wrote(RELEASED, PRINTED, fellOut, PRINTED, RELAYED, presented),
    timers: [{ kind: "carrier_overdue", dueAt: at("2027-01-07T14:00:00Z") }],
  });
  expect(track.slice(4).map(({ kind }) => kind)).toEqual([
    "letter_released",
    "letter_printed",
    "letter_fell_out",
    "letter_printed",
    "posted",
    "carrier_states",
    "carrier_ends",
    "final_at_the_latest",
  ]);
  expect(track.find(({ kind }) => kind === "posted")?.relay).toEqual({ operator: "bpost", item: "0105" });
  expect(track.find(({ kind }) => kind === "carrier_states")).toMatchObject({
    status: "now",
    carrier: { source: "bpost", outcome: "presented" },
  });
});

test.each(["called_off", "not_postable", "not_posted_in_time"])(
  "a letter that failed says why: %s",
  (why) => {
    const failed = {
      type: "RelayToNonERDSFailure",
      eventAt: at("2026-12-07T10:00:00Z"),
      reasons: [`own:${why}`],
    };
    const track = trackOf({ ...toPrint, state: "post_failed", records: wrote(failed), timers: [] });
    expect(track.at(-1)).toMatchObject({ kind: "letter_failed", status: "done", reasons: [`own:${why}`] });
  },
);

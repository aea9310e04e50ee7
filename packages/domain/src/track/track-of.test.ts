import { expect, test } from "vitest";
import { trackOf, type TrackInput } from "./track-of.ts";

const at = (text: string) => Temporal.Instant.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);

const reminded: TrackInput = {
  state: "notified",
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

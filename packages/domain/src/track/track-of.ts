// A delivery drawn as a line with stations: what happened, where it is now, what is to come and when.

import { brusselsDay } from "../deadline/brussels-day.ts";
import { lastPostingDayIfNotCollected } from "../deadline/promise-posting.ts";
import type { TimerKind } from "../lifecycle/command.ts";
import { type DeliveryStateName, type Instant, isFinal, type PlainDate } from "../lifecycle/state.ts";
import type { CarrierFacts, ChannelFacts, RelayFacts } from "../record/facts.ts";

export type StationKind =
  | "accepted"
  | "notice_sent"
  | "notice_failed"
  | "sms_failed"
  | "repaired"
  | "reminded"
  | "link_used"
  | "not_for_me"
  | "consented"
  | "collected"
  | "handed_over"
  | "refused"
  | "expired"
  | "unreachable"
  | "window_extended"
  | "consignment_failed"
  | "address_mended"
  | "letter_called_off"
  | "letter_follows"
  | "letter_released"
  | "letter_printed"
  | "letter_fell_out"
  | "posted"
  | "carrier_states"
  | "carrier_silent"
  | "letter_failed"
  | "notice_to_come"
  | "reminder_to_come"
  | "window_closes"
  | "repair_ends"
  | "letter_if_not_collected"
  | "posting_ends"
  | "carrier_ends"
  | "final_at_the_latest";

export interface Station {
  readonly kind: StationKind;
  readonly status: "done" | "now" | "next";
  /** When it happened, or the instant it is due; null where only the day is known. */
  readonly at: Instant | null;
  /** The day in Brussels; for the window its last day. */
  readonly on: PlainDate;
  /** What each channel answered, for notices. */
  readonly channels?: readonly ChannelFacts[];
  /** Of a letter handed over: to whom, and its number there. */
  readonly relay?: Pick<RelayFacts, "operator" | "item">;
  /** What the carrier states, and whether he corrects himself by it. */
  readonly carrier?: CarrierFacts;
  readonly correction?: boolean;
  /** Why it failed, as the record says. */
  readonly reasons?: readonly string[];
}

/** A record as the track needs it. */
export interface TrackRecord {
  readonly type: string;
  readonly eventAt: Instant;
  readonly notice?: { readonly kind: "window" | "reminder"; readonly channels: readonly ChannelFacts[] };
  /** Of a notification failure: it made the delivery unreachable. */
  readonly unreachable?: boolean;
  /** Of a letter that is to be printed: it was printed, and fell out. */
  readonly fellOut?: boolean;
  readonly relay?: RelayFacts;
  readonly carrier?: CarrierFacts;
  readonly correction?: boolean;
  readonly reasons?: readonly string[];
}

export interface TrackInput {
  readonly state: DeliveryStateName;
  readonly postalFallback: boolean;
  /** In the order of their chain. */
  readonly records: readonly TrackRecord[];
  readonly timers: readonly { readonly kind: TimerKind; readonly dueAt: Instant }[];
  readonly collectUntil: PlainDate | null;
  readonly finalBy: PlainDate;
}

const STATION_OF: Readonly<Record<string, StationKind>> = {
  SubmissionAcceptance: "accepted",
  NotificationForAcceptanceFailure: "notice_failed",
  SmsFailure: "sms_failed",
  AddresseeContactRepaired: "repaired",
  NotificationAccessTracking: "link_used",
  NotForMe: "not_for_me",
  ConsignmentAcceptance: "consented",
  ContentConsignment: "collected",
  ContentConsignmentFailure: "consignment_failed",
  ContentHandover: "handed_over",
  ConsignmentRejection: "refused",
  AcceptanceRejectionExpiry: "expired",
  WindowExtendedForOutage: "window_extended",
  PostalAddressMended: "address_mended",
  LetterCalledOff: "letter_called_off",
  LetterReleased: "letter_released",
  LetterPrinted: "letter_printed",
  RelayToNonERDS: "posted",
  RelayToNonERDSFailure: "letter_failed",
  CarrierStatement: "carrier_states",
  CarrierSilent: "carrier_silent",
};

/** Past stations in the order of the chain, then those to come by date. While the delivery runs, the last past one is `now`. */
export function trackOf(input: TrackInput): readonly Station[] {
  const past = input.records.flatMap(pastStation);
  const final = isFinal(input.state);
  const done = past.map((station, index): Station => ({
    ...station,
    status: !final && index === past.length - 1 ? "now" : "done",
  }));
  return final ? done : [...done, ...toCome(input)];
}

function pastStation(record: TrackRecord): Station[] {
  const kind = kindOf(record);
  if (!kind) return [];
  return [
    {
      kind,
      status: "done",
      at: record.eventAt,
      on: brusselsDay(record.eventAt),
      ...(record.notice ? { channels: record.notice.channels } : {}),
      ...(kind === "letter_failed" ? { reasons: record.reasons ?? [] } : {}),
      ...(record.relay ? { relay: relayOf(record.relay) } : {}),
      ...(record.carrier ? { carrier: record.carrier } : {}),
      ...(record.correction === true ? { correction: true } : {}),
    },
  ];
}

function kindOf(record: TrackRecord): StationKind | undefined {
  if (record.type === "NotificationForAcceptance")
    return record.notice?.kind === "reminder" ? "reminded" : "notice_sent";
  if (record.type === "NotificationForAcceptanceFailure" && record.unreachable) return "unreachable";
  if (record.type === "LetterToPrint") return record.fellOut === true ? "letter_fell_out" : "letter_follows";
  return STATION_OF[record.type];
}

function relayOf({ operator, item }: RelayFacts): Pick<RelayFacts, "operator" | "item"> {
  return { operator, ...(item === undefined ? {} : { item }) };
}

function toCome({ state, postalFallback, timers, collectUntil, finalBy }: TrackInput): Station[] {
  const stations: Station[] = [];
  const next = (kind: StationKind, at: Instant | null, on: PlainDate) =>
    stations.push({ kind, status: "next", at, on });
  for (const timer of timers) {
    const on = brusselsDay(timer.dueAt);
    if (timer.kind === "notice_overdue") next("notice_to_come", null, on);
    if (timer.kind.startsWith("reminder_")) next("reminder_to_come", timer.dueAt, on);
    if (timer.kind === "repair_overdue") next("repair_ends", timer.dueAt, on);
    if (timer.kind === "post_overdue") next("posting_ends", null, dayBefore(timer.dueAt));
    if (timer.kind === "carrier_overdue") next("carrier_ends", timer.dueAt, on);
  }
  if (state === "notified" && collectUntil) {
    next("window_closes", null, collectUntil);
    if (postalFallback) next("letter_if_not_collected", null, lastPostingDayIfNotCollected(collectUntil));
  }
  next("final_at_the_latest", null, finalBy);
  return stations.toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on));
}

/** The day that ends at this instant. */
function dayBefore(instant: Instant): PlainDate {
  return brusselsDay(instant.subtract({ milliseconds: 1 }));
}

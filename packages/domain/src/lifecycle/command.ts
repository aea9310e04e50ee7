// What may be asked of a delivery, and what the lifecycle answers: a legal "no" is a value, not an exception.

import type { CarrierEnd, CarrierNote } from "../letter/carrier-outcome.ts";
import type { EventName, ReasonCode } from "../record/event.ts";
import type { DeliverySnapshot, DeliveryStateName, Instant } from "./state.ts";

export type DeliveryCommand =
  /** The relay's 250 for the mail of the window's round. `round` guards against an answer that comes after a repair. */
  | { readonly kind: "notice_stands"; readonly round: number; readonly at: Instant }
  /** The mail of round `round` failed for good (5xx at once, or a DSN). `ours`: the cause is ours. */
  | { readonly kind: "notice_failed"; readonly round: number; readonly at: Instant; readonly ours: boolean }
  | { readonly kind: "sms_failed"; readonly round: number; readonly at: Instant }
  /** A POST that asks for identification with a valid link or check code. */
  | { readonly kind: "notice_used"; readonly at: Instant }
  | {
      readonly kind: "repair_contact";
      readonly at: Instant;
      readonly fields: readonly ("email" | "mobile" | "name")[];
    }
  /** Until release, any number of times; touches no link, notice or date. */
  | { readonly kind: "mend_postal_address"; readonly at: Instant }
  | { readonly kind: "accept"; readonly arrivedAt: Instant }
  | { readonly kind: "refuse"; readonly arrivedAt: Instant }
  /** Executed no earlier than 60 s after the deadline; dated at the deadline. `outageMinutes`: of the last day. */
  | {
      readonly kind: "expire";
      readonly now: Instant;
      readonly outageMinutes: number;
      /** The same minutes as intervals, in order; empty where there were none. */
      readonly outages: readonly Interval[];
    }
  /** The timers of 72 and 120 hours. */
  | { readonly kind: "give_up_notice"; readonly now: Instant; readonly ours: boolean }
  | { readonly kind: "release_print"; readonly at: Instant }
  | { readonly kind: "confirm_printed"; readonly at: Instant }
  | { readonly kind: "return_to_print"; readonly at: Instant }
  | { readonly kind: "confirm_posted"; readonly at: Instant }
  | {
      readonly kind: "fail_post";
      readonly at: Instant;
      readonly reason: "not_postable" | "called_off" | "not_posted_in_time";
      /** Of `not_posted_in_time`: there was no address to print, so it was not postable; dated at the term's end all the same. */
      readonly unaddressed?: boolean;
    }
  /** By the sender, or because his account is closed now: no letter shall follow, whatever the electronic route comes to. */
  | { readonly kind: "call_off_letter"; readonly at: Instant }
  | { readonly kind: "carrier_reports"; readonly at: Instant; readonly outcome: CarrierEnd }
  /** He took it in, tried, keeps it at his office, or says something else: nothing ends by it. */
  | { readonly kind: "carrier_notes"; readonly at: Instant; readonly outcome: CarrierNote }
  | { readonly kind: "give_up_carrier"; readonly now: Instant };

/** From `from`, inclusive, until `until`, exclusive. */
export interface Interval {
  readonly from: Instant;
  readonly until: Instant;
}

/** The command of one kind. */
export type CommandOf<K extends DeliveryCommand["kind"]> = Extract<DeliveryCommand, { readonly kind: K }>;

/** A record to be written, in this order, in the transaction of the decision. */
export interface RecordToWrite {
  readonly type: EventName | OwnRecordType;
  readonly eventAt: Instant;
  readonly reasons?: readonly ReasonCode[];
  /** Facts the decision adds to what the verb knows. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
  /** Marks the record that closes the chain (carries the number of records and the head). */
  readonly closes?: boolean;
}

/** Records that are no ETSI events but belong to the chain. */
export type OwnRecordType =
  | "AddresseeContactRepaired"
  | "PostalAddressMended"
  | "SmsFailure"
  | "SmsAnswer"
  | "NotForMe"
  | "WindowExtendedForOutage"
  | "Unreachable"
  | "LetterCalledOff"
  | "LetterToPrint"
  | "LetterReleased"
  | "LetterPrinted"
  | "CarrierStatement"
  | "CarrierSilent";

export type TimerKind =
  | "notice_overdue" // 72 h after acceptance
  | "repair_overdue" // 120 h after notice_failed
  | "reminder_1"
  | "reminder_2"
  | "reminder_3"
  | "expiry"
  | "post_overdue"
  | "carrier_overdue";

export interface TimerToSet {
  readonly kind: TimerKind;
  readonly dueAt: Instant;
}

export type CreditAct =
  | "consume_delivery"
  | "release_delivery"
  | "refund_delivery"
  | "consume_postage"
  | "release_postage";

/** Things to do after the commit, as jobs; each is idempotent. */
export type FollowUp =
  | "send_notice" // first round or round after repair
  | "tell_sender_notice_failed"
  | "tell_sender_sms_failed"
  | "tell_sender_letter" // the delivery goes on as a registered letter
  | "tell_window_extended" // to both sides, with the interval of the outage
  | "tell_sender_posted" // the carrier has the letter
  | "tell_sender_final"
  | "tell_sender_corrected" // the carrier states another end than was booked
  | "void_links"; // links, check code, codes, sessions, window: in the same transaction

export type Decision =
  | {
      readonly kind: "done";
      readonly next: DeliverySnapshot;
      readonly records: readonly RecordToWrite[];
      /** Replaces the timers named in `clear`; others stay. */
      readonly set: readonly TimerToSet[];
      readonly clear: readonly TimerKind[] | "all";
      readonly credits: readonly CreditAct[];
      readonly followUps: readonly FollowUp[];
    }
  /** Already so, or reported too late to matter: nothing is booked but what `log` says. */
  | { readonly kind: "nothing"; readonly log: string }
  | { readonly kind: "refused"; readonly reason: RefusalReason; readonly state: DeliveryStateName };

export type RefusalReason =
  | "not_yet_notified"
  | "already_collected"
  | "already_refused"
  | "expired"
  | "unreachable"
  | "wait_for_expiry" // accepted between deadline and executed expiry, fallback on: comes back after it
  | "letter_on_its_way"
  | "refusing_closed"
  | "repair_used"
  | "repair_not_possible"
  | "too_early"
  | "wrong_state";

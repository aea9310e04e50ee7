// The states of a delivery and what the lifecycle must know of it. The names are the legal acts (domain rules, "Lifecycle").

export const DELIVERY_STATES = [
  "accepted",
  "notified",
  "notice_failed",
  "collected",
  "refused",
  "expired",
  "unreachable",
  "to_print",
  "printed",
  "posted",
  "post_delivered",
  "post_returned",
  "post_unknown",
  "post_failed",
] as const;
export type DeliveryStateName = (typeof DELIVERY_STATES)[number];

export const FINAL_STATES: readonly DeliveryStateName[] = [
  "collected",
  "refused",
  "expired",
  "unreachable",
  "post_delivered",
  "post_returned",
  "post_unknown",
  "post_failed",
];

export function isFinal(state: DeliveryStateName): boolean {
  return FINAL_STATES.includes(state);
}

export type Instant = Temporal.Instant;
export type PlainDate = Temporal.PlainDate;

/** Everything `decide` reads; all of it stands in the delivery's row, which the caller has locked. */
export interface DeliverySnapshot {
  readonly state: DeliveryStateName;
  readonly acceptedAt: Instant;
  /** 1..30 full calendar days, Europe/Brussels. */
  readonly collectionDays: number;
  readonly postalFallback: boolean;
  /** The sender wants reminders on days 3, 7 and 13. */
  readonly reminders: boolean;
  /** Round that opened, or is about to open, the window: 1, and 2 after a repair. */
  readonly noticeRound: number;
  /** The instant the standing notice is dated at; null while none stands. */
  readonly notifiedAt: Instant | null;
  /** First instant after the window, exclusive; null until notified. */
  readonly deadlineAt: Instant | null;
  /** A POST that asked for identification has been seen in this round: the notice stands whatever is reported. */
  readonly noticeUsedAt: Instant | null;
  /** When `notice_failed` was last entered; stays when the delivery leaves it. */
  readonly noticeFailedAt: Instant | null;
  /** Notice failures counted so far (a repair from `notified` is not one). */
  readonly noticeFailures: number;
  /** The last round whose mail was reported failed, 0 while none: a second report of the same mail counts nothing. */
  readonly failedRound: number;
  readonly repairedAt: Instant | null;
  readonly smsFailureOpen: boolean;
  /** Times the deadline moved because of our own outage: at most 3. */
  readonly outageExtensions: number;
  /** The electronic credit was consumed, at the first standing notice; decides between release and refund. */
  readonly creditConsumed: boolean;
  readonly finalBy: PlainDate;
  readonly finalAt: Instant | null;
  /** Set when the delivery entered `to_print` for the first time. */
  readonly firstToPrintAt: Instant | null;
  readonly printReleasedAt: Instant | null;
  readonly postedAt: Instant | null;
}

// The append-only ledger of prepaid credits: what each kind of entry does to what is available and what is reserved.

import type { CreditAct } from "../lifecycle/command.ts";
import { CREDITS_PER_DELIVERY } from "./price-message.ts";

export const LEDGER_KINDS = ["purchase", "reservation", "consumption", "release", "refund"] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];
export type LedgerSubject = "pack" | "delivery" | "postage";

export interface LedgerEntry {
  readonly kind: LedgerKind;
  readonly subject: LedgerSubject;
  /** Whole credits, always positive: the kind gives the direction. */
  readonly credits: number;
}

export interface Balance {
  readonly available: number;
  readonly reserved: number;
  readonly consumed: number;
}

export const EMPTY_BALANCE: Balance = { available: 0, reserved: 0, consumed: 0 };

/** The balance after one more entry; throws RangeError where any part would fall below zero. */
export function bookEntry(balance: Balance, { kind, credits }: LedgerEntry): Balance {
  const { available, reserved, consumed } = balance;
  const next = ((): Balance => {
    switch (kind) {
      case "purchase":
        return { ...balance, available: available + credits };
      case "reservation":
        return { ...balance, available: available - credits, reserved: reserved + credits };
      case "consumption":
        return { ...balance, reserved: reserved - credits, consumed: consumed + credits };
      case "release":
        return { ...balance, reserved: reserved - credits, available: available + credits };
      case "refund":
        return { ...balance, consumed: consumed - credits, available: available + credits };
    }
  })();
  if (
    !Number.isInteger(credits) ||
    credits < 0 ||
    Math.min(next.available, next.reserved, next.consumed) < 0
  ) {
    throw new RangeError(`${kind} of ${credits} credits does not fit the balance`);
  }
  return next;
}

/** What acceptance reserves for one delivery. `postage`: credits per letter; 0 without fallback. */
export function reservationsOf(postage: number): readonly LedgerEntry[] {
  const delivery: LedgerEntry = { kind: "reservation", subject: "delivery", credits: CREDITS_PER_DELIVERY };
  return postage === 0
    ? [delivery]
    : [delivery, { kind: "reservation", subject: "postage", credits: postage }];
}

/** The entry of a decision's act. `postage`: what was reserved for this delivery, at the price of acceptance. */
export function ledgerEntryOf(act: CreditAct, postage: number): LedgerEntry {
  switch (act) {
    case "consume_delivery":
      return { kind: "consumption", subject: "delivery", credits: CREDITS_PER_DELIVERY };
    case "release_delivery":
      return { kind: "release", subject: "delivery", credits: CREDITS_PER_DELIVERY };
    case "refund_delivery":
      return { kind: "refund", subject: "delivery", credits: CREDITS_PER_DELIVERY };
    case "consume_postage":
      return { kind: "consumption", subject: "postage", credits: postage };
    case "release_postage":
      return { kind: "release", subject: "postage", credits: postage };
  }
}

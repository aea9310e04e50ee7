// What a legal hold is: why, upon what, for how long (domain rules, "A legal hold suspends any rule for what it names").

import type { FieldError } from "../error.ts";
import type { PlainDate } from "../lifecycle/state.ts";

export const HOLD_GROUNDS = ["complaint", "fraud", "dispute", "court_order"] as const;
export type HoldGround = (typeof HOLD_GROUNDS)[number];

/** What it names. A sender asks for a delivery or a message, an admin for his account; a person is held by the desk alone. */
export const HOLD_SCOPES = ["delivery", "message", "account", "person"] as const;
export type HoldScope = (typeof HOLD_SCOPES)[number];

/** From today on; whoever needs longer renews, and says why again. */
export const HOLD_LONGEST_MONTHS = 24;
/** So many days before its end its sender is told. */
export const HOLD_TOLD_DAYS = 14;
export const HOLD_REASON_SHORTEST = 10;
export const HOLD_REASON_LONGEST = 2000;

export interface HoldWish {
  readonly ground: HoldGround;
  readonly reason: string;
}

export type HoldParsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** The fields `ground` and `reason`. */
export function parseHoldWish(raw: {
  readonly ground: string;
  readonly reason: string;
}): HoldParsed<HoldWish> {
  const ground = HOLD_GROUNDS.find((each) => each === raw.ground);
  const reason = parseHoldReason(raw.reason);
  if (ground !== undefined && reason.ok) return { ok: true, value: { ground, reason: reason.value } };
  return {
    ok: false,
    errors: [
      ...(ground === undefined ? [{ path: "ground", code: "choose" }] : []),
      ...(reason.ok ? [] : reason.errors),
    ],
  };
}

/** Words of a reason, in the field `reason`. */
export function parseHoldReason(raw: string): HoldParsed<string> {
  const reason = raw.normalize("NFC").replaceAll("\r\n", "\n").trim();
  const wrong = (code: string, params?: FieldError["params"]): HoldParsed<string> => ({
    ok: false,
    errors: [{ path: "reason", code, ...(params === undefined ? {} : { params }) }],
  });
  if (reason.length < HOLD_REASON_SHORTEST) return wrong("too_short", { min: HOLD_REASON_SHORTEST });
  if (reason.length > HOLD_REASON_LONGEST) return wrong("too_long", { max: HOLD_REASON_LONGEST });
  return { ok: true, value: reason };
}

/**
 * The last day of a hold, `YYYY-MM-DD` in the field `ends_on`: from tomorrow to `HOLD_LONGEST_MONTHS` from `today`, and later than
 * `after`, the end it had.
 */
export function parseHoldEnd(raw: string, today: PlainDate, after?: PlainDate): HoldParsed<PlainDate> {
  const wrong = (code: string): HoldParsed<PlainDate> => ({ ok: false, errors: [{ path: "ends_on", code }] });
  const day = readDay(raw.trim());
  if (day === null) return wrong(raw.trim() === "" ? "required" : "not_a_date");
  if (Temporal.PlainDate.compare(day, today) <= 0) return wrong("hold_end_past");
  if (Temporal.PlainDate.compare(day, today.add({ months: HOLD_LONGEST_MONTHS })) > 0)
    return wrong("hold_end_far");
  if (after !== undefined && Temporal.PlainDate.compare(day, after) <= 0) return wrong("hold_end_not_later");
  return { ok: true, value: day };
}

function readDay(text: string): PlainDate | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" });
  } catch {
    return null;
  }
}

// The last day on which content and evidence are kept (retention rules R8 and R9), counted in Brussels.

import type { Instant, PlainDate } from "../lifecycle/state.ts";
import { lastDayKept } from "../retention/falls-on.ts";
import { calendarPeriodOf } from "../retention/rules.ts";
import { brusselsDay, endOfDay } from "./brussels-day.ts";

export type ContentHolder = "sender" | "registered_addressee" | "unregistered_addressee";

export interface ContentToKeep {
  readonly holder: ContentHolder;
  /** Final state of the delivery; for the sender, of the message's last delivery. */
  readonly finalAt: Instant;
  /** Whether this addressee collected; of no matter for the sender. */
  readonly collected: boolean;
  /** 30..730 days, by the account's setting; of no matter for an unregistered addressee. */
  readonly retentionDays: number;
}

/** Last day the evidence is kept: 24 calendar months after the final state, clamped to the month's end. */
export function evidenceKeptUntil(finalAt: Instant): PlainDate {
  return lastDayKept(brusselsDay(finalAt), calendarPeriodOf("R9"));
}

/** Last day the holder can open the content, never later than the evidence; `at_once` for what was not collected. */
export function contentKeptUntil(content: ContentToKeep): PlainDate | "at_once" {
  if (content.holder !== "sender" && !content.collected) return "at_once";
  const period =
    content.holder === "unregistered_addressee"
      ? calendarPeriodOf("R8.unregistered")
      : ({ kind: "days", count: content.retentionDays } as const);
  const byDays = lastDayKept(brusselsDay(content.finalAt), period);
  const byEvidence = evidenceKeptUntil(content.finalAt);
  return Temporal.PlainDate.compare(byDays, byEvidence) <= 0 ? byDays : byEvidence;
}

/** When the print file of a letter falls (R16): after the 30th day from its posting, or from when that failed. */
export function printFileFallsAt(endedAt: Instant): Instant {
  return erasureDueAt(lastDayKept(brusselsDay(endedAt), calendarPeriodOf("R16")));
}

/** When erasure falls due: 00.00 in Brussels of the day after the last day kept; erased within 24 hours from then. */
export function erasureDueAt(lastDayKept: PlainDate): Instant {
  return endOfDay(lastDayKept);
}

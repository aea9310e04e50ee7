// Where a person's identification stands today: missing, over, soon over, good.

import { brusselsDay, identifiedUntil, isIdentificationCurrent } from "@posthorn/domain";

export type Standing =
  | { readonly kind: "missing" }
  /** `until`: the last day, in Brussels. */
  | { readonly kind: "ended" | "ending" | "good"; readonly until: Temporal.PlainDate };

/** So long before its last day people are told. */
const TOLD_DAYS = 30;

export function standingOf(
  identifiedAt: Temporal.Instant | undefined,
  termDays: number,
  now: Temporal.Instant,
): Standing {
  if (identifiedAt === undefined) return { kind: "missing" };
  const until = identifiedUntil(identifiedAt, termDays);
  if (!isIdentificationCurrent(identifiedAt, termDays, now)) return { kind: "ended", until };
  const isNear = brusselsDay(now).until(until, { largestUnit: "days" }).days <= TOLD_DAYS;
  return { kind: isNear ? "ending" : "good", until };
}

// Reads the reason that one of the staff gives for an act, in his own words.

import { AppError } from "@posthorn/domain";

export const REASON_SHORTEST = 10;
export const REASON_LONGEST = 500;

/** Errors: bad_request `reason_invalid` with the field `reason`. */
export function parseReason(typed: string): string {
  const reason = typed.normalize("NFC").trim();
  const [code, limit] =
    reason.length < REASON_SHORTEST
      ? (["too_short", { min: REASON_SHORTEST }] as const)
      : reason.length > REASON_LONGEST
        ? (["too_long", { max: REASON_LONGEST }] as const)
        : [null, null];
  if (code !== null)
    throw new AppError("bad_request", "reason_invalid", {
      fields: [{ path: "reason", code, params: limit }],
    });
  return reason;
}

// The window passes, unless our own outage took its last day from the addressee ("Window", "Our outage").

import { isBefore } from "../deadline/brussels-day.ts";
import { OUTAGE_EXTENSIONS_MAX, OUTAGE_TOLERANCE_MINUTES } from "../deadline/legal-terms.ts";
import { extendByOneDay } from "../deadline/open-window.ts";
import type { Decision } from "./command.ts";
import { goToLetterOrEnd } from "./end-electronic-route.ts";
import { electronicLimit, expiryExecutableAt } from "./end-terms.ts";
import { done, nothing, refuse } from "./make-decision.ts";
import type { Decide } from "./make-decision.ts";
import type { DeliverySnapshot, Instant } from "./state.ts";

/** Executed no earlier than 60 s after the deadline, dated at the deadline. */
export const expireWindow: Decide<"expire"> = (snapshot, { now, outageMinutes }) => {
  const { state, deadlineAt } = snapshot;
  if (state !== "notified" || deadlineAt === null) return nothing(`no window runs in ${state}`);
  if (isBefore(now, expiryExecutableAt(deadlineAt))) return refuse(snapshot, "too_early");
  const extended = extendedDeadline(snapshot, deadlineAt, outageMinutes);
  if (extended !== null) return extendWindow(snapshot, deadlineAt, extended, now, outageMinutes);
  return goToLetterOrEnd(snapshot, "expired", deadlineAt, {
    records: [{ type: "AcceptanceRejectionExpiry", eventAt: deadlineAt, reasons: ["own:window_passed"] }],
  });
};

function extendedDeadline(
  snapshot: DeliverySnapshot,
  deadlineAt: Instant,
  outageMinutes: number,
): Instant | null {
  if (outageMinutes <= OUTAGE_TOLERANCE_MINUTES || snapshot.outageExtensions >= OUTAGE_EXTENSIONS_MAX)
    return null;
  const extended = extendByOneDay(deadlineAt);
  return isBefore(electronicLimit(snapshot), extended) ? null : extended;
}

function extendWindow(
  snapshot: DeliverySnapshot,
  deadlineAt: Instant,
  extended: Instant,
  now: Instant,
  outageMinutes: number,
): Decision {
  const facts = {
    outage_minutes: outageMinutes,
    deadline_before: deadlineAt.toString({ smallestUnit: "millisecond" }),
    deadline: extended.toString({ smallestUnit: "millisecond" }),
  };
  return done(
    { ...snapshot, deadlineAt: extended, outageExtensions: snapshot.outageExtensions + 1 },
    {
      records: [{ type: "WindowExtendedForOutage", eventAt: now, facts }],
      clear: ["expiry"],
      set: [{ kind: "expiry", dueAt: expiryExecutableAt(extended) }],
      followUps: ["tell_window_extended"],
    },
  );
}

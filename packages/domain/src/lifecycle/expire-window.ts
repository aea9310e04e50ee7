// The window passes, unless our own outage took its last day from the addressee ("Window", "Our outage").

import { isBefore } from "../deadline/brussels-day.ts";
import { OUTAGE_EXTENSIONS_MAX, OUTAGE_TOLERANCE_MINUTES } from "../deadline/legal-terms.ts";
import { extendByOneDay } from "../deadline/open-window.ts";
import type { CommandOf, Decision, Interval } from "./command.ts";
import { goToLetterOrEnd } from "./end-electronic-route.ts";
import { electronicLimit, expiryExecutableAt } from "./end-terms.ts";
import { done, nothing, refuse } from "./make-decision.ts";
import type { Decide } from "./make-decision.ts";
import type { DeliverySnapshot, Instant } from "./state.ts";

/** Executed no earlier than 60 s after the deadline, dated at the deadline. */
export const expireWindow: Decide<"expire"> = (snapshot, command) => {
  const { now, outageMinutes } = command;
  const { state, deadlineAt } = snapshot;
  if (state !== "notified" || deadlineAt === null) return nothing(`no window runs in ${state}`);
  if (isBefore(now, expiryExecutableAt(deadlineAt))) return refuse(snapshot, "too_early");
  const extended = extendedDeadline(snapshot, deadlineAt, outageMinutes);
  if (extended !== null) return extendWindow(snapshot, deadlineAt, extended, command);
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
  { now, outageMinutes, outages }: CommandOf<"expire">,
): Decision {
  const facts = {
    outage_minutes: outageMinutes,
    ...describeOutages(outages),
    deadline_before: isoMillis(deadlineAt),
    deadline: isoMillis(extended),
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

/** From the first minute missed to the end of the last, and every interval in between (ISO 8601, separated by spaces). */
function describeOutages(outages: readonly Interval[]): Readonly<Record<string, string>> {
  const [first, last] = [outages[0], outages.at(-1)];
  if (!first || !last) return {};
  return {
    outage_from: isoMillis(first.from),
    outage_until: isoMillis(last.until),
    outage_intervals: outages.map(({ from, until }) => `${isoMillis(from)}/${isoMillis(until)}`).join(" "),
  };
}

function isoMillis(instant: Instant): string {
  return instant.toString({ smallestUnit: "millisecond" });
}

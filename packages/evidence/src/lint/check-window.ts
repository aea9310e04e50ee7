// The window: opened by a standing notice, moved by an outage alone, and every act within it (domain rules, "Window").

import {
  collectUntilOf,
  electronicFinalBy,
  EXPIRY_GRACE_SECONDS,
  extendByOneDay,
  OUTAGE_EXTENSIONS_MAX,
  OUTAGE_TOLERANCE_MINUTES,
  startOfDay,
  windowDeadline,
} from "@posthorn/domain";
import {
  before,
  type Chain,
  finding,
  type LintFinding,
  ofType,
  pairsOf,
  precedes,
  type Step,
  unless,
} from "./chain.ts";

/** What may end a window that runs, other than its deadline. */
const VOIDS = ["AddresseeContactRepaired", "NotificationForAcceptanceFailure"];

export function windowsFit(chain: Chain): readonly LintFinding[] {
  const { steps, first } = chain;
  const moved = pairsOf(chain).flatMap(([previous, step]) => changeFits(first, previous, step));
  const many = ofType(chain, "WindowExtendedForOutage")
    .slice(OUTAGE_EXTENSIONS_MAX)
    .map((step) => finding("window_wrong", step, "one extension too many"));
  const days = steps.flatMap((step) => {
    const until = step.deadline === null ? undefined : collectUntilOf(step.deadline).toString();
    return unless(
      step.facts.window.collect_until === until,
      "window_wrong",
      step,
      "the last day to collect is not the day that ends at the deadline",
    );
  });
  return [
    ...unless(first.deadline === null, "window_wrong", first, "a window before any notice"),
    ...moved,
    ...many,
    ...days,
  ];
}

function changeFits(first: Step, previous: Step, step: Step): readonly LintFinding[] {
  const [was, is] = [previous.deadline, step.deadline];
  const wrong = (holds: boolean, detail: string) => unless(holds, "window_wrong", step, detail);
  if (was !== null && is !== null && was.equals(is))
    return wrong(step.facts.type !== "WindowExtendedForOutage", "extends nothing");
  if (was === null && is === null) return [];
  if (was === null && is !== null) {
    const opened = windowOpenedBy(first, step);
    return [
      ...wrong(opensWindow(step), "a window opens though no notice stands"),
      ...wrong(
        is.equals(opened),
        `the window ends at ${is.toString()}, by the rules at ${opened.toString()}`,
      ),
    ];
  }
  if (was !== null && is === null) return wrong(VOIDS.includes(step.facts.type), "the window is gone");
  if (was === null || is === null) return [];
  return [
    ...wrong(step.facts.type === "WindowExtendedForOutage", "the deadline moved without an outage"),
    ...wrong(
      is.equals(extendByOneDay(was)),
      "the deadline moved by more or less than to the end of the next day",
    ),
    ...wrong(!before(limitOf(first), is), "the deadline moved past final_by"),
    ...wrong(
      Number(step.facts.details?.["outage_minutes"]) > OUTAGE_TOLERANCE_MINUTES,
      "the outage was too short to move a deadline",
    ),
  ];
}

export function opensWindow({ facts }: Step): boolean {
  if (facts.type === "NotificationAccessTracking") return facts.details?.["opened_window"] === true;
  const mail = facts.notice?.channels.find(({ channel }) => channel === "email");
  return (
    facts.type === "NotificationForAcceptance" &&
    facts.notice?.kind === "window" &&
    (mail?.outcome === "accepted" || mail?.outcome === "delivered")
  );
}

function windowOpenedBy(first: Step, step: Step): Temporal.Instant {
  const full = windowDeadline(step.eventAt, first.facts.window.collection_days).deadlineAt;
  const limit = limitOf(first);
  return before(limit, full) ? limit : full;
}

function limitOf({ facts }: Step): Temporal.Instant {
  return startOfDay(
    electronicFinalBy(Temporal.Instant.from(facts.submitted_at), facts.window.collection_days),
  );
}

/** Dated at the deadline, booked when nothing that arrived in time could still be on its way. */
export function expiryFits(chain: Chain): readonly LintFinding[] {
  return ofType(chain, "AcceptanceRejectionExpiry").flatMap((step) => {
    if (step.deadline === null) return [finding("expiry_wrong", step, "no window ran that could pass")];
    return [
      ...unless(step.eventAt.equals(step.deadline), "expiry_wrong", step, "is not dated at the deadline"),
      ...unless(
        !before(step.recordedAt, step.deadline.add({ seconds: EXPIRY_GRACE_SECONDS })),
        "expiry_wrong",
        step,
        "was booked before the acts that were in time had their time",
      ),
    ];
  });
}

/** In the window, or with fallback after it and before the letter is released. */
export function actsInTime(chain: Chain): readonly LintFinding[] {
  return ofType(chain, "ConsignmentAcceptance", "ConsignmentRejection").flatMap((step) => {
    const wrong = (holds: boolean, detail: string) => unless(holds, "act_out_of_time", step, detail);
    const inWindow = step.deadline !== null && before(step.eventAt, step.deadline);
    const expired = precedes(chain, step, ["AcceptanceRejectionExpiry"]);
    const unreached = precedes(chain, step, ["LetterToPrint"]);
    const told = step.facts.reasons?.includes("own:after_window_before_printing") === true;
    if (step.facts.type === "ConsignmentRejection")
      return wrong(inWindow && !expired, "refused outside the window");
    const beforePrinting =
      unreached && !precedes(chain, step, ["LetterReleased"]) && step.facts.postal_fallback;
    return [
      ...wrong((inWindow && !expired) || beforePrinting, "accepted outside the window"),
      ...wrong(told === !inWindow, "does not say rightly whether it came after the window, before printing"),
    ];
  });
}

/** A reminder belongs to a window that runs. */
export function remindersFit(chain: Chain): readonly LintFinding[] {
  const reminders = ofType(chain, "NotificationForAcceptance").filter(
    ({ facts }) => facts.notice?.kind === "reminder",
  );
  return reminders.flatMap((step) => {
    const opener = chain.steps.find((other) => opensWindow(other));
    const runs = opener !== undefined && opener.facts.seq < step.facts.seq;
    const late = step.deadline !== null && !before(step.eventAt, step.deadline);
    return [
      ...unless(runs, "reminder_without_window", step, "reminds of a window that has not opened"),
      ...unless(!late, "reminder_without_window", step, "reminds after the deadline"),
    ];
  });
}

// The sender mends what he entrusted: e-mail, number or name once, the postal address until release.

import { isBefore } from "../deadline/brussels-day.ts";
import { awaitedNoticeTermEnds, repairTermEnds } from "./end-terms.ts";
import { done, refuse } from "./make-decision.ts";
import type { Decide, DoneParts } from "./make-decision.ts";
import type { DeliverySnapshot, DeliveryStateName, Instant } from "./state.ts";

/** Voids links, codes, sessions and window at once; the next notice opens one full window. */
export const repairContact: Decide<"repair_contact"> = (snapshot, { at, fields }) => {
  const from = snapshot.state;
  if (fields.length === 0 || !isRepairable(snapshot, at)) return refuse(snapshot, "repair_not_possible");
  if (repairUsed(snapshot)) return refuse(snapshot, "repair_used");
  const next: DeliverySnapshot = {
    ...snapshot,
    state: from === "notified" ? "notice_failed" : from,
    noticeRound: snapshot.noticeRound + 1,
    notifiedAt: null,
    deadlineAt: null,
    noticeUsedAt: null,
    noticeFailedAt: from === "notified" ? at : snapshot.noticeFailedAt,
    repairedAt: at,
    smsFailureOpen: false,
  };
  // The terms that run from acceptance or from a failure go on; a window given up starts the term of 120 hours.
  const timers: DoneParts =
    from === "notified"
      ? { clear: "all", set: [{ kind: "repair_overdue", dueAt: repairTermEnds(snapshot, at) }] }
      : {};
  return done(next, {
    ...timers,
    records: [
      { type: "AddresseeContactRepaired", eventAt: at, facts: { fields: fields.join(","), state: from } },
    ],
    followUps: ["void_links", "send_notice"],
  });
};

const MENDABLE: readonly DeliveryStateName[] = ["accepted", "notified", "notice_failed", "to_print"];

export const mendPostalAddress: Decide<"mend_postal_address"> = (snapshot, { at }) => {
  if (snapshot.printReleasedAt !== null) return refuse(snapshot, "letter_on_its_way");
  if (!snapshot.postalFallback || !MENDABLE.includes(snapshot.state)) return refuse(snapshot, "wrong_state");
  return done(snapshot, { records: [{ type: "PostalAddressMended", eventAt: at }] });
};

/** In `notified` only an open SMS failure opens the repair; everywhere only while its term runs. */
function isRepairable(snapshot: DeliverySnapshot, at: Instant): boolean {
  const termEnds =
    snapshot.state === "notified" && snapshot.smsFailureOpen
      ? snapshot.deadlineAt
      : awaitedNoticeTermEnds(snapshot);
  return termEnds !== null && isBefore(at, termEnds);
}

/** Once per delivery; a use of the link in `notice_failed` has used it up as well. */
function repairUsed(snapshot: DeliverySnapshot): boolean {
  return snapshot.repairedAt !== null || (snapshot.noticeFailedAt !== null && snapshot.noticeUsedAt !== null);
}

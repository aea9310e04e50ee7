// Why an addressee can no longer, or not yet, accept: the same answer for every page and for the API.

import { isBefore } from "../deadline/brussels-day.ts";
import type { RefusalReason } from "./command.ts";
import type { DeliverySnapshot, Instant } from "./state.ts";

/** Null where an acceptance that arrived at `arrivedAt` is in time: in the window, or with fallback before release. */
export function refusalOfAct(snapshot: DeliverySnapshot, arrivedAt: Instant): RefusalReason | null {
  switch (snapshot.state) {
    case "accepted":
    case "notice_failed":
      return "not_yet_notified";
    case "notified":
      if (snapshot.deadlineAt !== null && isBefore(arrivedAt, snapshot.deadlineAt)) return null;
      return snapshot.postalFallback ? "wait_for_expiry" : "expired";
    case "collected":
      return "already_collected";
    case "refused":
      return "already_refused";
    case "expired":
    case "unreachable":
      return snapshot.state;
    case "to_print":
      return snapshot.printReleasedAt === null ? null : "letter_on_its_way";
    case "printed":
    case "posted":
    case "post_delivered":
    case "post_returned":
    case "post_unknown":
      return "letter_on_its_way";
    case "post_failed":
      // No letter goes: what ended the electronic route is what there is to say.
      return snapshot.deadlineAt === null ? "unreachable" : "expired";
  }
}

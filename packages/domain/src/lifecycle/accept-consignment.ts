// The addressee accepts or refuses (domain rules, "collected" and "refused"; events ConsignmentAcceptance, -Rejection).

import { isBefore } from "../deadline/brussels-day.ts";
import type { RecordToWrite } from "./command.ts";
import { end, postageBack, refuse } from "./make-decision.ts";
import type { Decide } from "./make-decision.ts";
import { refusalOfAct } from "./refuse-act.ts";
import type { DeliverySnapshot, Instant } from "./state.ts";

/**
 * Final from the instant the complete request arrived, stamped or not. The chain stays open: `ContentConsignment`, or its
 * failure, closes it when the stamp has come.
 */
export const acceptConsignment: Decide<"accept"> = (snapshot, { arrivedAt }) => {
  const refusal = refusalOfAct(snapshot, arrivedAt);
  if (refusal !== null) return refuse(snapshot, refusal);
  const acceptance: RecordToWrite = {
    type: "ConsignmentAcceptance",
    eventAt: arrivedAt,
    ...(isInWindow(snapshot, arrivedAt) ? {} : { reasons: ["own:after_window_before_printing"] }),
  };
  return end(snapshot, "collected", arrivedAt, { records: [acceptance], credits: postageBack(snapshot) });
};

/** Possible in the window only; with fallback the letter goes its way after it. */
export const refuseConsignment: Decide<"refuse"> = (snapshot, { arrivedAt }) => {
  const refusal = refusalOfAct(snapshot, arrivedAt);
  const tooLate = refusal === "wait_for_expiry" || (refusal === null && snapshot.state === "to_print");
  if (tooLate) return refuse(snapshot, "refusing_closed");
  if (refusal !== null) return refuse(snapshot, refusal);
  return end(snapshot, "refused", arrivedAt, {
    records: [{ type: "ConsignmentRejection", eventAt: arrivedAt, reasons: ["own:addressee_refused"] }],
    credits: postageBack(snapshot),
  });
};

function isInWindow(snapshot: DeliverySnapshot, arrivedAt: Instant): boolean {
  return snapshot.deadlineAt !== null && isBefore(arrivedAt, snapshot.deadlineAt);
}

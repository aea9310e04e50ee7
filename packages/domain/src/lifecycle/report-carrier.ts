// What the carrier says of a posted letter, and what his silence means; his statement, never our finding.

import { isBefore } from "../deadline/brussels-day.ts";
import type { RecordToWrite } from "./command.ts";
import { carrierTermEnds } from "./end-terms.ts";
import { done, end, nothing, refuse } from "./make-decision.ts";
import type { Decide } from "./make-decision.ts";

/** The first statement is final; a later, different one is appended, told to the sender, and moves no date. */
export const reportCarrier: Decide<"carrier_reports"> = (snapshot, { at, outcome }) => {
  const { state } = snapshot;
  const statement: RecordToWrite = { type: "CarrierStatement", eventAt: at, facts: { outcome } };
  if (state === "posted") return end(snapshot, `post_${outcome}`, at, { records: [statement] });
  if (state === `post_${outcome}`) return nothing("the carrier said so before");
  if (state !== "post_delivered" && state !== "post_returned" && state !== "post_unknown") {
    return refuse(snapshot, "wrong_state");
  }
  return done(snapshot, {
    records: [{ ...statement, facts: { outcome, correction: true } }],
    followUps: ["tell_sender_corrected"],
  });
};

/** Posted or later, whatever he said before: a word on the way moves nothing. */
export const noteCarrier: Decide<"carrier_notes"> = (snapshot, { at, outcome }) => {
  if (snapshot.postedAt === null) return refuse(snapshot, "wrong_state");
  return done(snapshot, { records: [{ type: "CarrierStatement", eventAt: at, facts: { outcome } }] });
};

/** 30 days after posting, dated then. */
export const giveUpCarrier: Decide<"give_up_carrier"> = (snapshot, { now }) => {
  const { state, postedAt } = snapshot;
  if (state !== "posted" || postedAt === null) return nothing(`the carrier is not awaited in ${state}`);
  const termEnds = carrierTermEnds(snapshot, postedAt);
  if (isBefore(now, termEnds)) return refuse(snapshot, "too_early");
  return end(snapshot, "post_unknown", termEnds, { records: [{ type: "CarrierSilent", eventAt: termEnds }] });
};

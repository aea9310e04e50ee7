// For the tests of the lifecycle: plays commands on a delivery and makes each with one call.

import type { CommandOf, Decision, DeliveryCommand } from "./command.ts";
import { decide } from "./decide.ts";
import type { DeliverySnapshot, Instant } from "./state.ts";

export type Done = Extract<Decision, { kind: "done" }>;

/** The decision, which must be `done`. */
export function doneBy(snapshot: DeliverySnapshot, command: DeliveryCommand): Done {
  const decision = decide(snapshot, command);
  if (decision.kind !== "done")
    throw new Error(`${command.kind} in ${snapshot.state}: ${JSON.stringify(decision)}`);
  return decision;
}

/** The snapshot after commands that must all be `done`. */
export function after(snapshot: DeliverySnapshot, ...commands: DeliveryCommand[]): DeliverySnapshot {
  return commands.reduce((state, command) => doneBy(state, command).next, snapshot);
}

export function at(text: string): Instant {
  return Temporal.Instant.from(text);
}

type Outcome = CommandOf<"carrier_reports">["outcome"];
type FailReason = CommandOf<"fail_post">["reason"];

export const stands = (round: number, instant: Instant): DeliveryCommand => ({
  kind: "notice_stands",
  round,
  at: instant,
});
export const fails = (round: number, instant: Instant, ours = false): DeliveryCommand => ({
  kind: "notice_failed",
  round,
  at: instant,
  ours,
});
export const smsFails = (round: number, instant: Instant): DeliveryCommand => ({
  kind: "sms_failed",
  round,
  at: instant,
});
export const used = (instant: Instant): DeliveryCommand => ({ kind: "notice_used", at: instant });
export const repair = (instant: Instant): DeliveryCommand => ({
  kind: "repair_contact",
  at: instant,
  fields: ["email"],
});
export const mend = (instant: Instant): DeliveryCommand => ({ kind: "mend_postal_address", at: instant });
export const accept = (arrivedAt: Instant): DeliveryCommand => ({ kind: "accept", arrivedAt });
export const refuse = (arrivedAt: Instant): DeliveryCommand => ({ kind: "refuse", arrivedAt });
export const expire = (now: Instant, outageMinutes = 0): DeliveryCommand => ({
  kind: "expire",
  now,
  outageMinutes,
  outages: outageMinutes > 0 ? [{ from: now.subtract({ minutes: outageMinutes }), until: now }] : [],
});
export const giveUp = (now: Instant, ours = false): DeliveryCommand => ({
  kind: "give_up_notice",
  now,
  ours,
});
export const release = (instant: Instant): DeliveryCommand => ({ kind: "release_print", at: instant });
export const printed = (instant: Instant): DeliveryCommand => ({ kind: "confirm_printed", at: instant });
export const fallOut = (instant: Instant): DeliveryCommand => ({ kind: "return_to_print", at: instant });
export const posted = (instant: Instant): DeliveryCommand => ({ kind: "confirm_posted", at: instant });
export const failPosting = (instant: Instant, reason: FailReason): DeliveryCommand => ({
  kind: "fail_post",
  at: instant,
  reason,
});
export const callOff = (instant: Instant): DeliveryCommand => ({ kind: "call_off_letter", at: instant });
export const carrier = (instant: Instant, outcome: Outcome): DeliveryCommand => ({
  kind: "carrier_reports",
  at: instant,
  outcome,
});
export const note = (instant: Instant, outcome: CommandOf<"carrier_notes">["outcome"]): DeliveryCommand => ({
  kind: "carrier_notes",
  at: instant,
  outcome,
});
export const silent = (now: Instant): DeliveryCommand => ({ kind: "give_up_carrier", now });

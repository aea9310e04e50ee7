// The letter: released, printed, posted, or not ("Postal"; events RelayToNonERDS, RelayToNonERDSFailure).

import { isBefore } from "../deadline/brussels-day.ts";
import type { CommandOf, RefusalReason } from "./command.ts";
import { carrierTermEnds, postingTermEnds } from "./end-terms.ts";
import { done, end, nothing, postageBack, refuse } from "./make-decision.ts";
import type { Decide } from "./make-decision.ts";
import { type DeliverySnapshot, isFinal } from "./state.ts";

/** Closes the electronic route for good, before the batch's file can be had. */
export const releasePrint: Decide<"release_print"> = (snapshot, { at }) => {
  if (snapshot.state !== "to_print") return refuse(snapshot, "wrong_state");
  if (snapshot.printReleasedAt !== null) return nothing("released before, and fallen out since");
  return done({ ...snapshot, printReleasedAt: at }, { records: [{ type: "LetterReleased", eventAt: at }] });
};

export const confirmPrinted: Decide<"confirm_printed"> = (snapshot, { at }) => {
  if (snapshot.state === "printed") return nothing("printed before");
  if (snapshot.state !== "to_print" || snapshot.printReleasedAt === null)
    return refuse(snapshot, "wrong_state");
  return done({ ...snapshot, state: "printed" }, { records: [{ type: "LetterPrinted", eventAt: at }] });
};

/** What fell out of a batch is printed again; it keeps its release and its term. */
export const returnToPrint: Decide<"return_to_print"> = (snapshot, { at }) => {
  if (snapshot.state !== "printed") return refuse(snapshot, "wrong_state");
  return done(
    { ...snapshot, state: "to_print" },
    { records: [{ type: "LetterToPrint", eventAt: at, facts: { after: "fell_out" } }] },
  );
};

export const confirmPosted: Decide<"confirm_posted"> = (snapshot, { at }) => {
  if (snapshot.state === "posted") return nothing("posted before");
  if (snapshot.state !== "printed") return refuse(snapshot, "wrong_state");
  return done(
    { ...snapshot, state: "posted", postedAt: at },
    {
      records: [{ type: "RelayToNonERDS", eventAt: at }],
      clear: "all",
      set: [{ kind: "carrier_overdue", dueAt: carrierTermEnds(snapshot, at) }],
      credits: ["consume_postage"],
      followUps: ["tell_sender_posted"],
    },
  );
};

/** Not postable, called off, or not posted in time; the last is dated at the end of the term. */
export const failPost: Decide<"fail_post"> = (snapshot, command) => {
  const refusal = refusalOfFailure(snapshot, command);
  if (refusal !== null) return refuse(snapshot, refusal);
  const inTime = command.reason !== "not_posted_in_time" || snapshot.firstToPrintAt === null;
  const at = inTime ? command.at : postingTermEnds(snapshot.firstToPrintAt);
  const reason = command.unaddressed ? "not_postable" : command.reason;
  return end(snapshot, "post_failed", at, {
    records: [{ type: "RelayToNonERDSFailure", eventAt: at, reasons: [`own:${reason}`] }],
    credits: postageBack(snapshot),
  });
};

/** Before the window has passed the fallback ends and the window runs on; a letter that waits to be printed fails, called off. */
export const callOffLetter: Decide<"call_off_letter"> = (snapshot, { at }) => {
  if (isFinal(snapshot.state)) return nothing("ended before");
  if (!snapshot.postalFallback) return nothing("no letter was to follow");
  switch (snapshot.state) {
    case "accepted":
    case "notified":
    case "notice_failed":
      return done(
        { ...snapshot, postalFallback: false },
        { records: [{ type: "LetterCalledOff", eventAt: at }], credits: ["release_postage"] },
      );
    case "to_print":
      return failPost(snapshot, { kind: "fail_post", at, reason: "called_off" });
    default:
      return refuse(snapshot, "letter_on_its_way");
  }
};

function refusalOfFailure(snapshot: DeliverySnapshot, command: CommandOf<"fail_post">): RefusalReason | null {
  const { state, firstToPrintAt, printReleasedAt } = snapshot;
  if (state !== "to_print" && state !== "printed") return "wrong_state";
  switch (command.reason) {
    case "not_posted_in_time":
      return firstToPrintAt === null || isBefore(command.at, postingTermEnds(firstToPrintAt))
        ? "too_early"
        : null;
    case "called_off":
      return state === "to_print" && printReleasedAt === null ? null : "letter_on_its_way";
    case "not_postable":
      return state === "to_print" ? null : "wrong_state";
  }
}

// The electronic route ends uncollected: with fallback the delivery goes on as a letter, without it is final.

import type { Decision } from "./command.ts";
import { postingTermEnds } from "./end-terms.ts";
import { done, end } from "./make-decision.ts";
import type { DoneParts } from "./make-decision.ts";
import type { DeliverySnapshot, Instant } from "./state.ts";

/** With fallback `expired` and `unreachable` are records of the same transaction, not states. */
export function goToLetterOrEnd(
  snapshot: DeliverySnapshot,
  outcome: "expired" | "unreachable",
  at: Instant,
  parts: Pick<DoneParts, "records" | "credits">,
): Decision {
  if (!snapshot.postalFallback) return end(snapshot, outcome, at, parts);
  return done(
    { ...snapshot, state: "to_print", firstToPrintAt: at },
    {
      records: [...(parts.records ?? []), { type: "LetterToPrint", eventAt: at, facts: { after: outcome } }],
      clear: "all",
      set: [{ kind: "post_overdue", dueAt: postingTermEnds(at) }],
      credits: parts.credits ?? [],
      followUps: ["tell_sender_letter"],
    },
  );
}

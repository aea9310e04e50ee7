// What the sender is told of his letter at the carrier: that it was posted, and that the carrier states another end than he did.

import { dateTimeInWords, textsFor } from "@posthorn/texts";
import type { RenderedMail } from "./layout.ts";
import { type DeliveryFacts, renderForSender } from "./render-for-sender.ts";

interface LetterFacts extends DeliveryFacts {
  readonly at: Temporal.Instant;
  /** As the public knows him. */
  readonly carrier: string;
  /** The account is closed: its holder can fetch nothing any more. */
  readonly proofAttached: boolean;
}

export interface SenderPostedFacts extends LetterFacts {
  /** The carrier's number of the letter; null where it has none. */
  readonly item: string | null;
}

/** The carrier has the letter: since when, under which number, and where its way is told. */
export function senderPostedMail(facts: SenderPostedFacts): RenderedMail {
  const { senderPosted: texts, senderFinal } = textsFor(facts.language).notices;
  const { addressee, carrier, item, language } = facts;
  const at = dateTimeInWords(language, facts.at);
  return renderForSender(facts, texts.subject({ addressee }), texts.heading, [
    { kind: "text", text: texts.what({ addressee, at, carrier }) },
    ...(item === null ? [] : [{ kind: "facts", rows: [{ label: texts.item, value: item }] } as const]),
    { kind: "text", text: texts.followed({ carrier }) },
    { kind: "text", text: facts.proofAttached ? senderFinal.proofAttached : texts.proof },
  ]);
}

export interface SenderCorrectedFacts extends LetterFacts {
  readonly outcome: "delivered" | "returned";
}

/** What the carrier states now; what was booked before stays. */
export function senderCorrectedMail(facts: SenderCorrectedFacts): RenderedMail {
  const { senderCorrected: texts, senderFinal } = textsFor(facts.language).notices;
  const { addressee, carrier, language, outcome } = facts;
  const at = dateTimeInWords(language, facts.at);
  return renderForSender(facts, texts.subject({ addressee }), texts.heading, [
    { kind: "text", text: texts[outcome]({ addressee, at, carrier }) },
    { kind: "text", text: texts.stays },
    { kind: "text", text: facts.proofAttached ? senderFinal.proofAttached : senderFinal.proof },
  ]);
}

// What the addressee is told when the sender has called off the letter that his notice promised.

import { dateInWords, textsFor } from "@posthorn/texts";
import { type NoticeFollowed, partiesBlock, wayInBlocks } from "./follow-notice.ts";
import { type MailBlock, type RenderedMail, renderMail } from "./layout.ts";

export interface CalledOffFacts extends NoticeFollowed {
  /** The last day to collect or refuse, Europe/Brussels; null where that is over: then nothing is left to follow a link for. */
  readonly collectUntil: Temporal.PlainDate | null;
}

export function calledOffMail(facts: CalledOffFacts): RenderedMail {
  const texts = textsFor(facts.language).notices;
  return renderMail({
    language: facts.language,
    service: facts.service,
    subject: texts.calledOff.subject({ addressee: facts.addressee }),
    heading: texts.calledOff.heading,
    blocks: [
      partiesBlock(facts),
      { kind: "text", text: texts.calledOff.what, strong: true },
      ...(facts.collectUntil === null
        ? [{ kind: "text" as const, text: texts.calledOff.ended }]
        : stillOpen(facts, facts.collectUntil)),
      { kind: "small", text: texts.automatic },
    ],
  });
}

function stillOpen(facts: CalledOffFacts, lastDay: Temporal.PlainDate): readonly MailBlock[] {
  const texts = textsFor(facts.language).notices;
  const until = dateInWords(facts.language, lastDay);
  return [
    { kind: "text", text: texts.calledOff.open({ until }) },
    { kind: "text", text: texts.doNothingProof },
    ...wayInBlocks(facts),
  ];
}

// What the addressee is told when the sender has called off the letter that his notice promised.

import type { Language } from "@posthorn/domain";
import { dateInWords, textsFor } from "@posthorn/texts";
import { type MailBlock, type RenderedMail, renderMail } from "./layout.ts";

export interface CalledOffFacts {
  readonly language: Language;
  readonly service: string;
  readonly addressee: string;
  /** Null where the sender is named only once the message is accepted. */
  readonly sender: string | null;
  readonly link: string;
  readonly checkCode: string;
  /** The fixed address at which the check code can be typed. */
  readonly checkUrl: string;
  /** The last day to collect or refuse, Europe/Brussels; null where that is over: then nothing is left to follow a link for. */
  readonly collectUntil: Temporal.PlainDate | null;
}

export function calledOffMail(facts: CalledOffFacts): RenderedMail {
  const texts = textsFor(facts.language).notices;
  const { addressee } = facts;
  return renderMail({
    language: facts.language,
    service: facts.service,
    subject: texts.calledOff.subject({ addressee }),
    heading: texts.calledOff.heading,
    blocks: [
      {
        kind: "facts",
        rows: [
          { label: texts.addressee, value: addressee },
          { label: texts.sender, value: facts.sender ?? texts.hiddenSender.first },
        ],
      },
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
    { kind: "text", text: texts.choice },
    { kind: "button", label: texts.button, url: facts.link },
    { kind: "text", text: texts.check({ checkUrl: facts.checkUrl }) },
    { kind: "code", value: facts.checkCode },
  ];
}

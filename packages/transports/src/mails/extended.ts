// What the addressee is told when our own outage moved the last day to collect.

import type { Language } from "@posthorn/domain";
import { dateInWords, dateTimeInWords, textsFor } from "@posthorn/texts";
import { type MailBlock, type RenderedMail, renderMail } from "./layout.ts";

export interface Extension {
  /** Minutes of the last day in which the site could not be reached. */
  readonly outageMinutes: number;
  /** From the first minute missed to the end of the last; null where that was not kept. */
  readonly outage: { readonly from: Temporal.Instant; readonly until: Temporal.Instant } | null;
  /** The new last day, Europe/Brussels. */
  readonly collectUntil: Temporal.PlainDate;
}

export interface ExtendedFacts extends Extension {
  readonly language: Language;
  readonly service: string;
  readonly addressee: string;
  /** Null where the sender is named only once the message is accepted. */
  readonly sender: string | null;
  readonly link: string;
  readonly checkCode: string;
  /** The fixed address at which the check code can be typed. */
  readonly checkUrl: string;
}

/** The link is that of the notice. */
export function extendedMail(facts: ExtendedFacts): RenderedMail {
  const texts = textsFor(facts.language).notices;
  const { addressee } = facts;
  const sender = facts.sender ?? texts.hiddenSender.within;
  return renderMail({
    language: facts.language,
    service: facts.service,
    subject: texts.extended.subjectForAddressee({ addressee, sender }),
    heading: texts.extended.heading,
    blocks: [
      {
        kind: "facts",
        rows: [
          { label: texts.addressee, value: addressee },
          { label: texts.sender, value: facts.sender ?? texts.hiddenSender.first },
        ],
      },
      extensionBlock(facts),
      { kind: "text", text: texts.choice },
      { kind: "button", label: texts.button, url: facts.link },
      { kind: "text", text: texts.check({ checkUrl: facts.checkUrl }) },
      { kind: "code", value: facts.checkCode },
      { kind: "small", text: texts.automatic },
    ],
  });
}

/** The same words for both sides. */
export function extensionBlock(facts: Extension & { readonly language: Language }): MailBlock {
  const { extended } = textsFor(facts.language).notices;
  const until = dateInWords(facts.language, facts.collectUntil);
  const minutes = facts.outageMinutes;
  const between = facts.outage && {
    from: dateTimeInWords(facts.language, facts.outage.from),
    to: dateTimeInWords(facts.language, facts.outage.until),
  };
  return { kind: "text", text: extended.what({ minutes, between, until }), strong: true };
}

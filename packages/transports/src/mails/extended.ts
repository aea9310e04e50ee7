// What the addressee is told when our own outage moved the last day to collect.

import type { Language } from "@posthorn/domain";
import { dateInWords, dateTimeInWords, textsFor } from "@posthorn/texts";
import { type NoticeFollowed, partiesBlock, wayInBlocks } from "./follow-notice.ts";
import { type MailBlock, type RenderedMail, renderMail } from "./layout.ts";

export interface Extension {
  /** Minutes of the last day in which the site could not be reached. */
  readonly outageMinutes: number;
  /** From the first minute missed to the end of the last; null where that was not kept. */
  readonly outage: { readonly from: Temporal.Instant; readonly until: Temporal.Instant } | null;
  /** The new last day, Europe/Brussels. */
  readonly collectUntil: Temporal.PlainDate;
}

export interface ExtendedFacts extends Extension, NoticeFollowed {}

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
      partiesBlock(facts),
      extensionBlock(facts),
      ...wayInBlocks(facts),
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

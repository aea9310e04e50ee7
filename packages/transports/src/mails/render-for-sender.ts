// What all mails to the sender about a delivery have alike: its page, its reference, that nobody reads answers.

import type { Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { type MailBlock, type RenderedMail, renderMail } from "./layout.ts";

export interface DeliveryFacts {
  readonly language: Language;
  readonly service: string;
  readonly addressee: string;
  /** The delivery's identifier: it stands in for the subject, which is content. */
  readonly delivery: string;
  /** The delivery's page in the portal. */
  readonly link: string;
  readonly postalFallback: boolean;
}

/** `button`: words of the link to the page, where they are not the usual ones. */
export function renderForSender(
  facts: DeliveryFacts,
  subject: string,
  heading: string,
  blocks: readonly MailBlock[],
  button?: string,
): RenderedMail {
  const { common, notices } = textsFor(facts.language);
  const { senderButton, senderFailed, automatic } = notices;
  return renderMail({
    language: facts.language,
    service: facts.service,
    subject,
    heading,
    blocks: [
      ...blocks,
      { kind: "button", label: button ?? senderButton, url: facts.link },
      { kind: "small", text: common.labelled({ label: senderFailed.reference, value: facts.delivery }) },
      { kind: "small", text: automatic },
    ],
  });
}

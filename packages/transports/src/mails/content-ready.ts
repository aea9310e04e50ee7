// The addressee's own copy of the proof of collection, with the way back to the content.

import type { Language, TrustStatus } from "@posthorn/domain";
import { dateInWords, dateTimeInWords, textsFor } from "@posthorn/texts";
import type { MailAttachment } from "../mail/transport.ts";
import { type RenderedMail, renderMail } from "./layout.ts";
import { trustLine } from "./notice.ts";

export interface ContentReadyFacts {
  readonly language: Language;
  readonly service: string;
  readonly addressee: string;
  readonly sender: string;
  readonly collectedAt: Temporal.Instant;
  /** Last day on which the content can be read again, Europe/Brussels. */
  readonly accessUntil: Temporal.PlainDate;
  readonly link: string;
  readonly trustStatus: TrustStatus;
  readonly qualifiedMethods?: readonly ("eid" | "itsme")[];
  /** Sealed PDF; its name says nothing of the message. */
  readonly proof: { readonly name: string; readonly content: Uint8Array };
}

export interface MailWithAttachments extends RenderedMail {
  readonly attachments: readonly MailAttachment[];
}

/** `attachments` goes into the outgoing mail as it is. */
export function contentReadyMail(facts: ContentReadyFacts): MailWithAttachments {
  const texts = textsFor(facts.language).notices;
  const { sender } = facts;
  const rendered = renderMail({
    language: facts.language,
    service: facts.service,
    subject: texts.contentReady.subject({ sender }),
    heading: texts.contentReady.heading,
    blocks: [
      {
        kind: "facts",
        rows: [
          { label: texts.addressee, value: facts.addressee },
          { label: texts.sender, value: sender },
        ],
      },
      {
        kind: "text",
        text: texts.contentReady.intro({ sender, at: dateTimeInWords(facts.language, facts.collectedAt) }),
      },
      { kind: "text", text: texts.contentReady.attached, strong: true },
      {
        kind: "text",
        text: texts.contentReady.again({ until: dateInWords(facts.language, facts.accessUntil) }),
      },
      { kind: "button", label: texts.button, url: facts.link },
      { kind: "small", text: trustLine(facts) },
      { kind: "small", text: texts.automatic },
    ],
  });
  return { ...rendered, attachments: [{ ...facts.proof, type: "application/pdf" }] };
}

// Tells an addressee that the evidence of a registered message falls soon, and brings the proof of what he did.

import type { Language } from "@posthorn/domain";
import { dateInWords, dateTimeInWords, type Texts, textsFor } from "@posthorn/texts";
import type { MailAttachment } from "../mail/transport.ts";
import { type RenderedMail, renderMail } from "./layout.ts";
import { reachDesk } from "./reach-desk.ts";

export interface EvidenceFallingFacts {
  readonly language: Language;
  readonly service: string;
  readonly addressee: string;
  /** Null where the account is named only once the message is accepted. */
  readonly sender: string | null;
  readonly delivery: string;
  readonly sentAt: Temporal.Instant;
  /** The day from whose beginning it is erased, Europe/Brussels. */
  readonly fallsOn: Temporal.PlainDate;
  /** Sealed PDF; its name says nothing of the message. Null where he neither collected nor refused, and where what he accepted was never handed over whole. */
  readonly proof: { readonly name: string; readonly content: Uint8Array } | null;
  /** He accepted it: if there is no proof, it was never handed over whole. */
  readonly accepted: boolean;
  /** What the carrier stated last of the registered letter that followed; null where none was posted. */
  readonly letter: "delivered" | "returned" | "unknown" | null;
}

/** Where the privacy desk is reached. */
export interface DeskAddress {
  /** As the provider sets it; empty where he has not. */
  readonly contact: string;
  /** The portal's host, to be typed. */
  readonly host: string;
}

/** `attachments` goes into the outgoing mail as it is. No link: nothing is asked of him. */
export function evidenceFallingMail(
  facts: EvidenceFallingFacts,
  desk: DeskAddress,
): RenderedMail & { readonly attachments?: readonly MailAttachment[] } {
  const { language, proof } = facts;
  const texts = textsFor(language);
  const words = texts.holds.addresseeMail;
  const lastDay = dateInWords(language, facts.fallsOn.subtract({ days: 1 }));
  const rendered = renderMail({
    language,
    service: facts.service,
    subject: words.subject,
    heading: words.subject,
    blocks: [
      {
        kind: "facts",
        rows: [
          { label: texts.notices.addressee, value: facts.addressee },
          ...(facts.sender === null ? [] : [{ label: texts.notices.sender, value: facts.sender }]),
          { label: words.sent, value: dateTimeInWords(language, facts.sentAt) },
          { label: words.number, value: facts.delivery },
          { label: words.until, value: lastDay },
          { label: texts.privacyPages.desk.name, value: reachDesk(desk.contact, desk.host) },
        ],
      },
      { kind: "text", text: words.what },
      ...(proof === null
        ? [{ kind: "text" as const, text: whatHappened(words, facts) }]
        : [
            { kind: "text" as const, text: words.attached, strong: true },
            { kind: "text" as const, text: words.verifies },
          ]),
      { kind: "text", text: words.registered },
      { kind: "small", text: words.nothing },
    ],
  });
  return proof === null ? rendered : { ...rendered, attachments: [{ ...proof, type: "application/pdf" }] };
}

/** Nobody's act is told of whom a letter went to: it may have reached him. */
function whatHappened(
  { noAct, untaken, posted, letter: letters, ask }: Texts["holds"]["addresseeMail"],
  { letter, accepted }: Pick<EvidenceFallingFacts, "letter" | "accepted">,
): string {
  if (letter !== null) return `${posted} ${letters[letter]} ${ask}`;
  return `${accepted ? untaken : noAct} ${ask}`;
}

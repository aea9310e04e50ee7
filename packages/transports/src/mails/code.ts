// The mail with the one-time code; the code stands in no subject, which phones show while locked.

import type { Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { type RenderedMail, renderMail } from "./layout.ts";

export interface CodeMailFacts {
  readonly language: Language;
  readonly service: string;
  readonly addressee: string;
  /** Null where the sender is named only once the message is accepted. */
  readonly sender: string | null;
  /** 6 digits. */
  readonly code: string;
  readonly validMinutes: number;
  readonly checkCode: string;
}

/** Sent together with a text message that carries the other code. */
export function codeMail(facts: CodeMailFacts): RenderedMail {
  const texts = textsFor(facts.language).notices;
  const sender = facts.sender ?? texts.hiddenSender.within;
  return renderMail({
    language: facts.language,
    service: facts.service,
    subject: texts.code.subject({ sender }),
    heading: texts.code.heading,
    blocks: [
      {
        kind: "facts",
        rows: [
          { label: texts.addressee, value: facts.addressee },
          { label: texts.sender, value: facts.sender ?? texts.hiddenSender.first },
        ],
      },
      { kind: "text", text: texts.code.intro },
      { kind: "code", value: facts.code, large: true },
      { kind: "text", text: texts.code.valid({ minutes: facts.validMinutes }) },
      { kind: "note", text: texts.code.keep },
      { kind: "small", text: texts.code.belongs({ checkCode: facts.checkCode }) },
      { kind: "small", text: `${texts.code.notYou} ${texts.automatic}` },
    ],
  });
}

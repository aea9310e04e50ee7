// What mails have in common that follow a notice: between whom the message is, and the way in that the notice gave.

import type { Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import type { MailBlock } from "./layout.ts";

export interface NoticeFollowed {
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

export function partiesBlock({ language, addressee, sender }: NoticeFollowed): MailBlock {
  const texts = textsFor(language).notices;
  return {
    kind: "facts",
    rows: [
      { label: texts.addressee, value: addressee },
      { label: texts.sender, value: sender ?? texts.hiddenSender.first },
    ],
  };
}

/** The link is that of the notice. */
export function wayInBlocks({ language, link, checkCode, checkUrl }: NoticeFollowed): readonly MailBlock[] {
  const texts = textsFor(language).notices;
  return [
    { kind: "text", text: texts.choice },
    { kind: "button", label: texts.button, url: link },
    { kind: "text", text: texts.check({ checkUrl }) },
    { kind: "code", value: checkCode },
  ];
}

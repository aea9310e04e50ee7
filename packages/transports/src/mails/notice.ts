// The notice and its reminders: who writes, to whom, until when, what follows; never the subject or a file name.

import { type Language, lastPostingDayIfNotCollected, type TrustStatus } from "@posthorn/domain";
import { dateInWords, textsFor } from "@posthorn/texts";
import { type MailBlock, type RenderedMail, renderMail } from "./layout.ts";

export interface NoticeFacts {
  readonly language: Language;
  /** Name of the provider as people know it. */
  readonly service: string;
  /** First names and name, or the organisation. */
  readonly addressee: string;
  /** Null where the sender is named only once the message is accepted. */
  readonly sender: { readonly name: string; readonly department?: string; readonly town?: string } | null;
  /** Last day to collect, Europe/Brussels. Before a notice stands: counted from the day of sending. */
  readonly collectUntil: Temporal.PlainDate;
  readonly collectionDays: number;
  readonly link: string;
  /** `K7QM-4RTX-92VB`. */
  readonly checkCode: string;
  /** The fixed address at which the check code can be typed. */
  readonly checkUrl: string;
  readonly postalFallback: boolean;
  /** With it: there is no address yet that a letter can go to, so none is promised. */
  readonly addressWanted: boolean;
  readonly requiredIdentification: "codes" | "eid_or_itsme";
  /** A text message with the same check code goes out with this mail. */
  readonly withSms: boolean;
  readonly trustStatus: TrustStatus;
  /** Methods with which the delivery would be qualified; only read when the status is `qualified`. */
  readonly qualifiedMethods?: readonly ("eid" | "itsme")[];
}

/** The mail that opens the window, also after a repair. */
export function noticeMail(facts: NoticeFacts): RenderedMail {
  const { notice } = textsFor(facts.language).notices;
  const until = dateInWords(facts.language, facts.collectUntil);
  return render(facts, notice, notice.window({ until, days: facts.collectionDays }));
}

/** The mail of days 3, 7 and 13; it moves no date. */
export function reminderMail(facts: NoticeFacts): RenderedMail {
  const { reminder } = textsFor(facts.language).notices;
  const until = dateInWords(facts.language, facts.collectUntil);
  return render(facts, reminder, reminder.window({ until }));
}

interface OpeningTexts {
  readonly subject: (v: { addressee: string; sender: string }) => string;
  readonly heading: string;
  readonly intro: (v: { sender: string; service: string }) => string;
}

function render(facts: NoticeFacts, opening: OpeningTexts, window: string): RenderedMail {
  const texts = textsFor(facts.language).notices;
  const { addressee, service } = facts;
  const sender = facts.sender?.name ?? texts.hiddenSender.within;
  const first = facts.sender?.name ?? texts.hiddenSender.first;
  const blocks: MailBlock[] = [
    {
      kind: "facts",
      rows: [
        { label: texts.addressee, value: addressee },
        { label: texts.sender, value: first, ...besideName(facts.sender) },
      ],
    },
    { kind: "text", text: opening.intro({ sender: first, service }) },
    { kind: "text", text: window, strong: true },
    { kind: "text", text: texts.choice },
    { kind: "text", text: ifNothing(facts) },
    { kind: "button", label: texts.button, url: facts.link },
    {
      kind: "text",
      text: facts.requiredIdentification === "codes" ? texts.codesNeeded : texts.identityNeeded,
    },
    { kind: "text", text: texts.check({ checkUrl: facts.checkUrl }) },
    { kind: "code", value: facts.checkCode },
    ...(facts.withSms ? [{ kind: "text", text: texts.checkSms } as const] : []),
    { kind: "note", text: texts.noPassword },
    { kind: "text", text: texts.notForMe({ addressee }) },
    { kind: "small", text: trustLine(facts) },
    { kind: "small", text: `${texts.why({ sender })} ${texts.automatic}` },
  ];
  return renderMail({
    language: facts.language,
    service,
    subject: opening.subject({ addressee, sender }),
    heading: opening.heading,
    blocks,
  });
}

function ifNothing({ language, postalFallback, addressWanted, collectUntil }: NoticeFacts): string {
  const texts = textsFor(language).notices;
  if (!postalFallback) return texts.doNothingProof;
  if (addressWanted) return texts.doNothingUnaddressed;
  return texts.doNothingLetter({
    postedBy: dateInWords(language, lastPostingDayIfNotCollected(collectUntil)),
  });
}

/** What the delivery is in law. "Qualified" is only promised for the methods that make it so. */
export function trustLine(facts: Pick<NoticeFacts, "language" | "trustStatus" | "qualifiedMethods">): string {
  const { trust, or } = textsFor(facts.language).notices;
  if (facts.trustStatus === "demonstration") return trust.demonstration;
  const methods = facts.qualifiedMethods ?? ["eid", "itsme"];
  if (facts.trustStatus === "non-qualified" || methods.length === 0) return trust.nonQualified;
  return trust.qualified({ methods: methods.map((method) => trust.methods[method]).join(` ${or} `) });
}

/** The part of the company it comes from, and where it sits. */
function besideName(sender: NoticeFacts["sender"]): { readonly note?: string } {
  const parts = [sender?.department, sender?.town].filter((part) => part !== undefined);
  return parts.length === 0 ? {} : { note: parts.join(" · ") };
}

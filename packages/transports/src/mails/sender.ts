// What the sender is told of a delivery: a notice that failed, an address to which no letter can go, and how it ended.

import type { AddressProblem } from "@posthorn/domain";
import { dateInWords, dateTimeInWords, textsFor } from "@posthorn/texts";
import { extensionBlock, type Extension } from "./extended.ts";
import type { MailBlock, RenderedMail } from "./layout.ts";
import { type DeliveryFacts, renderForSender as render } from "./render-for-sender.ts";

export interface SenderNoticeFailedFacts extends DeliveryFacts {
  readonly failed: "mail" | "sms" | "reminder";
  /** E-mail address or number that failed. */
  readonly address: string;
  /** The server's or provider's own words; null when there are none. */
  readonly answer: string | null;
  /** Of an SMS: the notice by e-mail stands all the same. */
  readonly noticeStands: boolean;
  /** Until when a repair is possible; null when the one repair has been used. */
  readonly repairUntil: Temporal.Instant | null;
}

/** Told at once; what can be mended and what follows if nothing is. */
export function senderNoticeFailedMail(facts: SenderNoticeFailedFacts): RenderedMail {
  const { senderFailed } = textsFor(facts.language).notices;
  const texts = senderFailed[facts.failed];
  return render(facts, texts.subject({ addressee: facts.addressee }), texts.heading, [
    { kind: "text", text: texts.what({ addressee: facts.addressee, address: facts.address }) },
    ...(facts.failed === "sms" && facts.noticeStands
      ? [{ kind: "text", text: senderFailed.sms.stands } as const]
      : []),
    ...(facts.answer
      ? [{ kind: "facts", rows: [{ label: senderFailed.answer, value: facts.answer }] } as const]
      : []),
    ...repairBlocks(facts),
  ]);
}

function repairBlocks(facts: SenderNoticeFailedFacts): MailBlock[] {
  const { senderFailed } = textsFor(facts.language).notices;
  if (facts.failed === "mail") {
    const text = facts.postalFallback ? senderFailed.otherwiseLetter : senderFailed.otherwiseProof;
    if (!facts.repairUntil) return [];
    const until = dateTimeInWords(facts.language, facts.repairUntil);
    return [
      { kind: "text", text: senderFailed.mail.repair({ until }), strong: true },
      { kind: "text", text },
    ];
  }
  return facts.failed === "sms" && facts.repairUntil ? [{ kind: "text", text: senderFailed.sms.repair }] : [];
}

export type SenderFinalFacts = DeliveryFacts & {
  /** The account is closed: its holder can fetch nothing any more. */
  readonly proofAttached?: boolean;
  /** Of a delivery that goes on as a letter: by the end of this day it is posted. */
  readonly postedBy?: Temporal.PlainDate | null;
} & (
    | {
        readonly outcome:
          | "collected"
          | "refused"
          | "unreachable"
          | "letterUnknown"
          | "letterCalledOff"
          | "letterNotPostable"
          | "letterLate";
        readonly at: Temporal.Instant;
      }
    /** Stated by `carrier`, as the public knows him. */
    | {
        readonly outcome: "letterDelivered" | "letterReturned";
        readonly at: Temporal.Instant;
        readonly carrier: string;
      }
    /** `lastDay`: the last day of the window, Europe/Brussels. */
    | { readonly outcome: "expired"; readonly lastDay: Temporal.PlainDate }
  );

/** How the delivery ended; where it goes on as a letter, what comes next. */
export function senderFinalMail(facts: SenderFinalFacts): RenderedMail {
  const { senderFinal } = textsFor(facts.language).notices;
  const { addressee, language, outcome, postedBy = null } = facts;
  const day = postedBy && dateInWords(language, postedBy);
  const goesByPost = facts.postalFallback && (outcome === "expired" || outcome === "unreachable");
  return render(facts, senderFinal[outcome].subject({ addressee }), senderFinal[outcome].heading, [
    { kind: "text", text: endInWords(facts) },
    ...(goesByPost ? [{ kind: "text", text: senderFinal.letter({ postedBy: day }) } as const] : []),
    { kind: "text", text: facts.proofAttached === true ? senderFinal.proofAttached : senderFinal.proof },
  ]);
}

function endInWords(facts: SenderFinalFacts): string {
  const { senderFinal } = textsFor(facts.language).notices;
  const { addressee, language } = facts;
  if (facts.outcome === "expired")
    return senderFinal.expired.what({ addressee, until: dateInWords(language, facts.lastDay) });
  const at = dateTimeInWords(language, facts.at);
  if (facts.outcome === "letterDelivered" || facts.outcome === "letterReturned")
    return senderFinal[facts.outcome].what({ addressee, at, carrier: facts.carrier });
  return senderFinal[facts.outcome].what({ addressee, at });
}

export interface SenderAddressFacts extends DeliveryFacts {
  readonly problem: AddressProblem;
  /** As it stands, line by line; empty where none was given. */
  readonly address: readonly string[];
  /** `waits`: the window has passed. */
  readonly stage: "follows" | "waits";
  /** The last day to collect; null while no window runs. */
  readonly collectUntil: Temporal.PlainDate | null;
  /** Until the end of this day it can be mended: the last to post it; null while no window runs. */
  readonly mendUntil: Temporal.PlainDate | null;
}

/** No letter can go out yet: why, until when it can be mended, and what follows otherwise. */
export function senderAddressMail(facts: SenderAddressFacts): RenderedMail {
  const { senderAddress: texts } = textsFor(facts.language).notices;
  const { addressee, problem, address, language } = facts;
  const until = facts.collectUntil && dateInWords(language, facts.collectUntil);
  const mendUntil = facts.mendUntil && dateInWords(language, facts.mendUntil);
  const what =
    facts.stage === "waits"
      ? texts.waits({ addressee })
      : until === null
        ? texts.soon({ addressee })
        : texts.follows({ addressee, until });
  const rows = [{ label: texts.address, value: address.join(", ") }];
  return render(
    facts,
    texts.subject({ addressee }),
    texts.heading,
    [
      { kind: "text", text: `${what} ${texts.problems[problem]}` },
      ...(address.length > 0 ? [{ kind: "facts", rows } as const] : []),
      {
        kind: "text",
        text: mendUntil === null ? texts.mendSoon : texts.mend({ until: mendUntil }),
        strong: true,
      },
      { kind: "text", text: texts.otherwise },
    ],
    texts.button,
  );
}

export interface SenderNotForMeFacts extends DeliveryFacts {
  /** E-mail address that the notice went to. */
  readonly address: string;
}

/** Somebody who was not identified says the message is not for him; the sender decides what follows. */
export function senderNotForMeMail(facts: SenderNotForMeFacts): RenderedMail {
  const { senderNotForMe: texts } = textsFor(facts.language).notices;
  const { addressee, address } = facts;
  return render(facts, texts.subject({ addressee }), texts.heading, [
    { kind: "text", text: texts.what({ addressee, address }) },
  ]);
}

export interface SenderMismatchFacts extends DeliveryFacts {
  readonly field: "name" | "birth_date" | "register_number" | "not_a_member";
  readonly at: Temporal.Instant;
  /** Codes stay open to the addressee. */
  readonly codesOpen: boolean;
  /** What the sender can still do for this delivery; `nothing` once it has ended. */
  readonly remedy: "mend" | "send_again" | "nothing";
}

/** Somebody identified himself and is not the addressee: which field failed, never who. */
export function senderMismatchMail(facts: SenderMismatchFacts): RenderedMail {
  const { senderMismatch: texts } = textsFor(facts.language).notices;
  const { addressee, field, remedy } = facts;
  const at = dateTimeInWords(facts.language, facts.at);
  const lines = [
    ...(remedy === "nothing" || !facts.codesOpen ? [] : [texts.codesOpen]),
    ...(remedy === "mend" ? [texts.mend] : []),
    ...(remedy === "send_again" ? [field === "not_a_member" ? texts.register : texts.sendAgain] : []),
  ];
  return render(facts, texts.subject({ addressee }), texts.heading, [
    { kind: "text", text: `${texts.what({ addressee, at })} ${texts.fields[field]}` },
    { kind: "text", text: texts.untold },
    ...lines.map((text): MailBlock => ({ kind: "text", text })),
  ]);
}

export interface SenderExtendedFacts extends DeliveryFacts, Extension {}

/** Our outage took more than an hour of the last day. */
export function senderExtendedMail(facts: SenderExtendedFacts): RenderedMail {
  const { extended } = textsFor(facts.language).notices;
  const subject = extended.subjectForSender({ addressee: facts.addressee });
  return render(facts, subject, extended.heading, [extensionBlock(facts)]);
}

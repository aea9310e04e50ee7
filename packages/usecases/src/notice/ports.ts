// What notices need from outside the database: links, words, a mail relay and an SMS provider.

import type { Language, TrustStatus } from "@posthorn/domain";

export interface Links {
  /** The same for the same delivery and generation, so that a repeat or reminder carries the same link. */
  linkFor(deliveryId: string, generation: number): { readonly url: string; readonly hash: string };
  checkCodeFor(deliveryId: string, generation: number): { readonly code: string; readonly hash: string };
  /** Fixed address at which a check code can be typed. */
  readonly checkUrl: string;
}

/** What a notice says; never subject or file names. */
export interface NoticeWords {
  readonly language: Language;
  readonly service: string;
  readonly addressee: string;
  /** Null where the account is named only once the message is accepted. */
  readonly sender: { readonly name: string; readonly department?: string; readonly town?: string } | null;
  readonly collectUntil: Temporal.PlainDate;
  readonly collectionDays: number;
  readonly link: string;
  readonly checkCode: string;
  readonly checkUrl: string;
  readonly postalFallback: boolean;
  /** With it: there is no address yet that a letter can go to. */
  readonly addressWanted: boolean;
  readonly requiredIdentification: "codes" | "eid_or_itsme";
  readonly withSms: boolean;
  readonly trustStatus: TrustStatus;
}

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface NoticeRendering {
  mail(kind: "window" | "reminder", words: NoticeWords): RenderedMail;
  sms(kind: "window" | "reminder", words: NoticeWords): string;
}

export interface MailToSend extends RenderedMail {
  /** Names the attempt: Message-ID, VERP return path and DSN envelope id are made from it. */
  readonly attemptId: string;
  readonly to: string;
  readonly toName?: string;
  readonly language: Language;
  readonly date: Temporal.Instant;
  readonly attachments?: readonly {
    readonly name: string;
    readonly type: string;
    readonly content: Uint8Array;
  }[];
}

/** The relay's final word, and what was said and sent to get it. */
export interface MailSettled {
  readonly outcome: "accepted" | "refused";
  /** The relay's own words. */
  readonly response: string;
  /** Of a refusal: it concerns what we sent or who we are, not the addressee's mailbox. */
  readonly ours: boolean;
  readonly dialogue: string;
  readonly raw: Uint8Array;
}

/** Nobody can know yet; the mail may have been taken, so it is repeated with the same `attemptId`. */
export interface Postponed {
  readonly outcome: "postponed";
  /** What the other side said; null where it could not be asked at all. */
  readonly response: string | null;
}

export type MailAnswer = MailSettled | Postponed;

export interface MailPort {
  send(mail: MailToSend): Promise<MailAnswer>;
}

export type SmsSettled =
  | { readonly outcome: "accepted"; readonly providerId: string; readonly raw: string }
  | { readonly outcome: "refused"; readonly code: string; readonly raw: string };

export type SmsAnswer = SmsSettled | Postponed;

export interface SmsPort {
  send(sms: { readonly id: string; readonly to: string; readonly text: string }): Promise<SmsAnswer>;
}

export interface NoticePorts {
  readonly links: Links;
  readonly rendering: NoticeRendering;
  readonly mail: MailPort;
  readonly sms: SmsPort;
}

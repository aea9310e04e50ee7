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
  readonly sender: { readonly name: string; readonly town?: string };
  readonly collectUntil: Temporal.PlainDate;
  readonly collectionDays: number;
  readonly link: string;
  readonly checkCode: string;
  readonly checkUrl: string;
  readonly postalFallback: boolean;
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

export type MailAnswer =
  | {
      readonly outcome: "accepted";
      readonly response: string;
      readonly dialogue: string;
      readonly raw: Uint8Array;
    }
  | {
      readonly outcome: "refused";
      readonly response: string;
      readonly ours: boolean;
      readonly dialogue: string;
      readonly raw: Uint8Array;
    };

/** Throws AppError unavailable while nobody can know; repeat with the same `attemptId`. */
export interface MailPort {
  send(mail: MailToSend): Promise<MailAnswer>;
}

export type SmsAnswer =
  | { readonly outcome: "accepted"; readonly providerId: string; readonly raw: string }
  | { readonly outcome: "refused"; readonly code: string; readonly raw: string };

/** Throws AppError unavailable while nobody can know. */
export interface SmsPort {
  send(sms: { readonly id: string; readonly to: string; readonly text: string }): Promise<SmsAnswer>;
}

export interface NoticePorts {
  readonly links: Links;
  readonly rendering: NoticeRendering;
  readonly mail: MailPort;
  readonly sms: SmsPort;
}

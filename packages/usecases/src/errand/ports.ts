// What errands need from outside the database: words, a mail relay, and the addresses of pages.

import type { AddressProblem, CarrierEnd, Language, TrustStatus } from "@posthorn/domain";
import type { AddresseeMismatch } from "../collection/compare-addressee.ts";
import type { Links, MailPort, MailToSend, RenderedMail } from "../notice/ports.ts";

/** What every mail to the sender says of its delivery; never subject or file names. */
export interface DeliveryWords {
  readonly language: Language;
  readonly service: string;
  readonly addressee: string;
  readonly delivery: string;
  /** The delivery's page in the portal. */
  readonly link: string;
  readonly postalFallback: boolean;
}

export interface FailureWords extends DeliveryWords {
  readonly failed: "mail" | "sms" | "reminder";
  readonly address: string;
  readonly answer: string | null;
  readonly noticeStands: boolean;
  readonly repairUntil: Temporal.Instant | null;
}

export type FinalOutcome = DeliveryWords &
  (
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
    | { readonly outcome: "expired"; readonly lastDay: Temporal.PlainDate }
  );

export type FinalWords = FinalOutcome & {
  /** Of a closed account the proof goes with the mail. */
  readonly proofAttached: boolean;
  /** Where it goes on as a letter: by the end of this day it is posted. */
  readonly postedBy: Temporal.PlainDate | null;
};

/** The carrier has the letter. */
export interface PostedWords extends DeliveryWords {
  readonly at: Temporal.Instant;
  /** As the public knows him. */
  readonly carrier: string;
  /** His number of the letter; null where it has none. */
  readonly item: string | null;
  readonly proofAttached: boolean;
}

/** The carrier states another end than was booked. */
export interface CorrectedWords extends DeliveryWords {
  readonly outcome: CarrierEnd;
  readonly at: Temporal.Instant;
  readonly carrier: string;
  readonly proofAttached: boolean;
}

/** No letter can go to the address, and it can still be mended. */
export interface AddressWords extends DeliveryWords {
  readonly problem: AddressProblem;
  /** As it stands, line by line; empty where none was given. */
  readonly address: readonly string[];
  /** `waits`: the window has passed. */
  readonly stage: "follows" | "waits";
  /** The last day to collect; null while no window runs. */
  readonly collectUntil: Temporal.PlainDate | null;
  /** Until the end of this day it can be mended; null while no window runs. */
  readonly mendUntil: Temporal.PlainDate | null;
}

/** Somebody identified himself and is not the addressee: which field failed, never who. */
export interface MismatchWords extends DeliveryWords {
  readonly field: AddresseeMismatch;
  readonly at: Temporal.Instant;
  /** Codes stay open to the addressee. */
  readonly codesOpen: boolean;
  /** What the sender can still do for this delivery; `nothing` once it has ended. */
  readonly remedy: "mend" | "send_again" | "nothing";
}

export interface Extension {
  readonly outageMinutes: number;
  /** From the first minute missed to the end of the last. */
  readonly outage: { readonly from: Temporal.Instant; readonly until: Temporal.Instant } | null;
  /** The new last day. */
  readonly collectUntil: Temporal.PlainDate;
}

export interface AddresseeWords {
  readonly language: Language;
  readonly service: string;
  readonly addressee: string;
  readonly link: string;
}

/** None comes by post: the sender has called it off. */
export interface CalledOffWords extends AddresseeWords {
  /** Null where the account is named only once the message is accepted. */
  readonly sender: string | null;
  readonly checkCode: string;
  readonly checkUrl: string;
  /** The last day on which he can still collect or refuse; null where that is over. */
  readonly collectUntil: Temporal.PlainDate | null;
}

export interface ProofCopyWords extends AddresseeWords {
  readonly sender: string;
  readonly collectedAt: Temporal.Instant;
  readonly accessUntil: Temporal.PlainDate;
  readonly trustStatus: TrustStatus;
  readonly proof: { readonly name: string; readonly content: Uint8Array };
}

/** To an addressee, before the evidence falls. */
export interface FallingWords {
  readonly language: Language;
  readonly service: string;
  readonly addressee: string;
  /** Null where the account is named only once the message is accepted. */
  readonly sender: string | null;
  readonly delivery: string;
  readonly sentAt: Temporal.Instant;
  /** The day from whose beginning it is due. */
  readonly fallsOn: Temporal.PlainDate;
  /** Null where he neither collected nor refused, and where what he accepted was never handed over whole. */
  readonly proof: { readonly name: string; readonly content: Uint8Array } | null;
  /** He accepted it: if there is no proof, it was never handed over whole. */
  readonly accepted: boolean;
  /** What the carrier stated last of the registered letter that followed; null where none was posted. */
  readonly letter: CarrierEnd | "unknown" | null;
}

export interface ErrandRendering {
  noticeFailed(words: FailureWords): RenderedMail;
  final(words: FinalWords): RenderedMail;
  posted(words: PostedWords): RenderedMail;
  corrected(words: CorrectedWords): RenderedMail;
  notForMe(words: DeliveryWords & { readonly address: string }): RenderedMail;
  identityMismatch(words: MismatchWords): RenderedMail;
  addressNeeded(words: AddressWords): RenderedMail;
  extendedForSender(words: DeliveryWords & Extension): RenderedMail;
  extended(
    words: AddresseeWords &
      Extension & {
        /** Null where the account is named only once the message is accepted. */
        readonly sender: string | null;
        readonly checkCode: string;
        readonly checkUrl: string;
      },
  ): RenderedMail;
  letterCalledOff(words: CalledOffWords): RenderedMail;
  proofCopy(words: ProofCopyWords): RenderedMail & Required<Pick<MailToSend, "attachments">>;
  evidenceFalling(words: FallingWords): RenderedMail & Pick<MailToSend, "attachments">;
}

export interface ErrandPorts {
  readonly links: Links;
  readonly mail: MailPort;
  readonly rendering: ErrandRendering;
  /** The delivery's page in the portal. */
  deliveryLink(deliveryId: string): string;
}

// The port of outgoing mail: what is handed over, and the two answers a relay can give for good.

import type { Language } from "@posthorn/domain";

export interface MailAttachment {
  readonly name: string;
  /** Media type, `application/pdf`. */
  readonly type: string;
  readonly content: Uint8Array;
}

export interface OutgoingMail {
  /** Without angle brackets, `id@domain`. A repeat of the same attempt carries the same one. */
  readonly messageId: string;
  /** Return path; for notices a VERP address, see `verpAddress`. */
  readonly envelopeFrom: string;
  /** Comes back as Original-Envelope-Id in a delivery status notification (RFC 3461 §4.4). */
  readonly envelopeId: string;
  readonly from: string;
  readonly fromName?: string;
  readonly to: string;
  readonly toName?: string;
  readonly replyTo?: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: Language;
  /** Instant of the Date header, from the caller's clock. With the same one a repeat is the same bytes. */
  readonly date?: Temporal.Instant;
  readonly headers?: Readonly<Record<string, string>>;
  readonly attachments?: readonly MailAttachment[];
}

export type MailOutcome =
  | {
      readonly outcome: "accepted";
      /** The relay's own words: `250 2.0.0 Ok: queued as …`. */
      readonly response: string;
      /** `C:` and `S:` lines, without credentials and without the message. */
      readonly dialogue: string;
      /** The message as sent, signature included. */
      readonly raw: Uint8Array;
      /** Identifier under which the provider reports later, where it has one. */
      readonly providerId?: string;
    }
  | {
      readonly outcome: "refused";
      readonly permanent: true;
      /** SMTP reply code, 500..599. */
      readonly code: number;
      readonly response: string;
      /** The refusal concerns what we sent or who we are, not the addressee's mailbox. */
      readonly ours: boolean;
      readonly dialogue: string;
      readonly raw: Uint8Array;
    };

export interface MailTransport {
  /**
   * Hands one mail to the relay. On return it is in the relay's hands or refused for good.
   * Throws `AppError("unavailable", "mail_relay_unavailable")` when nobody can know yet (no connection, 4xx,
   * connection lost before the answer): the mail may have been taken, so repeat it with the same `messageId`.
   * Throws `AppError("bad_request", "mail_address_invalid")` for an address that cannot stand in an envelope.
   */
  send(mail: OutgoingMail): Promise<MailOutcome>;
  /** Closes idle connections; a mail under way is finished first. */
  close(): void;
}

// The port of outgoing text messages.

export interface OutgoingSms {
  /** The caller's attempt; travels as a tag where the provider has tags. */
  readonly id: string;
  /** E.164: `+32470123456`. */
  readonly to: string;
  readonly text: string;
  /** Address that the provider calls with what becomes of the message. */
  readonly statusCallback?: string;
  /** Seconds after which it is no longer worth delivering, 1..36000. */
  readonly validForSeconds?: number;
}

export type SmsOutcome =
  | {
      readonly outcome: "accepted";
      readonly providerId: string;
      /** The provider's answer. */ readonly raw: string;
    }
  | {
      readonly outcome: "refused";
      /** The provider's own code. */ readonly code: string;
      readonly raw: string;
    };

export interface SmsTransport {
  /**
   * Hands one text message to the provider. `accepted` says nothing of delivery, that is reported later.
   * Throws `AppError("unavailable", "sms_provider_unavailable")` for 429, 5xx, no connection, and for refused
   * credentials: those are our fault and not the addressee's number.
   */
  send(sms: OutgoingSms): Promise<SmsOutcome>;
}

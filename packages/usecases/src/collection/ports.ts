// What collecting needs from outside the database.

export interface CodesPort {
  /** Two fresh secrets, one a channel, encrypted for this challenge. */
  newSecrets(
    challengeId: string,
    at: Temporal.Instant,
  ): { readonly email: Uint8Array; readonly sms: Uint8Array };
  /** Both codes checked together in constant time; never throws for what was typed. */
  check(challenge: {
    readonly challengeId: string;
    readonly createdAt: Temporal.Instant;
    readonly now: Temporal.Instant;
    readonly emailSecret: Uint8Array;
    readonly smsSecret: Uint8Array;
    readonly typed: { readonly email: string; readonly sms: string };
  }): boolean | Promise<boolean>;
}

export interface SessionTokens {
  /** 256 random bits for the cookie, and the hash that is stored. */
  newToken(): { readonly token: string; readonly hash: string };
}

/** Which door the addressee stands at: the hash of what he presented, or his inbox. */
export interface Presented {
  /** Hash of the link token or check code. */
  readonly presented?: string;
  /** Hash of the collect session's token. */
  readonly presentedSession?: string;
  /** Of who is signed in, with the delivery in his inbox; the database knows whether it stands there. */
  readonly personId?: string;
  readonly inboxDelivery?: string;
}

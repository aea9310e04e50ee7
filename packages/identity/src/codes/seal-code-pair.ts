// Pairs of codes as they are kept: a secret a channel, encrypted for their challenge, opened only to be checked.

import { checkCodePair, createCodePair, type PerChannel } from "./code-pair.ts";
import { decryptSecret, encryptSecret } from "./secret-cipher.ts";

export interface SealedPair {
  readonly email: Uint8Array;
  readonly sms: Uint8Array;
}

export interface SealedPairCheck {
  readonly challengeId: string;
  readonly createdAt: Temporal.Instant;
  readonly now: Temporal.Instant;
  readonly emailSecret: Uint8Array;
  readonly smsSecret: Uint8Array;
  readonly typed: PerChannel;
}

export interface SealedCodes {
  newSecrets(challengeId: string, at: Temporal.Instant): SealedPair;
  /** As `checkCodePair`; throws `code_secret_damaged` where what was kept is not what was made. */
  check(challenge: SealedPairCheck): boolean;
}

/** `key`: 32 bytes, of `parseCodeKey`; whoever sends the codes holds the same. */
export function createSealedCodes(key: Uint8Array): SealedCodes {
  return {
    newSecrets(challengeId, at) {
      const pair = createCodePair({ at });
      return {
        email: encryptSecret(key, pair.email.secret, { challengeId, channel: "email" }),
        sms: encryptSecret(key, pair.sms.secret, { challengeId, channel: "sms" }),
      };
    },
    check({ challengeId, createdAt, now, emailSecret, smsSecret, typed }) {
      const secrets = {
        email: decryptSecret(key, emailSecret, { challengeId, channel: "email" }),
        sms: decryptSecret(key, smsSecret, { challengeId, channel: "sms" }),
      };
      return checkCodePair({ secrets, createdAt, now, typed });
    },
  };
}

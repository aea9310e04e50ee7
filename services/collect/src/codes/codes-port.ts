// The two one-time codes as the verbs need them: secrets encrypted for their challenge and channel.

import { checkCodePair, createCodePair, decryptSecret, encryptSecret } from "@posthorn/identity";
import type { CodesPort } from "@posthorn/usecases";

/** `key`: 32 bytes; the worker that sends the codes holds the same. */
export function codesPort(key: Uint8Array): CodesPort {
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

// Verifies that a known passkey answered our challenge (WebAuthn Level 3 §7.2), and how its counter stands.

import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import { readAuthenticationAnswer, refuseFramed } from "./read-answer.ts";
import { refusePasskey } from "./refuse.ts";
import type { RelyingParty } from "./relying-party.ts";
import { sameText } from "./same-text.ts";

export interface ExpectedPasskey {
  readonly challenge: string;
  readonly credentialId: string;
  /** COSE_Key. */
  readonly publicKey: Uint8Array;
  /** As it stood when the passkey was last used. */
  readonly signCount: number;
  /** Of the holder, base64url. */
  readonly handle: string;
}

export interface PasskeyUse {
  readonly signCount: number;
  readonly backedUp: boolean;
  /** The counter did not rise although it is kept (§6.1.1): the answer is genuine, but a copy of the key may have given it. */
  readonly cloned: boolean;
}

/** Throws AppError `passkey_refused`. Not checked here: that the challenge is fresh, and that the passkey still counts. */
export async function verifyAuthentication(
  site: RelyingParty,
  answer: unknown,
  expected: ExpectedPasskey,
): Promise<PasskeyUse> {
  const { id, userHandle, ...response } = readAuthenticationAnswer(answer);
  try {
    refuseFramed(response.clientDataJSON);
    if (id !== expected.credentialId) throw new Error("another passkey");
    if (!sameText(userHandle, expected.handle)) throw new Error("the passkey of another holder");
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id,
        rawId: id,
        type: "public-key",
        response: { ...response, userHandle },
        clientExtensionResults: {},
      },
      expectedChallenge: expected.challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      // The library judges the counter before the signature: then anybody could make any passkey look like a copy.
      credential: { id, publicKey: Uint8Array.from(expected.publicKey), counter: 0 },
      requireUserVerification: true,
    });
    if (!verified) throw new Error("the signature is not the passkey's");
    const { newCounter, credentialBackedUp } = authenticationInfo;
    const counts = newCounter > 0 || expected.signCount > 0;
    return {
      signCount: newCounter,
      backedUp: credentialBackedUp,
      cloned: counts && newCounter <= expected.signCount,
    };
  } catch (cause) {
    throw refusePasskey(cause);
  }
}

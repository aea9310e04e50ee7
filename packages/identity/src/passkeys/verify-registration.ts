// Verifies that an authenticator made a new passkey for the holder who was asked (WebAuthn Level 3 §7.1).

import { verifyRegistrationResponse } from "@simplewebauthn/server";
import { decodeAttestationObject } from "@simplewebauthn/server/helpers";
import { ALGORITHMS } from "./algorithms.ts";
import { readRegistrationAnswer, refuseFramed, type Transport } from "./read-answer.ts";
import { refusePasskey } from "./refuse.ts";
import type { RelyingParty } from "./relying-party.ts";

export interface NewPasskey {
  /** base64url. */
  readonly credentialId: string;
  /** COSE_Key. */
  readonly publicKey: Uint8Array;
  readonly signCount: number;
  readonly transports: readonly Transport[];
  /** Whether it lives on in the holder's other devices when this one is lost. */
  readonly backedUp: boolean;
}

/** Throws AppError `passkey_refused`. Not checked here: that the challenge is fresh, and that the passkey is nobody's yet. */
export async function verifyRegistration(
  site: RelyingParty,
  answer: unknown,
  challenge: string,
): Promise<NewPasskey> {
  const { id, clientDataJSON, attestationObject, transports } = readRegistrationAnswer(answer);
  try {
    refuseFramed(clientDataJSON);
    refuseAttested(attestationObject);
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: {
        id,
        rawId: id,
        type: "public-key",
        response: { clientDataJSON, attestationObject },
        clientExtensionResults: {},
      },
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      requireUserPresence: true,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...ALGORITHMS],
    });
    if (!verified || registrationInfo.credential.id !== id) throw new Error("not verified");
    const { credential, credentialBackedUp } = registrationInfo;
    return {
      credentialId: id,
      publicKey: credential.publicKey,
      signCount: credential.counter,
      transports,
      backedUp: credentialBackedUp,
    };
  } catch (cause) {
    throw refusePasskey(cause);
  }
}

/**
 * None was asked, so nobody needs to send a chain of certificates; whoever does would have us fetch revocation lists from
 * wherever he likes and judge dates by the machine's clock. What signs for itself (§6.5.4) has none.
 */
function refuseAttested(attestationObject: string): void {
  const decoded = decodeAttestationObject(Uint8Array.from(Buffer.from(attestationObject, "base64url")));
  const format = decoded.get("fmt");
  const selfSigned = format === "packed" && decoded.get("attStmt").get("x5c") === undefined;
  if (format !== "none" && !selfSigned) throw refusePasskey("an attestation that nobody asked for");
}

// Passkeys of one site (WebAuthn Level 3): what browsers are asked, and what their answers are worth.

import { randomBytes } from "node:crypto";
import { generateAuthenticationOptions, generateRegistrationOptions } from "@simplewebauthn/server";
import { ALGORITHMS } from "./algorithms.ts";
import { readAuthenticationAnswer } from "./read-answer.ts";
import { relyingParty } from "./relying-party.ts";
import { type ExpectedPasskey, type PasskeyUse, verifyAuthentication } from "./verify-authentication.ts";
import { type NewPasskey, verifyRegistration } from "./verify-registration.ts";

const SECRET_BYTES = 32;
const TIMEOUT_MILLISECONDS = 300_000;

/** JSON for `PublicKeyCredential.parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON`. */
export type PasskeyOptions = Readonly<Record<string, unknown>>;

export interface KnownPasskey {
  readonly credentialId: string;
  readonly transports: readonly string[];
}

export interface PasskeyHolder {
  /** base64url; what authenticators know the holder by. */
  readonly handle: string;
  /** Shown by authenticators where the holder chooses: an e-mail address. */
  readonly name: string;
  readonly displayName: string;
}

export interface Passkeys {
  /** 256 random bits, base64url: says nothing about its holder. */
  newHandle(): string;
  /** `known`: authenticators that hold one of these make no second one. */
  askForNew(
    holder: PasskeyHolder,
    known: readonly KnownPasskey[],
  ): Promise<{ readonly challenge: string; readonly options: PasskeyOptions }>;
  /** Throws AppError unauthenticated `passkey_refused`. */
  verifyNew(answer: unknown, challenge: string): Promise<NewPasskey>;
  /** Without `known` the authenticator itself says who it is, and nothing leaks about who has passkeys. */
  askForUse(
    known: readonly KnownPasskey[],
  ): Promise<{ readonly challenge: string; readonly options: PasskeyOptions }>;
  /** Which passkey an answer says it is of. Throws AppError unauthenticated `passkey_refused`. */
  credentialIdOf(answer: unknown): string;
  /** Throws AppError unauthenticated `passkey_refused`. */
  verifyUse(answer: unknown, expected: ExpectedPasskey): Promise<PasskeyUse>;
}

/** `publicUrl` is the service's own address; `name` is shown by authenticators. */
export function openPasskeys(given: { readonly name: string; readonly publicUrl: string }): Passkeys {
  const site = relyingParty(given.name, given.publicUrl);
  return {
    newHandle: () => randomBytes(SECRET_BYTES).toString("base64url"),
    async askForNew(holder, known) {
      const options = await generateRegistrationOptions({
        rpName: site.name,
        rpID: site.id,
        userID: Uint8Array.from(Buffer.from(holder.handle, "base64url")),
        userName: holder.name,
        userDisplayName: holder.displayName,
        challenge: newChallenge(),
        timeout: TIMEOUT_MILLISECONDS,
        attestationType: "none",
        excludeCredentials: known.map(describe),
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
        supportedAlgorithmIDs: [...ALGORITHMS],
      });
      return { challenge: options.challenge, options: { ...options } };
    },
    verifyNew: (answer, challenge) => verifyRegistration(site, answer, challenge),
    async askForUse(known) {
      const options = await generateAuthenticationOptions({
        rpID: site.id,
        allowCredentials: known.map(describe),
        challenge: newChallenge(),
        timeout: TIMEOUT_MILLISECONDS,
        userVerification: "required",
      });
      return { challenge: options.challenge, options: { ...options } };
    },
    credentialIdOf: (answer) => readAuthenticationAnswer(answer).id,
    verifyUse: (answer, expected) => verifyAuthentication(site, answer, expected),
  };
}

function newChallenge(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(randomBytes(SECRET_BYTES));
}

function describe(known: KnownPasskey): { id: string; transports: string[] } {
  return { id: known.credentialId, transports: [...known.transports] };
}

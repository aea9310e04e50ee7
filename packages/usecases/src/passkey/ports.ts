// What passkeys need from outside the database: the site they are made for, which speaks WebAuthn.

import type { TryLimit } from "../account/ports.ts";

/** JSON for the browser's own `PublicKeyCredential.parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON`. */
export type PasskeyOptions = Readonly<Record<string, unknown>>;

export interface KnownPasskey {
  /** base64url. */
  readonly credentialId: string;
  readonly transports: readonly string[];
}

export interface PasskeyPort {
  /** 256 random bits, base64url: what authenticators will know a holder by. */
  newHandle(): string;
  /** `known`: authenticators that hold one of these make no second one. */
  askForNew(
    holder: { readonly handle: string; readonly name: string; readonly displayName: string },
    known: readonly KnownPasskey[],
  ): Promise<{ readonly challenge: string; readonly options: PasskeyOptions }>;
  /** `answer` is what came from the browser, parsed JSON of whatever form. Throws AppError unauthenticated `passkey_refused`. */
  verifyNew(
    answer: unknown,
    challenge: string,
  ): Promise<{
    readonly credentialId: string;
    readonly publicKey: Uint8Array;
    readonly signCount: number;
    readonly transports: readonly string[];
    readonly backedUp: boolean;
  }>;
  /** Without `known` the authenticator itself says who it is. */
  askForUse(
    known: readonly KnownPasskey[],
  ): Promise<{ readonly challenge: string; readonly options: PasskeyOptions }>;
  /** Which passkey an answer says it is of. Throws AppError unauthenticated `passkey_refused`. */
  credentialIdOf(answer: unknown): string;
  /** `cloned`: genuine, but its counter did not rise. Throws AppError unauthenticated `passkey_refused`. */
  verifyUse(
    answer: unknown,
    expected: {
      readonly challenge: string;
      readonly credentialId: string;
      readonly publicKey: Uint8Array;
      readonly signCount: number;
      readonly handle: string;
    },
  ): Promise<{ readonly signCount: number; readonly backedUp: boolean; readonly cloned: boolean }>;
}

export interface PasskeyPorts {
  readonly passkeys: PasskeyPort;
  /** Counts ceremonies per visitor's address; wide enough for an office behind one. */
  readonly tries: TryLimit;
}

// What identifying needs from outside the database: itsme, cards, and the keys under which identities are kept.

import type { AuthenticatedIdentity, Language } from "@posthorn/domain";

/** Secrets of one try at itsme, 256 random bits each; `state` and `nonce` come back with the answer. */
export interface ItsmeSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

export type ItsmeAnswer =
  | { readonly kind: "identified"; readonly identity: AuthenticatedIdentity }
  /** The person turned back at itsme. */
  | { readonly kind: "cancelled" };

export interface ItsmeReturned {
  /** The whole address that was called, with its query. */
  readonly callbackUrl: string;
  /** When the person was sent to itsme: `created_at` of the try. */
  readonly startedAt: Temporal.Instant;
  readonly at: Temporal.Instant;
}

/** Errors of both: AppError unavailable `itsme_unavailable`; of `finish` forbidden `itsme_answer_refused`, whatever was wrong. */
export interface ItsmePort {
  freshSecrets(): ItsmeSecrets;
  /** The address to lead the browser to. */
  begin(secrets: ItsmeSecrets, ask: { readonly language: Language }): Promise<string>;
  finish(secrets: ItsmeSecrets, returned: ItsmeReturned): Promise<ItsmeAnswer>;
}

/** Errors: AppError forbidden `eid_…` with one code a cause; unavailable `eid_status_unknown` where the authority does not answer. */
export interface EidPort {
  /** 256 random bits, as Web eID wants them. */
  newNonce(): string;
  /** `token` as the extension gave it, parsed JSON of whatever form. */
  verifyToken(
    token: unknown,
    expected: { readonly nonce: string; readonly origin: string; readonly at: Temporal.Instant },
  ): Promise<AuthenticatedIdentity>;
  /** DER, the card's own certificate first, as read from the socket of a handshake that proved the key. */
  verifyCertificate(chain: readonly Uint8Array[], at: Temporal.Instant): Promise<AuthenticatedIdentity>;
}

export interface KeyedDigest {
  /** Lower-case hex. */
  readonly digest: string;
  readonly keyVersion: number;
}

export interface Sealed {
  readonly bytes: Uint8Array;
  readonly keyVersion: number;
}

/** Keys that identities are kept under; each has versions, the newest first, and older ones stay readable. */
export interface IdentityKeysPort {
  /** Of who the issuer says it is (`method`, `subject`), under every version, the newest first. */
  subjectDigests(identity: Pick<AuthenticatedIdentity, "method" | "subject">): readonly KeyedDigest[];
  /** Of a national register number, under every version, the newest first. */
  registerNumberDigests(digits: string): readonly KeyedDigest[];
  /** AES-256-GCM; `context` names what it belongs to and is authenticated. */
  seal(context: string, plain: string): Sealed;
  /** Throws AppError internal `identity_damaged`. */
  open(context: string, sealed: Sealed): string;
  /** 32 random bytes and HMAC-SHA-256 under them, lower-case hex. */
  commit(canonical: string): { readonly key: Uint8Array; readonly commitment: string };
}

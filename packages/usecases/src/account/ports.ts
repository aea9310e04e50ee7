// What signing in needs from outside the database.

export interface PasswordPort {
  /** True when `password` is the one behind `hash`; takes as long for a null hash, so that unknown addresses look alike. */
  verify(hash: string | null, password: string): Promise<boolean>;
}

/** Why a new password is not taken. */
export type PasswordFault =
  | "too_short"
  | "too_long"
  | "too_common"
  | "too_simple"
  | "contains_own_data"
  | "breached";

export interface NewPasswordPort {
  /** Null where nothing is wrong; a list of stolen passwords that cannot be asked finds nothing. */
  faultOf(password: string, ownData: readonly string[]): Promise<PasswordFault | null>;
  hash(password: string): Promise<string>;
}

/** Counts tries; throws too_many `too_many_tries` with retryAfterSeconds once a key is used up. */
export interface TryLimit {
  consume(key: string): Promise<void>;
  /** After a success: earlier failures of this key no longer count. */
  forget(key: string): Promise<void>;
}

/** Counts failures alone: asked before, counted after. */
export interface FailureLimit extends TryLimit {
  /** Throws as `consume` does, and counts nothing. */
  check(key: string): Promise<void>;
}

export interface SignInLimits {
  /** Tries of one place or of one known browser at one mailbox. */
  readonly tries: TryLimit;
  /** Failures of one place, whatever the mailbox: lists of stolen passwords are tried that way. */
  readonly failuresByAddress: FailureLimit;
  /** Failures at one mailbox from browsers that never signed in there; its own browsers are not slowed down by them. */
  readonly failuresByMailbox: FailureLimit;
}

/** One-time codes of an app (RFC 6238): secrets are sealed for the one they belong to. */
export interface AppCodePort {
  newSecret(holder: string): SealedSecret;
  /** Base 32, for the page that sets the app up. Errors: internal `sign_in_secret_damaged`. */
  reveal(holder: string, sealed: SealedSecret): string;
  /** The time step whose code was typed, later than `after`; null where none fits. Never throws for what was typed. */
  stepOf(
    holder: string,
    sealed: SealedSecret,
    typed: string,
    at: Temporal.Instant,
    after: number,
  ): number | null;
}

export interface SealedSecret {
  readonly bytes: Uint8Array;
  readonly keyVersion: number;
}

export interface RecoveryCodePort {
  /** As they are shown; 120 random bits each. */
  newCodes(): readonly string[];
  /** What is kept of one, whatever blanks and dashes it was typed with; null where it cannot be one. */
  digest(typed: string): string | null;
}

/** The further proofs that go with a password. */
export interface SecondFactorPorts {
  readonly appCodes: AppCodePort;
  readonly recoveryCodes: RecoveryCodePort;
  /** Wrong codes of one person, from known browsers each by itself. */
  readonly wrongCodes: TryLimit;
}

export interface ApiKeyPort {
  /** Id and digest of a key as presented, or null where it cannot be one. */
  parse(presented: string): { readonly id: string; readonly hash: string } | null;
  /** Whether two digests are equal, in a time that tells nothing. */
  same(a: string, b: string): boolean;
}

// What signing in needs from outside the database.

export interface PasswordPort {
  /** True when `password` is the one behind `hash`; takes as long for a null hash, so that unknown addresses look alike. */
  verify(hash: string | null, password: string): Promise<boolean>;
}

/** Counts tries; throws too_many `too_many_tries` with retryAfterSeconds once a key is used up. */
export interface TryLimit {
  consume(key: string): Promise<void>;
  /** After a success: earlier failures of this key no longer count. */
  forget(key: string): Promise<void>;
}

export interface ApiKeyPort {
  /** Id and digest of a key as presented, or null where it cannot be one. */
  parse(presented: string): { readonly id: string; readonly hash: string } | null;
  /** Whether two digests are equal, in a time that tells nothing. */
  same(a: string, b: string): boolean;
}

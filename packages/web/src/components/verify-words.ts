// The words the verify island needs, with a mark where it puts a name: a function cannot travel in an attribute.

export interface VerifyWords {
  readonly units: readonly string[];
  readonly decimal: string;
  readonly waiting: string;
  readonly hashing: string;
  readonly failed: string;
  readonly tooLarge: string;
  readonly tooMany: string;
  readonly remove: string;
  readonly wait: string;
  /** With {n}. */
  readonly ready: string;
  readonly missing: string;
  readonly working: string;
}

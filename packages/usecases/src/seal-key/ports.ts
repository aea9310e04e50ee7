// What acts on seal keys need from outside: the officers' public keys, and the digest of statements.

import type { ActChecks } from "@posthorn/domain";

export interface KeyActPort extends ActChecks {
  /** How many officers must sign; 0 where none are configured. */
  readonly officersNeeded: number;
}

/** A key as its holder describes it. */
export interface HeldKey {
  /** Lower-case hex. */
  readonly certificateSha256: string;
  /** DER. */
  readonly certificate: Uint8Array;
  readonly provider: "pkcs12" | "csc";
  readonly notAfter: Temporal.Instant;
}

// What the log needs from outside the database: its key, a timestamp authority, and witnesses.

export interface CheckpointPort {
  /** `text` is what is signed and time-stamped, `note` is text and signature together (C2SP tlog-checkpoint). */
  sign(size: number, root: Uint8Array): { readonly text: string; readonly note: string };
  /** One RFC 3161 token over the SHA-256 digest, verified before it is returned. Throws when no responder answers well. */
  stamp(sha256: Uint8Array): Promise<{ readonly token: Uint8Array; readonly genTime: Temporal.Instant }>;
}

/** What a witness answers: its signature, or the size of the tree it has cosigned last (C2SP tlog-witness). */
export type WitnessAnswer =
  | { readonly line: string; readonly cosignedAt: Temporal.Instant }
  | { readonly knownSize: number };

export interface WitnessPort {
  /** Name of its key. */
  readonly name: string;
  /** Throws when it does not answer, refuses, or signs wrongly. */
  cosign(request: {
    readonly oldSize: number;
    readonly proof: readonly Uint8Array[];
    readonly note: string;
  }): Promise<WitnessAnswer>;
}

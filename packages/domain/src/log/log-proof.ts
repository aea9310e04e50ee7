// That a leaf stands in the public log: everything needed to check it against a checkpoint, offline (RFC 9162, C2SP tlog).

/** As JSON in bundles and as extension of proofs; hashes are lower-case hex. */
export interface LogProof {
  /** Position of the leaf, from 0. */
  readonly index: number;
  /** Leaf value of the record, 32 octets; the entry of the log. */
  readonly leaf: string;
  /** Audit path from the leaf upwards to the root of `checkpoint` (RFC 9162 §2.1.3). */
  readonly inclusion: readonly string[];
  /** The signed note (C2SP tlog-checkpoint) with the log's and the witnesses' signatures, as published. */
  readonly checkpoint: string;
  /** RFC 3161 token, base64, over SHA-256 of the checkpoint's note body (its text up to and with the last newline before the signatures); null until stamped. */
  readonly timestamp: string | null;
}

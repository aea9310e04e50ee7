// Row shapes of the public log: tiles, checkpoints, cosignatures.

import type { Instant } from "./accounts.ts";

export interface LogTileTable {
  level: number;
  index: number;
  /** Hashes of 32 octets, one behind the other. */
  hashes: Uint8Array;
}

export interface LogCheckpointTable {
  size: number;
  root: Uint8Array;
  note: string;
  token: Uint8Array;
  stamped_at: Instant;
  made_at: Instant;
}

export interface LogCosignatureTable {
  size: number;
  witness: string;
  line: string;
  cosigned_at: Instant;
  received_at: Instant;
}

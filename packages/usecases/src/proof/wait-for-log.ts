// How long a proof or a bundle waits for the public log before it is made without its place there.

import type { SealedRecord } from "../sealing/ports.ts";

/** Two checkpoints at their usual distance: a log that is down holds no proof up for longer. */
const PROOF_PATIENCE = { seconds: 20 } as const;

export function waitsForLog(
  records: readonly Pick<SealedRecord, "logProof">[],
  wantedAt: Temporal.Instant,
  now: Temporal.Instant,
  patience: { readonly seconds: number } = PROOF_PATIENCE,
): boolean {
  const logged = records.every(({ logProof }) => logProof !== null);
  return !logged && Temporal.Instant.compare(now, wantedAt.add(patience)) < 0;
}

// Chooses the key for each seal: the one whose certificate the record names, across rotations; never a retired one.

import { AppError, type EvidenceFacts, type KeysInForce } from "@posthorn/domain";
import type { SealKey } from "@posthorn/pki";
import type { HeldSealKey } from "./hold-keys.ts";

export interface KeyRing {
  /** Reads anew which keys are in force. Throws AppError when the acts on them do not hold: nothing is sealed then. */
  refresh(): Promise<void>;
  /** For a proof or a bundle: the key in force now. */
  current(): SealKey;
  /** For a record. Throws AppError `seal_key_missing` where this process does not hold the key. */
  keyFor(facts: Pick<EvidenceFacts, "issuer">): SealKey;
}

/** `read` judges the acts; called at every refresh. */
export function createKeyRing(held: readonly HeldSealKey[], read: () => Promise<KeysInForce>): KeyRing {
  const keys = new Map(held.map((entry) => [entry.certificateSha256, entry.key]));
  let inForce: KeysInForce | undefined;

  function find(certificateSha256: string | null | undefined): SealKey {
    const key = certificateSha256 ? keys.get(certificateSha256) : undefined;
    if (key) return key;
    throw new AppError("internal", "seal_key_missing", {
      detail: certificateSha256
        ? `the key of certificate ${certificateSha256} is not among SEAL_KEYS`
        : "no seal key is in force",
    });
  }

  return {
    async refresh() {
      inForce = await read();
    },
    current: () => find(inForce?.current),
    keyFor({ issuer }) {
      const named = issuer.certificate_sha256;
      const usable = named !== undefined && !inForce?.retired.includes(named);
      return find(usable ? named : inForce?.current);
    },
  };
}

// What it takes to keep a seal verifiable for long: material about certificates, and a timestamp over all of it.

import type { CollectMaterial, StampDigest } from "@posthorn/pki";

export interface LongTermPorts {
  /** Asked after the last timestamp: an older answer says nothing about the time after it. */
  readonly collect: CollectMaterial;
  /** RFC 3161; its token closes the new level. */
  readonly timestamp: StampDigest;
}

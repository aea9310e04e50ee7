// Whether a leaf stands in the log: path to the root, signatures of log and witnesses, time (RFC 9162 §2.1.3.2, C2SP tlog).

import type { LogProof } from "@posthorn/domain";
import { PkiError, verifyTimestampToken } from "@posthorn/pki";
import { verifyInclusion } from "../merkle/hash-tree.ts";
import type { LogFindings } from "../verify/file-report.ts";
import { type Checkpoint, checkpointDigest, isKeyOfOrigin, readCheckpointNote } from "./checkpoint.ts";
import { parseNoteKey } from "./note-key.ts";
import { verifyNote } from "./signed-note.ts";

/** From the reader's own configuration, never from the proof. */
export interface LogTrust {
  /** Verifier key of the log; null where the reader has none: then no checkpoint counts as signed. */
  readonly logKey: string | null;
  /** Verifier keys of witnesses. */
  readonly witnessKeys: readonly string[];
  /** Roots of time-stamping authorities, DER. */
  readonly timestampRoots: readonly Uint8Array[];
}

/**
 * Each finding by itself: a leaf may be included in a checkpoint that nobody signed, which proves nothing. Not checked: that the
 * leaf is that of a record; see `leafValue`. Throws RangeError where a key of `trust` is none.
 */
export function verifyLogProof(proof: LogProof, trust: LogTrust): LogFindings {
  const checkpoint = readCheckpointNote(proof.checkpoint);
  if (!checkpoint) {
    return {
      index: proof.index,
      treeSize: 0,
      origin: "",
      included: false,
      checkpointSigned: false,
      witnesses: [],
      stampedAt: null,
    };
  }
  const { cosignedAt: _, ...findings } = checkCheckpoint(checkpoint, proof.timestamp, trust);
  const path = { index: proof.index, size: checkpoint.size, hashes: proof.inclusion };
  return {
    index: proof.index,
    treeSize: checkpoint.size,
    origin: checkpoint.origin,
    included:
      /^[0-9a-f]{64}$/u.test(proof.leaf) &&
      verifyInclusion(Buffer.from(proof.leaf, "hex"), path, checkpoint.root),
    ...findings,
  };
}

export interface CheckpointFindings extends Pick<
  LogFindings,
  "checkpointSigned" | "witnesses" | "stampedAt"
> {
  /** By the first witness of `trust` that cosigned. */
  readonly cosignedAt: Temporal.Instant | null;
}

/** `timestamp` is the token in Base64. Throws RangeError where a key of `trust` is none. */
export function checkCheckpoint(
  checkpoint: Checkpoint,
  timestamp: string | null,
  trust: LogTrust,
): CheckpointFindings {
  const logKey = trust.logKey === null ? undefined : parseNoteKey(trust.logKey);
  const cosigned = trust.witnessKeys.map(parseNoteKey).flatMap((key) => {
    const found = key.type === "cosignature" ? verifyNote(checkpoint, key) : undefined;
    return found ? [{ name: key.name, at: found.cosignedAt }] : [];
  });
  return {
    checkpointSigned:
      logKey !== undefined &&
      isKeyOfOrigin(logKey, checkpoint) &&
      verifyNote(checkpoint, logKey) !== undefined,
    witnesses: cosigned.map(({ name }) => name),
    cosignedAt: cosigned[0]?.at ?? null,
    stampedAt: timestamp === null ? null : stampedAt(checkpoint, timestamp, trust.timestampRoots),
  };
}

/** Null for a token that stamps something else, is of nobody trusted, or is no token. */
function stampedAt(
  checkpoint: Checkpoint,
  timestamp: string,
  roots: readonly Uint8Array[],
): Temporal.Instant | null {
  try {
    return verifyTimestampToken(Buffer.from(timestamp, "base64"), checkpointDigest(checkpoint), roots)
      .genTime;
  } catch (error) {
    if (error instanceof PkiError) return null;
    throw error;
  }
}

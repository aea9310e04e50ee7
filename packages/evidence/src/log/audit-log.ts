// What in a log does not fit: its tiles among themselves, what it said before, and what its provider shows of it now.

import { askRoot, type LogProof } from "@posthorn/domain";
import { type Checkpoint, readCheckpointNote } from "./checkpoint.ts";
import { type ReadTile, rebuildTree, type RebuiltTree } from "./rebuild-tree.ts";
import { checkCheckpoint, type LogTrust, verifyLogProof } from "./verify-log-proof.ts";

export interface LogAudit {
  readonly trust: LogTrust;
  /** What the log publishes now: checkpoint, and tiles by their path below its prefix. */
  readonly checkpoint: string;
  readonly read: ReadTile;
  /** What it published before, as a witness or anyone kept it; `timestamp` is the token in Base64. */
  readonly kept: readonly { readonly checkpoint: string; readonly timestamp: string | null }[];
  /** Proofs given out before. Their checkpoints count among those kept. */
  readonly proofs: readonly LogProof[];
  /** Records as the provider shows them now. */
  readonly shown: readonly ShownRecord[];
  /** How long after its record a leaf may enter the log at most, as the provider promises. */
  readonly lag: Temporal.DurationLike;
}

export interface ShownRecord {
  /** Leaf value made from the shown record, lower-case hex. */
  readonly leaf: string;
  /** When it says that it was recorded. */
  readonly recordedAt: Temporal.Instant;
  /** Given with it; null where none was. */
  readonly proof: LogProof | null;
}

export type LogFault =
  /** The log's key did not sign it. */
  | "checkpoint_unsigned"
  /** Entries cannot be had, or a tile holds other hashes than the entries give. */
  | "tile_wrong"
  /** The entries do not give the root of the newest checkpoint. */
  | "root_wrong"
  /** The log had more leaves before. */
  | "log_shrunk"
  /** The leaves up to an earlier checkpoint are others than they were. */
  | "log_rewritten"
  /** A proof given out before names a leaf that now is another, or gone. */
  | "leaf_replaced"
  /** A record is shown of which no leaf stands in the log where its proof says. */
  | "record_not_logged"
  /** A record says a time long before a checkpoint that did not have it yet. */
  | "record_backdated";

export interface LogFinding {
  readonly fault: LogFault;
  /** English: which checkpoint, tile or leaf. */
  readonly detail: string;
}

/** Nothing found means: everything given fits. Throws RangeError where a key of `trust` is none. */
export async function auditLog(audit: LogAudit): Promise<readonly LogFinding[]> {
  const { trust, proofs } = audit;
  const current = readCheckpointNote(audit.checkpoint);
  if (!current || !checkCheckpoint(current, null, trust).checkpointSigned)
    return [{ fault: "checkpoint_unsigned", detail: "the newest checkpoint" }];
  const tree = await rebuildTree(current.size, audit.read);
  if ("unreadable" in tree) return [{ fault: "tile_wrong", detail: tree.unreadable }];
  const kept = [...audit.kept, ...proofs].flatMap((one) => readKept(one, trust));
  return [
    ...tree.wrongTiles.map((path): LogFinding => ({ fault: "tile_wrong", detail: path })),
    ...compareRoot(tree, current, "root_wrong"),
    ...kept.flatMap(({ checkpoint }) => compareKept(tree, current, checkpoint)),
    ...proofs.flatMap((proof) => comparePlace(tree, proof, trust)),
    ...audit.shown.flatMap((record) => judgeShown(tree, record, kept, audit)),
  ];
}

interface KeptCheckpoint {
  readonly checkpoint: Checkpoint;
  /** Proved by its timestamp, otherwise said by a witness. */
  readonly at: Temporal.Instant | null;
}

/** A checkpoint that the log did not sign says nothing about the log. */
function readKept(
  kept: { readonly checkpoint: string; readonly timestamp: string | null },
  trust: LogTrust,
): readonly KeptCheckpoint[] {
  const checkpoint = readCheckpointNote(kept.checkpoint);
  if (!checkpoint) return [];
  const found = checkCheckpoint(checkpoint, kept.timestamp, trust);
  return found.checkpointSigned ? [{ checkpoint, at: found.stampedAt ?? found.cosignedAt }] : [];
}

function compareKept(tree: RebuiltTree, current: Checkpoint, kept: Checkpoint): readonly LogFinding[] {
  if (kept.size > current.size)
    return [{ fault: "log_shrunk", detail: `it had ${kept.size} leaves, and has ${current.size}` }];
  return compareRoot(tree, kept, "log_rewritten");
}

function compareRoot(tree: RebuiltTree, { size, root }: Checkpoint, fault: LogFault): readonly LogFinding[] {
  const [now] = size === 0 ? [root] : tree.answer(askRoot(size));
  if (now && Buffer.compare(now, root) === 0) return [];
  return [{ fault, detail: `the first ${size} leaves give another root than the checkpoint of that size` }];
}

/** A proof that does not hold by itself says nothing about the log. */
function comparePlace(tree: RebuiltTree, proof: LogProof, trust: LogTrust): readonly LogFinding[] {
  const { included, checkpointSigned } = verifyLogProof(proof, trust);
  if (!included || !checkpointSigned || tree.leaf(proof.index) === proof.leaf) return [];
  return [{ fault: "leaf_replaced", detail: `leaf ${proof.index} was ${proof.leaf}` }];
}

function judgeShown(
  tree: RebuiltTree,
  { leaf, recordedAt, proof }: ShownRecord,
  kept: readonly KeptCheckpoint[],
  { lag }: LogAudit,
): readonly LogFinding[] {
  if (!proof || proof.leaf !== leaf || tree.leaf(proof.index) !== leaf)
    return [{ fault: "record_not_logged", detail: `the record with leaf ${leaf}` }];
  const due = recordedAt.add(lag);
  const without = kept.find(
    ({ checkpoint, at }) => checkpoint.size <= proof.index && at && Temporal.Instant.compare(at, due) > 0,
  );
  if (!without) return [];
  const detail = `leaf ${proof.index} says ${recordedAt.toString()}, and was not there at ${without.at?.toString()}`;
  return [{ fault: "record_backdated", detail }];
}

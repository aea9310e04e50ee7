// Merkle trees over leaf values, so that many records share one timestamp token (RFC 9162 §2.1, formerly RFC 6962).

import { createHash } from "node:crypto";

/** Where a leaf stands in its tree, and what is needed to get from it to the root. */
export interface MerklePath {
  /** Zero-based. */
  readonly index: number;
  /** Number of leaves. */
  readonly size: number;
  /** Sibling hashes, lower-case hex, from the leaf upwards; empty for a tree of one leaf. */
  readonly hashes: readonly string[];
}

/** Leaves and nodes are hashed with different prefixes: a node can never be passed off as a leaf. */
const LEAF_PREFIX = Uint8Array.of(0);
const NODE_PREFIX = Uint8Array.of(1);

/**
 * The Merkle tree hash of one or more leaf values, in order: the SHA-256 digest that is time-stamped for them.
 * A record stamped alone is no special case: its digest is the tree hash of one leaf, SHA-256(0x00 ‖ leaf).
 * Throws RangeError without leaves.
 */
export function stampedDigest(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) throw new RangeError("a tree needs a leaf");
  return walkTree(leaves.map(hashLeaf)).root;
}

/** The paths of all leaves, in their order: for each leaf a part of one walk through the tree. */
export function inclusionPaths(leaves: readonly Uint8Array[]): MerklePath[] {
  if (leaves.length === 0) return [];
  const { paths } = walkTree(leaves.map(hashLeaf));
  return paths.map((hashes, index) => ({ index, size: leaves.length, hashes }));
}

/** The root that this leaf and path lead to; undefined when the path cannot belong to such a tree (§2.1.3.2). */
export function rootOfPath(leaf: Uint8Array, { index, size, hashes }: MerklePath): Uint8Array | undefined {
  if (![index, size].every(Number.isSafeInteger) || index < 0 || index >= size) return undefined;
  let position = index;
  let last = size - 1;
  let hash = hashLeaf(leaf);
  for (const text of hashes) {
    if (last === 0 || !/^[0-9a-f]{64}$/u.test(text)) return undefined;
    const sibling = Buffer.from(text, "hex");
    if (position % 2 === 1 || position === last) {
      hash = hashNode(sibling, hash);
      while (position % 2 === 0 && position !== 0) {
        position = Math.floor(position / 2);
        last = Math.floor(last / 2);
      }
    } else {
      hash = hashNode(hash, sibling);
    }
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? hash : undefined;
}

/** Whether the leaf stands at that place of the tree with this root. */
export function verifyInclusion(leaf: Uint8Array, merklePath: MerklePath, root: Uint8Array): boolean {
  const reached = rootOfPath(leaf, merklePath);
  return reached !== undefined && Buffer.compare(reached, root) === 0;
}

function hashLeaf(leaf: Uint8Array): Uint8Array {
  return new Uint8Array(createHash("sha256").update(LEAF_PREFIX).update(leaf).digest());
}

function hashNode(left: Uint8Array, right: Uint8Array): Uint8Array {
  return new Uint8Array(createHash("sha256").update(NODE_PREFIX).update(left).update(right).digest());
}

/** The root over leaf hashes, and for each of them the sibling hashes from the leaf upwards (§2.1.1, §2.1.3.1). */
function walkTree(hashes: readonly Uint8Array[]): { root: Uint8Array; paths: string[][] } {
  const [only] = hashes;
  if (hashes.length === 1 && only) return { root: only, paths: [[]] };
  const split = largestPowerBelow(hashes.length);
  const left = walkTree(hashes.slice(0, split));
  const right = walkTree(hashes.slice(split));
  for (const path of left.paths) path.push(toHex(right.root));
  for (const path of right.paths) path.push(toHex(left.root));
  return { root: hashNode(left.root, right.root), paths: [...left.paths, ...right.paths] };
}

/** The largest power of two smaller than `n`, for n of 2 and more. */
function largestPowerBelow(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

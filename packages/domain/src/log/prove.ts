// Roots and proofs of the public log from its tiles: which tiles are needed, and what follows from them (RFC 9162 §2.1.3, §2.1.4).

import { HASH_OCTETS, hashLogNode, hashLogPair, type Sha256 } from "./hash-nodes.ts";
import { TILE_WIDTH } from "./tile-path.ts";

const TILE_HEIGHT = 8;

/** Leaves `from` (inclusive) to `to` (exclusive) that share one node of the tree. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** Place of a tile of hashes. */
export interface TilePlace {
  readonly level: number;
  readonly index: number;
}

/** What is asked of the tree: the tiles it takes, and the hashes that follow once they are there. */
export interface TreeQuestion {
  readonly tiles: readonly TilePlace[];
  /**
   * `tile` gives the hashes of a tile one behind the other; more than the tree of this size has may be there. Throws
   * RangeError where some are missing.
   */
  answer(sha256: Sha256, tile: (place: TilePlace) => Uint8Array | undefined): readonly Uint8Array[];
}

/** The root alone, of a tree of one leaf or more. Throws RangeError for others. */
export function askRoot(size: number): TreeQuestion {
  assertSize(size, 1);
  return ask([{ from: 0, to: size }]);
}

/** The audit path of leaf `index`, from the leaf upwards. Throws RangeError for a leaf that the tree has not. */
export function askInclusion(index: number, size: number): TreeQuestion {
  assertSize(size, 1);
  if (!Number.isSafeInteger(index) || index < 0 || index >= size)
    throw new RangeError(`no leaf ${index} of ${size}`);
  const path: Range[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + largestPowerBelow(to - from);
    if (index < middle) {
      path.push({ from: middle, to });
      to = middle;
    } else {
      path.push({ from, to: middle });
      from = middle;
    }
  }
  return ask(path.toReversed());
}

/** That the tree of `oldSize` leaves is a beginning of that of `size`; empty for equal sizes and for an empty old tree. */
export function askConsistency(oldSize: number, size: number): TreeQuestion {
  assertSize(oldSize, 0);
  assertSize(size, oldSize);
  if (oldSize === 0 || oldSize === size) return ask([]);
  const path: Range[] = [];
  let [from, to] = [0, size];
  // The node that the old tree ends in is told only where the old root is not that node itself.
  while (oldSize !== to) {
    const middle = from + largestPowerBelow(to - from);
    if (oldSize <= middle) {
      path.push({ from: middle, to });
      to = middle;
    } else {
      path.push({ from, to: middle });
      from = middle;
    }
  }
  if (from > 0) path.push({ from, to });
  return ask(path.toReversed());
}

function ask(ranges: readonly Range[]): TreeQuestion {
  const nodes = ranges.map(splitRange);
  const places = new Map(nodes.flat().map((node) => [`${node.tile.level}/${node.tile.index}`, node.tile]));
  return {
    tiles: [...places.values()],
    answer: (sha256, tile) =>
      nodes.map((parts) => {
        const hashes = parts.map((part) => hashOf(part, sha256, tile));
        return hashes.reduceRight((right, left) => hashLogNode(sha256, left, right));
      }),
  };
}

/** A full subtree, by the run of hashes of a tile that it is made of. */
interface TileNode {
  readonly tile: TilePlace;
  readonly offset: number;
  /** A power of two. */
  readonly count: number;
}

/** Full subtrees, from left to right, each half as wide as the one before it or less. */
function splitRange({ from, to }: Range): readonly TileNode[] {
  const nodes: TileNode[] = [];
  for (let at = from; at < to;) {
    const width = largestPowerUpTo(to - at);
    const level = Math.floor(Math.log2(width) / TILE_HEIGHT);
    const first = at / TILE_WIDTH ** level;
    nodes.push({
      tile: { level, index: Math.floor(first / TILE_WIDTH) },
      offset: first % TILE_WIDTH,
      count: width / TILE_WIDTH ** level,
    });
    at += width;
  }
  return nodes;
}

function hashOf(
  { tile, offset, count }: TileNode,
  sha256: Sha256,
  read: (place: TilePlace) => Uint8Array | undefined,
): Uint8Array {
  const hashes = read(tile);
  const end = (offset + count) * HASH_OCTETS;
  if (!hashes || hashes.length < end) throw new RangeError(`tile ${tile.level}/${tile.index} lacks hashes`);
  return foldHashes(sha256, hashes.subarray(offset * HASH_OCTETS, end));
}

/** The node over a power of two of hashes that stand one behind the other. Throws RangeError for other numbers of them. */
export function foldHashes(sha256: Sha256, hashes: Uint8Array): Uint8Array {
  const count = hashes.length / HASH_OCTETS;
  if (count !== largestPowerUpTo(count)) throw new RangeError(`${count} hashes have no node of their own`);
  let row = hashes;
  while (row.length > HASH_OCTETS) {
    const above = new Uint8Array(row.length / 2);
    for (let at = 0; at < above.length; at += HASH_OCTETS)
      above.set(hashLogPair(sha256, row.subarray(2 * at, 2 * (at + HASH_OCTETS))), at);
    row = above;
  }
  return row;
}

function assertSize(size: number, least: number): void {
  if (!Number.isSafeInteger(size) || size < least) throw new RangeError(`no tree of ${size} leaves`);
}

/** The largest power of two smaller than `n`, for n of 2 and more. */
function largestPowerBelow(n: number): number {
  return largestPowerUpTo(n - 1);
}

function largestPowerUpTo(n: number): number {
  let power = 1;
  while (power * 2 <= n) power *= 2;
  return power;
}

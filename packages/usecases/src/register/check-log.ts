// Checks a slice of the log: its tiles against the entries and against one another, and the newest checkpoint against the tiles.

import type { Transaction } from "@posthorn/db";
import { askRoot, foldHashes, HASH_OCTETS, hashLogLeaf, TILE_WIDTH, type TilePlace } from "@posthorn/domain";
import { readTreeSize } from "../log/grow-tree.ts";
import { answerFromTiles, loadTiles } from "../log/load-tiles.ts";
import { sha256 } from "../log/sha256.ts";
import { markOf } from "./mark-of.ts";

export interface LogCheck {
  readonly findings: readonly string[];
  /** The first leaf that was not checked; null where there is none. */
  readonly next: number | null;
  readonly size: number;
}

/** Leaves `from` to `from + count`. The tiles are read first: entries are only ever added, and every leaf that they hold has one. */
export async function checkLogSlice(trx: Transaction, from: number, count: number): Promise<LogCheck> {
  const size = await readTreeSize(trx);
  const end = Math.min(size, from + count);
  const findings = [...(await checkHead(trx, size)), ...(await checkTiles(trx, from, end))];
  return { findings, next: end < size ? end : null, size };
}

async function checkHead(trx: Transaction, size: number): Promise<readonly string[]> {
  const head = await trx
    .selectFrom("log_checkpoint")
    .select(["size", "root"])
    .orderBy("size", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!head) return [];
  const finding = `log/root/${head.size}#${markOf(head.root)}`;
  if (head.size > size) return [finding];
  try {
    const [root] = await answerFromTiles(trx, askRoot(head.size));
    return root && sameOctets(root, head.root) ? [] : [finding];
  } catch (error) {
    if (error instanceof RangeError) return [finding];
    throw error;
  }
}

async function checkTiles(trx: Transaction, from: number, end: number): Promise<readonly string[]> {
  if (end <= from) return [];
  const first = Math.floor(from / TILE_WIDTH);
  const last = Math.floor((end - 1) / TILE_WIDTH);
  const places = Array.from({ length: last - first + 1 }, (_, n): TilePlace => ({
    level: 0,
    index: first + n,
  }));
  const tile = await loadTiles(trx, [...places, ...places.flatMap(parentsOf)]);
  const entries = await trx
    .selectFrom("log_entry")
    .select(["index", "leaf"])
    .where("index", ">=", from)
    .where("index", "<", end)
    .orderBy("index")
    .execute();
  const leaves = new Map(entries.map((entry) => [Number(entry.index), entry.leaf]));
  const findings: string[] = [];
  for (let index = from; index < end; index++) {
    const leaf = leaves.get(index);
    const at = (index % TILE_WIDTH) * HASH_OCTETS;
    const hash = tile({ level: 0, index: Math.floor(index / TILE_WIDTH) })?.subarray(at, at + HASH_OCTETS);
    if (!leaf || !hash || !sameOctets(hashLogLeaf(sha256, leaf), hash))
      findings.push(`log/leaf/${index}#${markOf(leaf, hash)}`);
  }
  for (const place of places) findings.push(...checkUpwards(place, tile));
  return findings;
}

/** A full tile is one hash of the tile above it; where that is full as well, so is that. */
function checkUpwards(
  place: TilePlace,
  tile: (place: TilePlace) => Uint8Array | undefined,
): readonly string[] {
  const findings: string[] = [];
  for (let [below, above] = [place, parentOf(place)]; ; [below, above] = [above, parentOf(above)]) {
    const hashes = tile(below);
    if (!hashes || hashes.length < TILE_WIDTH * HASH_OCTETS) return findings;
    const at = (below.index % TILE_WIDTH) * HASH_OCTETS;
    const hash = tile(above)?.subarray(at, at + HASH_OCTETS);
    if (!hash || !sameOctets(foldHashes(sha256, hashes), hash))
      findings.push(`log/tile/${below.level}/${below.index}#${markOf(hashes, hash)}`);
    if (below.index % TILE_WIDTH !== TILE_WIDTH - 1) return findings;
  }
}

function parentOf({ level, index }: TilePlace): TilePlace {
  return { level: level + 1, index: Math.floor(index / TILE_WIDTH) };
}

/** Of a log that one machine can hold, no more than four levels are above the leaves. */
function parentsOf(place: TilePlace): readonly TilePlace[] {
  const one = parentOf(place);
  const two = parentOf(one);
  return [one, two, parentOf(two), parentOf(parentOf(two))];
}

function sameOctets(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

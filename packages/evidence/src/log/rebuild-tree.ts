// Builds the log's tree anew from the entries it publishes, and compares every tile it publishes with that.

import {
  growTiles,
  HASH_OCTETS,
  hashLogLeaf,
  listTiles,
  TILE_WIDTH,
  type TilePlace,
  tilePath,
  tileWidth,
  type TreeQuestion,
} from "@posthorn/domain";
import { sha256 } from "./sha256.ts";

/** Gives what the log serves at a path below its prefix; null where it serves nothing. */
export type ReadTile = (path: string) => Promise<Uint8Array | null>;

export interface RebuiltTree {
  /** Lower-case hex; undefined beyond the end. */
  leaf(index: number): string | undefined;
  answer(question: TreeQuestion): readonly Uint8Array[];
  /** Paths of tiles that are missing or hold other hashes than the entries give. */
  readonly wrongTiles: readonly string[];
}

/** All entries are read, so this takes as long as the log. Undefined, with the path, where entries are missing or none. */
export async function rebuildTree(
  size: number,
  read: ReadTile,
): Promise<RebuiltTree | { readonly unreadable: string }> {
  const entries: Uint8Array[] = [];
  const tiles = new Map<string, Uint8Array>();
  const tile = ({ level, index }: TilePlace) => tiles.get(`${level}/${index}`);
  for (let index = 0; tileWidth(0, index, size) > 0; index++) {
    const width = tileWidth(0, index, size);
    const path = tilePath({ level: "entries", index, width });
    const bundle = splitBundle(await read(path), width);
    if (!bundle) return { unreadable: path };
    entries.push(...bundle);
    const leaves = bundle.map((entry) => hashLogLeaf(sha256, entry));
    for (const { level, index: place, hashes } of growTiles(sha256, index * TILE_WIDTH, leaves, tile))
      tiles.set(`${level}/${place}`, hashes);
  }
  const wrongTiles: string[] = [];
  for (const place of listTiles(size)) {
    const served = await read(tilePath(place));
    if (!served || Buffer.compare(served, tile(place) ?? new Uint8Array()) !== 0)
      wrongTiles.push(tilePath(place));
  }
  return {
    leaf(index) {
      const entry = entries[index];
      return entry && Buffer.from(entry).toString("hex");
    },
    answer: (question) => question.answer(sha256, tile),
    wrongTiles,
  };
}

/** Entries of our log are leaf values: 32 octets each, behind a length of 16 bits. */
function splitBundle(bundle: Uint8Array | null, width: number): readonly Uint8Array[] | undefined {
  const step = 2 + HASH_OCTETS;
  if (bundle?.length !== width * step) return undefined;
  const entries = Array.from({ length: width }, (_, n) => bundle.subarray(n * step, (n + 1) * step));
  return entries.every((entry) => entry[0] === 0 && entry[1] === HASH_OCTETS)
    ? entries.map((entry) => entry.subarray(2))
    : undefined;
}

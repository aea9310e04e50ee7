// What new leaves add to the tiles of the public log: the last tile of each level grows, full ones add a hash above.

import { foldHashes, type TilePlace } from "./prove.ts";
import { HASH_OCTETS, type Sha256 } from "./hash-nodes.ts";
import { TILE_WIDTH } from "./tile-path.ts";

/** A tile with all the hashes it has now. */
export interface GrownTile extends TilePlace {
  readonly hashes: Uint8Array;
}

/** The tiles that will grow in a log of `size` leaves, where they are partial: what `growTiles` asks `edge` for. */
export function edgeTiles(size: number): readonly TilePlace[] {
  const places: TilePlace[] = [];
  for (let level = 0, hashes = size; hashes > 0; level++, hashes = Math.floor(hashes / TILE_WIDTH))
    if (hashes % TILE_WIDTH > 0) places.push({ level, index: Math.floor(hashes / TILE_WIDTH) });
  return places;
}

/**
 * All tiles that change when `leaves` (their hashes) come after the first `size`. `edge` gives the hashes of those of
 * `edgeTiles`. Throws RangeError where a tile has not as many hashes as a log of `size` leaves has there.
 */
export function growTiles(
  sha256: Sha256,
  size: number,
  leaves: readonly Uint8Array[],
  edge: (place: TilePlace) => Uint8Array | undefined,
): readonly GrownTile[] {
  const grown: GrownTile[] = [];
  let added = leaves;
  for (let level = 0, count = size; added.length > 0; level++, count = Math.floor(count / TILE_WIDTH)) {
    const above: Uint8Array[] = [];
    let index = Math.floor(count / TILE_WIDTH);
    let had = count % TILE_WIDTH;
    for (let taken = 0; taken < added.length;) {
      const fresh = added.slice(taken, taken + TILE_WIDTH - had);
      const before = had === 0 ? undefined : edge({ level, index });
      if (had > 0 && before?.length !== had * HASH_OCTETS)
        throw new RangeError(`tile ${level}/${index} has not the ${had} hashes of a log of ${size} leaves`);
      const hashes = new Uint8Array((had + fresh.length) * HASH_OCTETS);
      if (before) hashes.set(before);
      for (const [n, hash] of fresh.entries()) hashes.set(hash, (had + n) * HASH_OCTETS);
      grown.push({ level, index, hashes });
      if (had + fresh.length === TILE_WIDTH) above.push(foldHashes(sha256, hashes));
      taken += fresh.length;
      index += 1;
      had = 0;
    }
    added = above;
  }
  return grown;
}

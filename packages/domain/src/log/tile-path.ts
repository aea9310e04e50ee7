// The addresses of tiles and entry bundles below the log's prefix, as public tools ask for them (C2SP tlog-tiles).

/** Hashes of a full tile, and entries of a full bundle. */
export const TILE_WIDTH = 256;

/** Levels that a log of at most 2^53 leaves can have. */
const MAX_LEVEL = 6;

export interface LogTile {
  /** `entries` for the bundle of the entries themselves; 0 for the hashes of leaves, and so on upwards. */
  readonly level: number | "entries";
  readonly index: number;
  /** Hashes or entries in it, 1 to 256. */
  readonly width: number;
}

/** `tile/0/x001/x234/067`, with `.p/<width>` behind it where the tile is partial. */
export function tilePath({ level, index, width }: LogTile): string {
  const groups =
    String(index)
      .padStart(Math.ceil(String(index).length / 3) * 3, "0")
      .match(/\d{3}/gu) ?? [];
  const name = groups.map((group, place) => (place < groups.length - 1 ? `x${group}` : group)).join("/");
  return `tile/${level}/${name}${width === TILE_WIDTH ? "" : `.p/${width}`}`;
}

/** The tile a path names; undefined for whatever is not written exactly as `tilePath` writes it. */
export function parseTilePath(path: string): LogTile | undefined {
  const found = /^tile\/(entries|\d)\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/u.exec(path);
  if (!found) return undefined;
  const [, level = "", name = "", width] = found;
  const tile: LogTile = {
    level: level === "entries" ? level : Number(level),
    index: Number(name.replaceAll(/[x/]/gu, "")),
    width: width === undefined ? TILE_WIDTH : Number(width),
  };
  if (!Number.isSafeInteger(tile.index) || (tile.level !== "entries" && tile.level > MAX_LEVEL))
    return undefined;
  return tilePath(tile) === path ? tile : undefined;
}

/** Width that the tile has in a log of `size` leaves: 0 where there is none. */
export function tileWidth(level: number, index: number, size: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** level);
  return Math.max(0, Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH));
}

/** Every tile of hashes of a log with `size` leaves, level by level, those at the right edge partial where they are. */
export function listTiles(size: number): readonly (LogTile & { readonly level: number })[] {
  const tiles: (LogTile & { readonly level: number })[] = [];
  for (let level = 0; tileWidth(level, 0, size) > 0; level++) {
    const hashes = Math.floor(size / TILE_WIDTH ** level);
    for (let index = 0; index * TILE_WIDTH < hashes; index++)
      tiles.push({ level, index, width: tileWidth(level, index, size) });
  }
  return tiles;
}

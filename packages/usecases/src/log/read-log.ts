// The log as everyone may read it: the newest checkpoint, tiles of hashes and bundles of entries (C2SP tlog-tiles).

import type { Queryable } from "@posthorn/db";
import { HASH_OCTETS, type LogTile, parseTilePath, TILE_WIDTH, tileWidth } from "@posthorn/domain";
import type { Context } from "../context.ts";

/** The newest checkpoint with the cosignatures it has so far; null before the first. */
export async function readCheckpoint(ctx: Context): Promise<string | null> {
  const newest = await newestCheckpoint(ctx.db);
  if (!newest) return null;
  return newest.note + (await readCosignatures(ctx.db, newest.size));
}

/**
 * The hashes of a tile, or the entries of a bundle, by the path below the log's prefix: `tile/0/x001/067`,
 * `tile/entries/x001/067`, partial ones with `.p/<width>`. Null where the newest checkpoint has no such tile.
 */
export async function readTile(ctx: Context, path: string): Promise<Uint8Array | null> {
  const tile = parseTilePath(path);
  const newest = tile && (await newestCheckpoint(ctx.db));
  if (!newest) return null;
  const { level, index, width } = tile;
  if (tileWidth(level === "entries" ? 0 : level, index, newest.size) < width) return null;
  return level === "entries" ? readEntryBundle(ctx.db, tile) : readHashes(ctx.db, { level, index, width });
}

async function readHashes(
  db: Queryable,
  { level, index, width }: LogTile & { readonly level: number },
): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom("log_tile")
    .select("hashes")
    .where("level", "=", level)
    .where("index", "=", index)
    .executeTakeFirst();
  return row && row.hashes.length >= width * HASH_OCTETS ? row.hashes.subarray(0, width * HASH_OCTETS) : null;
}

/** Each entry behind its length, 16 bits, the greater octet first. */
async function readEntryBundle(db: Queryable, { index, width }: LogTile): Promise<Uint8Array | null> {
  const first = index * TILE_WIDTH;
  const rows = await db
    .selectFrom("log_entry")
    .select(["index", "leaf"])
    .where("index", ">=", first)
    .where("index", "<", first + width)
    .orderBy("index")
    .execute();
  if (rows.length < width) return null;
  return Buffer.concat(rows.flatMap(({ leaf }) => [Buffer.of(leaf.length >> 8, leaf.length & 0xff), leaf]));
}

/** Signature lines of the witnesses, in the order of their names. */
export async function readCosignatures(db: Queryable, size: number): Promise<string> {
  const rows = await db
    .selectFrom("log_cosignature")
    .select("line")
    .where("size", "=", size)
    .orderBy("witness")
    .execute();
  return rows.map(({ line }) => line).join("");
}

async function newestCheckpoint(
  db: Queryable,
): Promise<{ readonly size: number; readonly note: string } | undefined> {
  return db
    .selectFrom("log_checkpoint")
    .select(["size", "note"])
    .orderBy("size", "desc")
    .limit(1)
    .executeTakeFirst();
}

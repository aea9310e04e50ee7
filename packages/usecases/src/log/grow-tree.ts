// Makes the tiles of the log's tree from its entries: those just appended, or all of them again where tiles were lost.

import type { Transaction } from "@posthorn/db";
import { AppError, edgeTiles, growTiles, HASH_OCTETS, hashLogLeaf, TILE_WIDTH } from "@posthorn/domain";
import { loadTiles } from "./load-tiles.ts";
import { sha256 } from "./sha256.ts";

/** Leaves at most that one call adds. */
const GROW_BATCH = 4_096;

/**
 * Adds the entries that the tiles lack, at most some thousands; returns how many. The caller holds the log's lock. Errors:
 * internal `log_gap` where an entry is missing among the others.
 */
export async function growTree(trx: Transaction): Promise<number> {
  const size = await readTreeSize(trx);
  const entries = await trx
    .selectFrom("log_entry")
    .select(["index", "leaf"])
    .where("index", ">=", size)
    .orderBy("index")
    .limit(GROW_BATCH)
    .execute();
  if (entries.length === 0) return 0;
  const gap = entries.findIndex((entry, n) => entry.index !== size + n);
  if (gap >= 0) throw new AppError("internal", "log_gap", { detail: `the log has no entry ${size + gap}` });
  const edge = await loadTiles(trx, edgeTiles(size));
  const leaves = entries.map((entry) => hashLogLeaf(sha256, entry.leaf));
  await trx
    .insertInto("log_tile")
    .values(growTiles(sha256, size, leaves, edge).map((tile) => ({ ...tile })))
    .onConflict((conflict) =>
      conflict.columns(["level", "index"]).doUpdateSet((eb) => ({ hashes: eb.ref("excluded.hashes") })),
    )
    .execute();
  return entries.length;
}

/** Number of leaves that the tiles hold. */
export async function readTreeSize(db: Pick<Transaction, "selectFrom">): Promise<number> {
  const last = await db
    .selectFrom("log_tile")
    .select(["index", (eb) => eb.fn<number>("octet_length", ["hashes"]).as("octets")])
    .where("level", "=", 0)
    .orderBy("index", "desc")
    .limit(1)
    .executeTakeFirst();
  return last ? last.index * TILE_WIDTH + last.octets / HASH_OCTETS : 0;
}

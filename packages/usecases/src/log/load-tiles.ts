// Reads tiles of the log's tree, and answers questions about the tree from them.

import { type Queryable, sql } from "@posthorn/db";
import type { TilePlace, TreeQuestion } from "@posthorn/domain";
import { sha256 } from "./sha256.ts";

/** The tiles at these places, as far as there are any: one query for all. */
export async function loadTiles(
  db: Queryable,
  places: readonly TilePlace[],
): Promise<(place: TilePlace) => Uint8Array | undefined> {
  if (places.length === 0) return () => undefined;
  const { rows } = await sql<{ level: number; index: number; hashes: Uint8Array }>`
    SELECT t.level, t.index, t.hashes FROM log_tile t
    JOIN unnest(${places.map(({ level }) => level)}::smallint[], ${places.map(({ index }) => index)}::bigint[])
      AS wanted(level, index) USING (level, index)`.execute(db);
  const tiles = new Map(rows.map((row) => [keyOf(row), row.hashes]));
  return (place) => tiles.get(keyOf(place));
}

/** Throws RangeError where tiles are missing. */
export async function answerFromTiles(db: Queryable, question: TreeQuestion): Promise<readonly Uint8Array[]> {
  return question.answer(sha256, await loadTiles(db, question.tiles));
}

function keyOf({ level, index }: TilePlace): string {
  return `${level}/${index}`;
}

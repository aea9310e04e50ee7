// For records in the log, the proof of their place in it, under the checkpoint that most witnesses have cosigned.

import { type Queryable, sql } from "@posthorn/db";
import { askInclusion, type LogProof } from "@posthorn/domain";
import { loadTiles } from "./load-tiles.ts";
import { sha256 } from "./sha256.ts";

/** How far back a checkpoint with more cosignatures than the newest is looked for. */
const LOOK_BACK = 20;

/** Proofs by record; records that no checkpoint has yet are left out. Whether the caller may see them is not checked here. */
export async function loadLogProofs(
  trx: Queryable,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, LogProof>> {
  const found = recordIds.length === 0 ? undefined : await loadEntries(trx, recordIds);
  if (!found) return new Map();
  const { entries, checkpoint } = found;
  const questions = entries.map((entry) => ({ entry, question: askInclusion(entry.index, checkpoint.size) }));
  const tiles = await loadTiles(
    trx,
    questions.flatMap(({ question }) => question.tiles),
  );
  return new Map(
    questions.map(({ entry, question }) => [
      entry.recordId,
      {
        index: entry.index,
        leaf: toHex(entry.leaf),
        inclusion: question.answer(sha256, tiles).map(toHex),
        checkpoint: checkpoint.note + checkpoint.cosignatures,
        timestamp: Buffer.from(checkpoint.token).toString("base64"),
      },
    ]),
  );
}

interface FoundEntries {
  readonly entries: readonly {
    readonly recordId: string;
    readonly index: number;
    readonly leaf: Uint8Array;
  }[];
  readonly checkpoint: {
    readonly size: number;
    readonly note: string;
    readonly token: Uint8Array;
    readonly cosignatures: string;
  };
}

/**
 * The entries that the newest checkpoint has, and among the newest checkpoints that have them all the one with most cosignatures.
 * One statement: each costs more than all the hashing.
 */
async function loadEntries(trx: Queryable, recordIds: readonly string[]): Promise<FoundEntries | undefined> {
  const { rows } = await sql<
    FoundEntries["checkpoint"] & {
      record_ids: readonly string[];
      /** In decimal. */
      indexes: readonly string[];
      leaves: readonly Uint8Array[];
    }
  >`
    WITH entry AS (
      SELECT record_id, index, leaf FROM log_entry
      WHERE record_id = ANY(${[...recordIds]}::text[]) AND index < (SELECT max(size) FROM log_checkpoint)
    ), candidate AS (
      SELECT size, note, token FROM log_checkpoint WHERE size > (SELECT max(index) FROM entry)
      ORDER BY size DESC LIMIT ${LOOK_BACK}
    ), chosen AS (
      SELECT c.size, c.note, c.token, count(w.line) AS number, coalesce(string_agg(w.line, '' ORDER BY w.witness), '') AS cosignatures
      FROM candidate c LEFT JOIN log_cosignature w USING (size)
      GROUP BY c.size, c.note, c.token ORDER BY number DESC, c.size DESC LIMIT 1
    )
    SELECT size, note, token, cosignatures, e.record_ids, e.indexes, e.leaves FROM chosen, (
      SELECT array_agg(record_id ORDER BY index) AS record_ids, array_agg(index::text ORDER BY index) AS indexes,
        array_agg(leaf ORDER BY index) AS leaves FROM entry
    ) e`.execute(trx);
  const [row] = rows;
  if (!row) return undefined;
  const entries = row.leaves.map((leaf, n) => ({
    recordId: row.record_ids[n] ?? "",
    index: Number(row.indexes[n]),
    leaf,
  }));
  return { entries, checkpoint: row };
}

function toHex(octets: Uint8Array): string {
  return Buffer.from(octets).toString("hex");
}

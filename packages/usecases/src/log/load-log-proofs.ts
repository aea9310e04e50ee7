// For records in the log, the proof of their place in it, under the checkpoint that most witnesses have cosigned.

import { type Queryable, sql } from "@posthorn/db";
import { askInclusion, type LogProof } from "@posthorn/domain";
import { loadTiles } from "./load-tiles.ts";
import { readCosignatures } from "./read-log.ts";
import { sha256 } from "./sha256.ts";

/** How far back a checkpoint with more cosignatures than the newest is looked for. */
const LOOK_BACK = 20;

/** Proofs by record; records that no checkpoint has yet are left out. Whether the caller may see them is not checked here. */
export async function loadLogProofs(
  trx: Queryable,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, LogProof>> {
  if (recordIds.length === 0) return new Map();
  const { rows } = await sql<{ record_id: string; index: number; leaf: Uint8Array }>`
    SELECT record_id, index, leaf FROM log_entry
    WHERE record_id = ANY(${[...recordIds]}::text[]) AND index < (SELECT max(size) FROM log_checkpoint)
    ORDER BY index`.execute(trx);
  const last = rows.at(-1);
  const checkpoint = last && (await chooseCheckpoint(trx, last.index));
  if (!checkpoint) return new Map();
  const note = checkpoint.note + (await readCosignatures(trx, checkpoint.size));
  const questions = rows.map((row) => ({ row, question: askInclusion(row.index, checkpoint.size) }));
  const tiles = await loadTiles(
    trx,
    questions.flatMap(({ question }) => question.tiles),
  );
  return new Map(
    questions.map(({ row, question }) => [
      row.record_id,
      {
        index: row.index,
        leaf: toHex(row.leaf),
        inclusion: question.answer(sha256, tiles).map(toHex),
        checkpoint: note,
        timestamp: Buffer.from(checkpoint.token).toString("base64"),
      },
    ]),
  );
}

interface ChosenCheckpoint {
  readonly size: number;
  readonly note: string;
  readonly token: Uint8Array;
}

/** Among the newest that have the leaf: the one with most cosignatures, the newest of these. */
async function chooseCheckpoint(trx: Queryable, index: number): Promise<ChosenCheckpoint | undefined> {
  const { rows } = await sql<ChosenCheckpoint>`
    SELECT c.size, c.note, c.token
    FROM (SELECT size, note, token FROM log_checkpoint WHERE size > ${index} ORDER BY size DESC LIMIT ${LOOK_BACK}) c
    ORDER BY (SELECT count(*) FROM log_cosignature w WHERE w.size = c.size) DESC, c.size DESC LIMIT 1`.execute(
    trx,
  );
  return rows[0];
}

function toHex(octets: Uint8Array): string {
  return Buffer.from(octets).toString("hex");
}

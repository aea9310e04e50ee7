// Appends the leaves of stamped records to the log, densely numbered from 0, by one writer at a time.

import { sql, transact } from "@posthorn/db";
import type { Context } from "../context.ts";
import { growTree } from "./grow-tree.ts";

/** Leaves appended in one transaction at most. */
export const LOG_BATCH = 500;

/**
 * Appends one batch and lets the tree grow by it; returns how many leaves the tree grew by. More than the batch where tiles
 * were lost: they are made again from the entries, some thousands at each call, whether or not anything waits to be appended.
 */
export async function appendLog(ctx: Context): Promise<number> {
  return transact(ctx.db, {}, async (trx) => {
    await sql`SELECT pg_advisory_xact_lock(hashtext('posthorn.log'))`.execute(trx);
    await sql`
      WITH open AS (
        SELECT w.record_id, r.leaf, row_number() OVER (ORDER BY s.stamped_at, w.record_id) AS n
        FROM seal_work w JOIN evidence_record r ON r.id = w.record_id JOIN evidence_stamp s ON s.record_id = w.record_id
        WHERE w.stage = 'log' ORDER BY s.stamped_at, w.record_id LIMIT ${LOG_BATCH}
      ), head AS (SELECT coalesce(max(index), -1) AS index FROM log_entry),
      added AS (
        INSERT INTO log_entry (index, record_id, leaf, appended_at)
        SELECT head.index + open.n, open.record_id, open.leaf, (SELECT clock.now()) FROM open, head RETURNING record_id
      )
      DELETE FROM seal_work w USING added WHERE w.stage = 'log' AND w.record_id = added.record_id`.execute(
      trx,
    );
    return growTree(trx);
  });
}

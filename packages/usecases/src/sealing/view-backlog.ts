// What still waits to be stamped, sealed, archived or logged, and since when: for those who watch the service.

import { type Queryable, sql } from "@posthorn/db";

export interface WaitingStage {
  /** `stamp`, `seal`, `log`, or `archive` with its kind (`archive_seal`, `archive_proof`, `archive_message_proof`). */
  readonly stage: string;
  readonly count: number;
  /** Age of the oldest, in seconds. */
  readonly oldestSeconds: number;
}

export interface Backlog {
  readonly waiting: readonly WaitingStage[];
  /** Seconds since the first failure after the last success; 0 while all is well. */
  readonly stampFailingSeconds: number;
  readonly archiveFailingSeconds: number;
}

const STAGES = ["stamp", "seal", "log", "archive_seal", "archive_proof", "archive_message_proof"];

/** Every stage is named, also where nothing waits. Counts what is there: call it once in a while. */
export async function viewBacklog(db: Queryable): Promise<Backlog> {
  const { rows } = await sql<{ stage: string; count: number; oldest: number }>`
    SELECT stage, count(*)::int AS count, extract(epoch FROM clock.now() - min(entered_at))::float8 AS oldest
    FROM seal_work GROUP BY stage
    UNION ALL
    SELECT 'archive_' || kind, count(*)::int, extract(epoch FROM clock.now() - min(due_at))::float8
    FROM archive_timer WHERE due_at <= clock.now() GROUP BY kind`.execute(db);
  const failing = await sql<{ stamp: number; archive: number }>`
    SELECT coalesce(extract(epoch FROM clock.now() - stamp_failing_since), 0)::float8 AS stamp,
           coalesce(extract(epoch FROM clock.now() - archive_failing_since), 0)::float8 AS archive
    FROM sealing_state`.execute(db);
  const found = new Map(rows.map((row) => [row.stage, row]));
  return {
    waiting: STAGES.map((stage) => ({
      stage,
      count: found.get(stage)?.count ?? 0,
      oldestSeconds: found.get(stage)?.oldest ?? 0,
    })),
    stampFailingSeconds: failing.rows[0]?.stamp ?? 0,
    archiveFailingSeconds: failing.rows[0]?.archive ?? 0,
  };
}

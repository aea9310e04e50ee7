// Fills a stack's tables with copies of one accepted message, each a message of its own with one delivery.

import type pg from "pg";
import { BENCH_ACCOUNT } from "./open-bench-stack.ts";

/** One in ten is still on its way; the others have been collected. */
const OPEN_IN = 10;
const BATCH = 50_000;

interface Filling {
  /** `FROM bench_n` is the batch under way; the row copied is the sample's, named by `$1`. */
  readonly sql: string;
  readonly named: "message" | "delivery" | "account";
}

// Rows are made from the row that a verb wrote, so that whatever columns there are hold what they hold in life.
const FILLINGS: readonly Filling[] = [
  copies(
    "message",
    "message",
    "t.id = $1",
    "'id', n.message_id, 'accepted_at', n.at, 'subject', 'File ' || n.i",
  ),
  copies(
    "message_part",
    "message",
    "t.message_id = $1",
    "'message_id', n.message_id, 'blob_id', 'blb_bench' || n.i || '_' || t.ordinal",
  ),
  copies(
    "delivery",
    "delivery",
    "t.id = $1",
    `'id', n.delivery_id, 'message_id', n.message_id, 'accepted_at', n.at, 'submission_stamped_at', n.at,
     'email', 'a' || n.i || '@post.example', 'name', 'Peeters ' || n.i, 'link_hash', md5('l' || n.i), 'check_code_hash', md5('c' || n.i),
     'notified_at', n.at, 'deadline_at', n.at + interval '16 days', 'collect_until', (n.at + interval '15 days')::date,
     'state', CASE WHEN n.open THEN 'notified' ELSE 'collected' END, 'chain_closed', NOT n.open, 'credit_consumed', true,
     'collected_at', n.final_at, 'consigned_at', n.final_at, 'final_at', n.final_at`,
  ),
  copies("key_wrap", "message", "t.message_id = $1 AND t.holder = 'account'", "'message_id', n.message_id"),
  copies("key_wrap", "delivery", "t.holder = $1", "'message_id', n.message_id, 'holder', n.delivery_id"),
  // One that never comes while we measure.
  copies(
    "delivery_timer",
    "delivery",
    "t.delivery_id = $1 AND n.open",
    "'delivery_id', n.delivery_id, 'due_at', n.at + interval '400 days'",
  ),
  copies(
    "evidence_record",
    "delivery",
    "t.delivery_id = $1",
    "'id', 'evd_' || n.delivery_id, 'delivery_id', n.delivery_id, 'event_at', n.at, 'recorded_at', n.at",
  ),
  {
    named: "account",
    sql: `INSERT INTO credit_entry (account_id, kind, item, amount, delivery_id, entered_at)
      SELECT $1, 'reservation', 'delivery', -1, n.delivery_id, n.at FROM bench_n n`,
  },
];

function copies(table: string, named: Filling["named"], which: string, changed: string): Filling {
  return {
    named,
    sql: `INSERT INTO ${table} SELECT r.* FROM ${table} t, bench_n n, LATERAL jsonb_populate_record(t, jsonb_build_object(${changed})) r WHERE ${which}`,
  };
}

export interface Sample {
  readonly messageId: string;
  readonly deliveryId: string;
}

/**
 * `sample` was accepted through the API and has one delivery. On return there are `count` deliveries more, of the last
 * year, all of the account that asks for lists, and the planner knows of them.
 */
export async function fillDeliveries(sql: pg.Pool, sample: Sample, count: number): Promise<void> {
  const client = await sql.connect();
  const names = { message: sample.messageId, delivery: sample.deliveryId, account: BENCH_ACCOUNT };
  try {
    // Neither waits for the disk nor checks each row's references: they are right by how they are made.
    await client.query("SET synchronous_commit = off; SET session_replication_role = replica");
    for (let first = 1; first <= count; first += BATCH) {
      await client.query("BEGIN");
      await client.query(
        `CREATE TEMP TABLE bench_n ON COMMIT DROP AS
         SELECT i, open, 'msg_' || lpad(i::text, 26, '0') AS message_id, 'dlv_' || lpad(i::text, 26, '0') AS delivery_id, at,
           CASE WHEN NOT open THEN at + interval '1 day' END AS final_at
         FROM (SELECT i, i % ${OPEN_IN} = 0 AS open,
             date_trunc('milliseconds', clock.now() - interval '366 days' + interval '365 days' * (i::float / ${count})) AS at
           FROM generate_series(${first}, ${Math.min(first + BATCH - 1, count)}) i) made`,
      );
      for (const { sql: statement, named } of FILLINGS) await client.query(statement, [names[named]]);
      await client.query("COMMIT");
    }
    await client.query("RESET synchronous_commit; RESET session_replication_role");
    await client.query("VACUUM ANALYZE");
    await client.query("CHECKPOINT");
  } finally {
    client.release();
  }
}

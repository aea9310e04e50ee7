// Fills a stack's tables with what falls in one night, twice: once due today, and once not due, for plain statements to delete.

import type pg from "pg";

/** The delivery that the others are copies of: collected, and all its records sealed and logged. */
export interface DueSample {
  readonly messageId: string;
  readonly deliveryId: string;
}

/** `due` is the eraser's; `plain` falls later, and is deleted by statements of the bench. */
export type Half = "due" | "plain";

export interface DueCounts {
  readonly useLog: number;
  readonly keyUse: number;
  readonly session: number;
  /** Half of them past their 24 months, half past the days after which addressee and content go. */
  readonly delivery: number;
}

/** Of so many records: mostly logs, then sessions, and one in a thousand a delivery with all that hangs from it. */
export function countsOf(rows: number): DueCounts {
  return {
    useLog: Math.round(rows * 0.55),
    keyUse: Math.round(rows * 0.25),
    session: Math.round(rows * 0.15),
    delivery: Math.max(2, 2 * Math.round(rows * 0.0005)),
  };
}

/** By which letter the ids of a half are known; its deliveries past 24 months are `r9`, the others `r7`. */
export function markOf(half: Half): string {
  return half === "due" ? "E" : "P";
}

/** Columns that a copy has otherwise than the row it is a copy of, in SQL over the row `t` and the number `n`. */
type Changes = Readonly<Record<string, string>>;
interface Copied {
  readonly table: string;
  readonly which: string;
  readonly changes: Changes;
}

const DELIVERY = "d.delivery_id";
const COPIES: readonly Copied[] = [
  {
    table: "message",
    which: "t.id = $1",
    changes: {
      id: "d.message_id",
      final_at: "d.final_at",
      content_falls_on:
        "CASE WHEN d.r9 THEN NULL WHEN d.due THEN retention.today() ELSE retention.today() + 300 END",
      content_erased_at: "CASE WHEN d.r9 THEN d.final_at END",
    },
  },
  {
    table: "message_part",
    which: "t.message_id = $1",
    changes: { message_id: "d.message_id", blob_id: "'blb_' || d.name || '_' || t.ordinal" },
  },
  {
    table: "delivery",
    which: "t.id = $2",
    changes: {
      id: DELIVERY,
      message_id: "d.message_id",
      link_hash: "md5('l' || d.name)",
      check_code_hash: "md5('c' || d.name)",
      final_at: "d.final_at",
      addressee_erased_at: "CASE WHEN d.r9 THEN d.final_at END",
      content_erased_at: "CASE WHEN d.r9 THEN d.final_at END",
      inbox_falls_on: "NULL::date",
    },
  },
  // Of those past 24 months the keys are long gone.
  {
    table: "key_wrap",
    which: "t.message_id = $1 AND NOT d.r9",
    changes: {
      message_id: "d.message_id",
      holder: "CASE WHEN t.holder = 'account' THEN t.holder ELSE d.delivery_id END",
    },
  },
  {
    table: "evidence_record",
    which: "t.delivery_id = $2",
    changes: { id: "'evd_' || d.name || t.seq", delivery_id: DELIVERY },
  },
  {
    table: "evidence_stamp",
    which: "t.record_id IN (SELECT r.id FROM evidence_record r WHERE r.delivery_id = $2)",
    changes: { record_id: recordOf("t.record_id") },
  },
  {
    table: "evidence_seal",
    which: "t.delivery_id = $2",
    changes: { record_id: recordOf("t.record_id"), delivery_id: DELIVERY },
  },
  // Below nought the log has no places: what it serves is left as it is.
  {
    table: "log_entry",
    which: "t.record_id IN (SELECT r.id FROM evidence_record r WHERE r.delivery_id = $2)",
    changes: {
      index: "-1 - coalesce((SELECT max(-x.index) FROM log_entry x), 0) - row_number() OVER ()",
      record_id: recordOf("t.record_id"),
    },
  },
  { table: "evidence_artifact", which: "t.delivery_id = $2", changes: { delivery_id: DELIVERY } },
  {
    table: "notice",
    which: "t.delivery_id = $2",
    changes: {
      id: "'ntc_' || d.name || t.round || t.kind || t.ordinal",
      delivery_id: DELIVERY,
      sms_provider_id: "'sms_' || d.name || t.round || t.kind || t.ordinal",
    },
  },
];

function recordOf(column: string): string {
  return `(SELECT 'evd_' || d.name || r.seq FROM evidence_record r WHERE r.id = ${column})`;
}

/** As the owner. `round` keeps apart what is filled in one after the other; on return the planner knows of the rows. */
export async function fillDue(
  sql: pg.Pool,
  sample: DueSample,
  round: number,
  halves: readonly Half[],
  counts: DueCounts,
): Promise<void> {
  const client = await sql.connect();
  try {
    await client.query("SET synchronous_commit = off; SET session_replication_role = replica");
    await client.query(
      `DO $$ BEGIN PERFORM use_log_month.make(date_trunc('month', retention.today() + n * interval '1 month')::date) FROM generate_series(0, 1) n; END $$`,
    );
    for (const half of halves) {
      const due = half === "due";
      await fillLogs(client, `${markOf(half)}${round}`, due, counts);
      await client.query(
        `CREATE TEMP TABLE d AS SELECT name, 'msg_' || name AS message_id, 'dlv_' || name AS delivery_id, r9, $1::boolean AS due,
           clock.now() - CASE WHEN NOT $1 THEN interval '1 day' WHEN r9 THEN interval '25 months' ELSE interval '5 months' END AS final_at
         FROM (SELECT $2::text || CASE WHEN i % 2 = 0 THEN 'R9' ELSE 'R7' END || lpad(i::text, 20, '0') AS name, i % 2 = 0 AS r9 FROM generate_series(1, $3::int) i) made`,
        [due, `${markOf(half)}${round}`, counts.delivery],
      );
      for (const copied of COPIES) await copyRows(client, sample, copied);
      await client.query("DROP TABLE d");
    }
    await client.query("RESET synchronous_commit; RESET session_replication_role");
    await client.query("VACUUM ANALYZE");
    await client.query("CHECKPOINT");
  } finally {
    client.release();
  }
}

async function fillLogs(client: pg.PoolClient, name: string, due: boolean, counts: DueCounts): Promise<void> {
  // Deliveries that are named are gone, as they are 24 months later.
  await client.query(
    `INSERT INTO use_log (used_at, falls_on, service, act, account_id, person_id, delivery_id, ip, user_agent)
     SELECT clock.now() - interval '24 months 3 days', retention.today() + CASE WHEN $1 THEN 0 ELSE 1 END, 'portal', 'GET /sent',
       (SELECT min(id) FROM account), 'per_gone' || i % 1000, CASE WHEN i % 3 = 0 THEN 'dlv_gone' || i % 5000 END,
       '192.0.2.7', 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0' FROM generate_series(1, $2::int) i`,
    [due, counts.useLog],
  );
  await client.query(
    `INSERT INTO key_use (used_at, service, purpose, owner_id, holder)
     SELECT clock.now() - CASE WHEN $1 THEN interval '24 months 3 days' ELSE interval '1 day' END, 'collect', 'part', 'msg_' || $3 || i % 5000,
       CASE WHEN i % 2 = 0 THEN 'account' ELSE 'dlv_gone' || i % 5000 END FROM generate_series(1, $2::int) i`,
    [due, counts.keyUse, name],
  );
  await client.query(
    `INSERT INTO session (id, token_hash, person_id, member_id, account_id, method, authenticated_at, last_used_at, fresh_at, expires_at)
     SELECT 'ses_' || $1 || i, md5($1 || i), m.person_id, m.id, m.account_id, 'password', a.at - interval '8 hours', a.at, a.at - interval '8 hours', a.at
     FROM generate_series(1, $3::int) i, (SELECT * FROM member ORDER BY id LIMIT 1) m,
       (SELECT clock.now() - CASE WHEN $2 THEN interval '14 months' ELSE interval '1 hour' END AS at) a`,
    [name, due, counts.session],
  );
}

async function copyRows(client: pg.PoolClient, sample: DueSample, copied: Copied): Promise<void> {
  const { table, which, changes } = copied;
  const { rows } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attidentity = '' AND attgenerated = ''`,
    [table],
  );
  const names = rows.map(({ name }) => name);
  await client.query(
    `INSERT INTO ${table} (${names.map(quote).join(", ")})
     SELECT ${names.map((name) => changes[name] ?? `t.${quote(name)}`).join(", ")}
     FROM ${table} t, d WHERE ${which.replace("$1", `'${sample.messageId}'`).replace("$2", `'${sample.deliveryId}'`)}`,
  );
}

function quote(name: string): string {
  return `"${name}"`;
}

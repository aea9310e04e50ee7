// Fills an account with members, contacts, consents, invitations, uses and letters, so that its lists have something to walk through.

import type pg from "pg";

export interface Filled {
  readonly accountId: string;
  /** Members, contacts, consents, invitations that were accepted, and uses: so many of each. */
  readonly count: number;
  /** Tells its rows from those of another account: capitals and digits. */
  readonly mark: string;
  /** Of the oldest uses: whoever looks for his own finds them last of all. */
  readonly rarePersonId: string;
  readonly adminMemberId: string;
}

/** Of `$1` account, `$2` count, `$3` mark, `$4` a rare person, `$5` an admin; `at` is spread over the last year, ever later. */
const ROWS = `SELECT i, $3::text || lpad(i::text, 8, '0') AS n, (ARRAY['Peeters','Janssens','Maes','Jacobs','Mertens'])[1 + i % 5] AS family,
    (ARRAY['An','Jan','Lotte','Karim'])[1 + i % 4] AS first, $1::text AS account, $4::text AS rare, $5::text AS admin,
    date_trunc('milliseconds', clock.now() - interval '366 days' + interval '365 days' * (i::float / $2::int)) AS at
  FROM generate_series(1, $2::int) i`;

const FILLINGS = [
  `INSERT INTO person (id, email, family_name, first_names, language, created_at, email_verified_at)
   SELECT 'per_' || n, lower(n) || '@company.example', family || ' ' || i, first, 'nl', at, at FROM made`,
  `INSERT INTO member (id, account_id, person_id, role, public_id, joined_at, last_active_at)
   SELECT 'mem_' || n, account, 'per_' || n, 'user', 'M-' || n, at, at FROM made`,
  `INSERT INTO invitation (id, account_id, email, role, language, invited_by, created_at, expires_at, accepted_at, accepted_member_id)
   SELECT 'inv_' || n, account, lower(n) || '@company.example', 'user', 'nl', admin, at, at + interval '7 days',
     CASE WHEN i % 1000 > 0 THEN at END, CASE WHEN i % 1000 > 0 THEN 'mem_' || n END FROM made`,
  `INSERT INTO contact (id, account_id, kind, name, first_names, email, street, number, postcode, town, country, language, sort_name, created_at, changed_at)
   SELECT 'con_' || n, account, 'person', family || ' ' || i, first, lower(n) || '@post.example', 'Kouter', '7', '9000', 'Gent', 'BE', 'nl',
     lower(family || ' ' || i || ' ' || first), at, at FROM made`,
  `INSERT INTO addressee_consent (id, account_id, email, name, first_names, sort_name, basis, words, stated_on, source, recorded_by, recorded_at)
   SELECT 'cns_' || n, account, lower(n) || '@post.example', family || ' ' || i, first, lower(family || ' ' || i || ' ' || first),
     'clause', 'Clause 7', at::date, 'sender', admin, at FROM made`,
  // Pages most of all; one in twenty an act, one in twenty a way in; only the oldest are of a program and of the rare person.
  `INSERT INTO use_log (used_at, falls_on, service, act, account_id, person_id, ip, user_agent)
   SELECT at, (at + interval '24 months')::date, CASE WHEN i <= 50 THEN 'api' ELSE 'portal' END,
     CASE i % 20 WHEN 0 THEN 'contact_kept' WHEN 1 THEN 'signed_in' ELSE 'GET /sent' END,
     account, CASE WHEN i <= 50 THEN rare ELSE 'per_' || n END, '192.0.2.7', 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'
   FROM made`,
  // A part whose messages all members see, and one whose messages only its own do.
  `INSERT INTO team (id, account_id, name, messages_visible_to, created_at)
   SELECT 'tea_' || $3 || kind, account, kind, kind, at FROM made, unnest(ARRAY['account','team']) kind WHERE i = 1`,
  `INSERT INTO team_member (team_id, member_id, account_id, joined_at)
   SELECT 'tea_' || $3 || 'account', 'mem_' || n, account, at FROM made`,
];

/** As the owner. On return the planner does not know of the rows yet: analyse when all accounts are filled. */
export async function fillAccount(sql: pg.Pool, filled: Filled): Promise<void> {
  const { accountId, count, mark, rarePersonId, adminMemberId } = filled;
  const given = [accountId, count, mark, rarePersonId, adminMemberId];
  const client = await sql.connect();
  try {
    await client.query(
      "BEGIN; SET LOCAL synchronous_commit = off; SET LOCAL session_replication_role = replica",
    );
    for (const statement of FILLINGS) await client.query(withRows(statement), given);
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}

function withRows(statement: string): string {
  return statement.replace("SELECT", `WITH made AS (${ROWS}) SELECT`);
}

export interface Letters {
  readonly accountId: string;
  readonly mark: string;
  /** Places among the deliveries that `fillDeliveries` made, both included. */
  readonly from: number;
  readonly to: number;
  /** In whose inbox they stand. */
  readonly reader: { readonly personId: string; readonly accountId: string };
}

/** Hands deliveries over to an account, one in five to each of its teams, and enters them into an inbox. */
export async function handOver(sql: pg.Pool, letters: Letters): Promise<void> {
  const { accountId, mark, from, to, reader } = letters;
  const client = await sql.connect();
  const range = [from, to].map((i) => String(i).padStart(26, "0"));
  try {
    await client.query(
      "BEGIN; SET LOCAL synchronous_commit = off; SET LOCAL session_replication_role = replica",
    );
    for (const [table, prefix] of [
      ["message", "msg_"],
      ["delivery", "dlv_"],
    ])
      await client.query(
        `UPDATE ${table} SET account_id = $1, team_id = CASE right(id, 1) WHEN '1' THEN 'tea_' || $2 || 'team' WHEN '6' THEN 'tea_' || $2 || 'team'
           WHEN '2' THEN 'tea_' || $2 || 'account' WHEN '7' THEN 'tea_' || $2 || 'account' END
         WHERE id BETWEEN '${prefix}' || $3 AND '${prefix}' || $4`,
        [accountId, mark, ...range],
      );
    await client.query(
      `INSERT INTO inbox_entry (delivery_id, person_id, account_id, because, entered_at)
       SELECT id, $1, $2, 'notice', notified_at FROM delivery WHERE id BETWEEN 'dlv_' || $3 AND 'dlv_' || $4`,
      [reader.personId, reader.accountId, ...range],
    );
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}

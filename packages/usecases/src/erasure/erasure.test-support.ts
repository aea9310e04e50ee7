// A set of the tests' own, in the form that every set has: things with a day, some of them held, found by index.

import { type Database, sql } from "@posthorn/db";
import type { ErasureSet } from "./erasure-sets.ts";

/** Of the rule of raw mails: 30 days. */
export const THINGS: ErasureSet = { set: "test_thing", rule: "R16", batch: 10 };

/** Table and functions; `holding` is the id of the delivery whose hold keeps a thing. */
export async function plantThings(owner: Database): Promise<void> {
  await sql`CREATE TABLE test_thing (id text PRIMARY KEY, since date NOT NULL, held boolean NOT NULL DEFAULT false, blob text)`.execute(
    owner,
  );
  await sql`CREATE INDEX test_thing_day ON test_thing (since)`.execute(owner);
  await sql`GRANT SELECT, INSERT, UPDATE, DELETE ON test_thing TO posthorn_erasure`.execute(owner);
  await sql`CREATE FUNCTION retention.due_test_thing(on_day date, after text, at_most int) RETURNS TABLE (id text, falls_on date)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT t.id, retention.falls_on('R16', t.since) FROM test_thing t
      WHERE t.since <= retention.cutoff('R16', on_day)
        AND (after IS NULL OR (t.since, t.id) > (SELECT a.since, a.id FROM test_thing a WHERE a.id = after))
      ORDER BY t.since, t.id LIMIT at_most $$`.execute(owner);
  await sql`CREATE FUNCTION retention.wipe_test_thing(ids text[]) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      INSERT INTO blob_removal (blob_id, since) SELECT blob, clock.now() FROM test_thing WHERE id = ANY (ids) AND blob IS NOT NULL ON CONFLICT DO NOTHING;
      DELETE FROM test_thing WHERE id = ANY (ids) $$`.execute(owner);
  await sql`CREATE FUNCTION retention.erase_test_thing(ids text[]) RETURNS text[]
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE gone text[]; BEGIN
      PERFORM FROM test_thing t WHERE t.id = ANY (ids) ORDER BY t.id FOR UPDATE;
      SELECT array_agg(t.id ORDER BY t.id) INTO gone FROM test_thing t WHERE t.id = ANY (ids) AND NOT t.held
        AND retention.falls_on('R16', t.since) <= retention.today();
      IF gone IS NULL THEN RETURN '{}'; END IF;
      PERFORM retention.keep_leaves(gone);
      PERFORM retention.wipe_test_thing(gone);
      PERFORM retention.note('R16', 'test_thing', gone);
      RETURN gone;
    END $$`.execute(owner);
  for (const name of [
    "due_test_thing(date, text, int)",
    "wipe_test_thing(text[])",
    "erase_test_thing(text[])",
  ]) {
    await sql`ALTER FUNCTION retention.${sql.raw(name)} OWNER TO posthorn_erasure`.execute(owner);
    await sql`REVOKE ALL ON FUNCTION retention.${sql.raw(name)} FROM PUBLIC`.execute(owner);
    if (!name.startsWith("wipe"))
      await sql`GRANT EXECUTE ON FUNCTION retention.${sql.raw(name)} TO posthorn_eraser`.execute(owner);
  }
}

/** Things `from` to `to`, whose trigger lies `daysAgo` days back. */
export async function addThings(owner: Database, from: number, to: number, daysAgo: number): Promise<void> {
  await sql`INSERT INTO test_thing (id, since)
    SELECT 'thg_' || lpad(n::text, 6, '0'), retention.today() - ${daysAgo}::int FROM generate_series(${from}::int, ${to}::int) n`.execute(
    owner,
  );
}

export async function countThings(owner: Database): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM test_thing`.execute(owner);
  return rows[0]?.n ?? -1;
}

// What stands in the tables of a test's database, told apart by table and put back as it was.

import { type Database, sql } from "@posthorn/db";

export interface GroundState {
  /** Tables whose rows are not what they were when they were last kept, sorted by name. */
  changed(): Promise<readonly string[]>;
  /** Puts back the rows of these tables. */
  restore(tables: readonly string[]): Promise<void>;
}

/** Keeps every table as it stands. `owner` is the superuser of a database that nobody else uses. */
export async function keepGround(owner: Database): Promise<GroundState> {
  await sql`CREATE SCHEMA kept`.execute(owner);
  // Without what the server works out itself.
  const { rows } = await sql<{ name: string; columns: readonly string[] }>`
    SELECT c.relname AS name, array_agg(a.attname ORDER BY a.attnum)::text[] AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' GROUP BY 1 ORDER BY 1`.execute(owner);
  const columnsOf = new Map(
    rows.map(({ name, columns }) => [name, sql.join(columns.map((each) => sql.ref(each)))]),
  );
  const tables = rows.map(({ name }) => name);
  for (const name of tables)
    await sql`CREATE TABLE kept.${sql.ref(name)} AS TABLE public.${sql.ref(name)}`.execute(owner);
  // The number of rows, and who wrote them last: a row that is written anew carries another transaction. A function keeps the plan
  // for all these tables, which takes longer to make than to carry out.
  const count = tables
    .map(
      (name) =>
        `SELECT '${name}', count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) FROM public."${name}"`,
    )
    .join(" UNION ALL ");
  await sql`CREATE FUNCTION kept.look() RETURNS TABLE (name text, standing text) LANGUAGE plpgsql
    AS ${sql.lit(`BEGIN RETURN QUERY ${count}; END`)}`.execute(owner);

  async function look(): Promise<ReadonlyMap<string, string>> {
    const found = await sql<{
      name: string;
      standing: string;
    }>`SELECT name, standing FROM kept.look()`.execute(owner);
    return new Map(found.rows.map((row) => [row.name, row.standing]));
  }

  let known = await look();
  return {
    async changed() {
      await quiet(owner);
      const standing = await look();
      return tables.filter((name) => standing.get(name) !== known.get(name));
    },
    async restore(changed) {
      if (changed.length === 0) return;
      await owner.transaction().execute(async (trx) => {
        // Triggers and references sleep: rows go back as they were, not as acts.
        await sql`SET LOCAL session_replication_role = replica`.execute(trx);
        for (const name of changed) {
          await sql`DELETE FROM public.${sql.ref(name)}`.execute(trx);
          const columns = columnsOf.get(name) ?? sql``;
          await sql`INSERT INTO public.${sql.ref(name)} (${columns}) OVERRIDING SYSTEM VALUE
            SELECT ${columns} FROM kept.${sql.ref(name)}`.execute(trx);
        }
      });
      known = await look();
    },
  };
}

/** Waits for what is still under way: a stream that nobody reads any more ends the look that it had begun. */
async function quiet(owner: Database): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ busy: boolean }>`SELECT EXISTS (SELECT FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle') AS busy`.execute(
      owner,
    );
    if (rows[0]?.busy !== true) return;
  }
}

// Writes every table's files anew, so that what was erased stands in none of them any more; then ends what the server's log of changes holds of it.

import { type Database, sql } from "@posthorn/db";

export interface Rewritten {
  readonly tables: number;
  /** What only a superuser of the server may do, and he did not: the acts that are left to him. */
  readonly left: readonly string[];
}

/** SQLSTATE insufficient_privilege. */
const NOT_ALLOWED = "42501";
/** The first ends the log's file, and the checkpoint after it lets go of those before. */
const LOG_ACTS = ["CHECKPOINT", "SELECT pg_switch_wal()", "CHECKPOINT"] as const;

/**
 * `db` is opened as the owner, outside of any transaction. One table after another, smallest first, each locked while it is written and
 * needing as much room again; then the planner's own figures. `onTable` is told of each before its turn. Null, and nothing done, where `db`
 * is not the owner's: the server would pass by each table with a mere warning. Throws what the database throws.
 */
export async function rewriteTables(
  db: Database,
  onTable: (table: string) => void,
): Promise<Rewritten | null> {
  const { rows } = await sql<{ name: string; own: boolean }>`
    SELECT format('%I.%I', n.nspname, c.relname) AS name, pg_has_role(c.relowner, 'USAGE') AS own FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
    ORDER BY pg_total_relation_size(c.oid), 1`.execute(db);
  if (rows.some(({ own }) => !own)) return null;
  for (const { name } of rows) {
    onTable(name);
    await sql`VACUUM (FULL, ANALYZE) ${sql.raw(name)}`.execute(db);
  }
  await sql`VACUUM (FULL) pg_catalog.pg_statistic`.execute(db);
  const left: string[] = [];
  for (const act of LOG_ACTS) {
    try {
      await sql.raw(act).execute(db);
    } catch (error) {
      if ((error as { readonly code?: unknown }).code !== NOT_ALLOWED) throw error;
      left.push(act);
    }
  }
  return { tables: rows.length, left };
}

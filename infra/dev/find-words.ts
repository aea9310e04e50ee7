// Looks for words in every column of every table, and says by which rules what is found is kept.

import { openDatabase, sql } from "@posthorn/db";
import { TABLES } from "@posthorn/domain";

export interface Found {
  readonly table: string;
  /** Of the schedule; of a table that no rule is about, none. */
  readonly rules: readonly string[];
  readonly rows: number;
}

/** In text and in octets, whatever the case; what is sealed or compressed is not opened. `ownerUrl`: nobody else sees all. */
export async function findWords(ownerUrl: string, words: readonly string[]): Promise<readonly Found[]> {
  const db = openDatabase({ url: ownerUrl, service: "migrate", max: 1 });
  const wanted = words.flatMap((word) => [word.toLowerCase(), Buffer.from(word, "utf8").toString("hex")]);
  try {
    const { rows: tables } = await sql<{ schema: string; name: string; root: string }>`
      SELECT n.nspname AS schema, c.relname AS name, r.relname AS root
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_class r ON r.oid = coalesce(pg_partition_root(c.oid), c.oid)
      WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema')`.execute(db);
    const counts = new Map<string, number>();
    for (const { schema, name, root } of tables) {
      const { rows } = await sql<{ n: number }>`
        SELECT count(*)::int AS n FROM ${sql.table(`${schema}.${name}`)} t
        WHERE EXISTS (SELECT FROM unnest(${wanted}::text[]) AS w WHERE strpos(lower(t::text), w) > 0)`.execute(
        db,
      );
      const n = rows[0]?.n ?? 0;
      if (n > 0) counts.set(root, (counts.get(root) ?? 0) + n);
    }
    return Array.from(counts, ([table, rows]) => ({ table, rules: rulesOf(table), rows })).toSorted((a, b) =>
      a.table.localeCompare(b.table),
    );
  } finally {
    await db.destroy();
  }
}

function rulesOf(table: string): readonly string[] {
  const rules = TABLES[table];
  return rules === undefined || typeof rules === "string" ? ["no rule"] : rules;
}

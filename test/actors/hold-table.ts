// Holds a table against writers for a while: the only way to stop a process exactly between two of its steps.

import pg from "pg";
import { waitFor } from "@posthorn/testkit";

export interface HeldTable {
  /** Answers when a service waits to write to the table. */
  waitedFor(service: string): Promise<void>;
  release(): Promise<void>;
}

/** Readers go on; whoever inserts, updates or deletes waits until `release`. */
export async function holdTable(ownerUrl: string, table: string): Promise<HeldTable> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "posthorn-test-hold" });
  await client.connect();
  await client.query("BEGIN");
  await client.query(`LOCK TABLE ${pg.escapeIdentifier(table)} IN SHARE MODE`);
  return {
    waitedFor: (service) =>
      waitFor(`${service} to wait for ${table}`, async () => {
        const { rowCount } = await client.query(
          `SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid)
           WHERE l.relation = $1::regclass AND NOT l.granted AND a.application_name = $2`,
          [table, `posthorn-${service}`],
        );
        return rowCount === 0 ? undefined : true;
      }).then(() => undefined),
    async release() {
      await client.query("ROLLBACK");
      await client.end();
    },
  };
}

/** Rows of a query, as the owner. */
export async function ask<Row extends pg.QueryResultRow>(
  ownerUrl: string,
  query: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query<Row>(query, [...values])).rows;
  } finally {
    await client.end();
  }
}

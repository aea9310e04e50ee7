// Lets a connection plan a statement once: PostgreSQL keeps the plan of a statement that has a name.

import { createHash } from "node:crypto";
import type pg from "pg";

/** Statements a connection keeps at most; those met later are planned each time. */
const KEPT = 500;
/** Longer ones are lists of rows whose number differs each time: hardly any would come again. */
const LONGEST = 4_000;
// A plan that returns whole rows is refused for good once a migration has added a column.
const WHOLE_ROWS = /\*/;

/** Planning takes about a third of what the server does for our short statements. Call once for each new connection. */
export function nameStatements(client: pg.PoolClient): void {
  const names = new Map<string, string>();
  const query = client.query.bind(client) as (...given: readonly unknown[]) => unknown;

  function nameOf(text: string): string | undefined {
    const known = names.get(text);
    if (known !== undefined || names.size >= KEPT || text.length > LONGEST || WHOLE_ROWS.test(text))
      return known;
    const name = createHash("sha256").update(text).digest("base64url");
    names.set(text, name);
    return name;
  }

  function named(...given: readonly unknown[]): unknown {
    const [text, values] = given;
    // Statements without values are `begin`, `commit` and their like: there is no plan to keep.
    if (typeof text !== "string" || !Array.isArray(values) || values.length === 0) return query(...given);
    const name = nameOf(text);
    return name === undefined ? query(...given) : query({ name, text, values: values as unknown[] });
  }
  client.query = named as typeof client.query;
}

// Searches everything that a stack keeps itself: each column of each table, what the planner knows, files, logs, and the data directory.

import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import pg from "pg";
import type { CanarySearch } from "./find-canaries.ts";
import { unpackLayers } from "./unpack-layers.ts";

/** What was found, by name; each with the places, in order: `table.column`, or a file. */
export type Findings = ReadonlyMap<string, ReadonlySet<string>>;

/** Folders of a stack that are another's: mailboxes, printers, carriers, the cards in people's pockets. */
const OTHERS = new Set(["mails", "print-partner", "carrier", "cards"]);
/** Nothing can hide in less. */
const SHORTEST = 8;

/** Each column of each row, its octets unpacked; what ANALYZE kept of columns, after it was run anew. */
export async function searchDatabase(ownerUrl: string, search: CanarySearch): Promise<Findings> {
  const found = new Map<string, Set<string>>();
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("ANALYZE");
    const { rows: tables } = await client.query<{ name: string; root: string }>(
      `SELECT c.oid::regclass::text AS name, coalesce(pg_partition_root(c.oid), c.oid)::regclass::text AS root FROM pg_class c WHERE c.relkind = 'r'
       AND c.relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema', 'pg_toast')`,
    );
    for (const { name, root } of tables) {
      const { rows } = await client.query<{ row: object }>(`SELECT to_jsonb(t) AS row FROM ${name} t`);
      for (const { row } of rows)
        for (const [column, value] of Object.entries(row)) note(found, search, value, `${root}.${column}`);
    }
    const { rows } = await client.query<{ place: string; values: string }>(
      `SELECT tablename || '.' || attname AS place, concat(most_common_vals::text, histogram_bounds::text, most_common_elems::text) AS values
       FROM pg_stats`,
    );
    for (const { place, values } of rows) note(found, search, values, `pg_stats of ${place}`);
  } finally {
    await client.end();
  }
  return found;
}

function note(found: Map<string, Set<string>>, search: CanarySearch, value: unknown, place: string): void {
  if (typeof value !== "string" && (typeof value !== "object" || value === null)) return;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  if (text.length < SHORTEST) return;
  const bytes = /^\\x[0-9a-f]+$/.test(text) ? Buffer.from(text.slice(2), "hex") : Buffer.from(text, "utf8");
  add(found, namesIn(bytes, search), place);
}

/** What was unpacked once stands in many places, and is looked for again and again. */
const SEEN = new Map<string, readonly string[]>();

function namesIn(bytes: Buffer, search: CanarySearch): readonly string[] {
  const digest = createHash("sha256").update(bytes).digest("base64");
  const names = SEEN.get(digest) ?? [...new Set(unpackLayers(bytes).flatMap((layer) => search(layer)))];
  SEEN.set(digest, names);
  return names;
}

function add(found: Map<string, Set<string>>, names: readonly string[], place: string): void {
  for (const name of names) {
    const places = found.get(name) ?? new Set();
    found.set(name, places.add(place));
  }
}

/** All files of a stack that are the service's own; each is named from the folder on. */
export function searchFolder(directory: string, search: CanarySearch): Findings {
  return searchFiles(directory, search, (path) => !OTHERS.has(path.split("/")[0] ?? ""));
}

/** The files as they stand on the disk, written-ahead log and server's log included. */
export function searchFiles(
  directory: string,
  search: CanarySearch,
  wanted: (path: string) => boolean = () => true,
): Findings {
  const found = new Map<string, Set<string>>();
  for (const path of filesBelow(directory)) {
    const name = relative(directory, path);
    if (wanted(name)) add(found, search(readFileSync(path)), name);
  }
  return found;
}

function filesBelow(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .map((name) => join(directory, name))
    .filter((path) => lstatSync(path).isFile());
}

/** For an assertion that shows at once what is where. */
export function told(findings: Findings): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Array.from(findings, ([name, places]): [string, string[]] => [name, [...places].toSorted()]).toSorted(
      ([a], [b]) => a.localeCompare(b),
    ),
  );
}

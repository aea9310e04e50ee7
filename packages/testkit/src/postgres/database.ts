// Makes, clones and drops databases of a server, over short connections of its own.

import pg from "pg";

/** Runs `work` on a connection to the database of `url`, and closes it. */
export async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: "posthorn-testkit" });
  // A server that stops while we hold the connection is reported by the query, not as an uncaught event.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes the database that `url` names where it is missing; `fresh` drops it first. */
export async function ensureDatabase(url: string, fresh: boolean): Promise<void> {
  const name = databaseName(url);
  await withConnection(urlOfDatabase(url, "postgres"), async (client) => {
    if (fresh) await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
    const found = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  });
}

/** Makes database `name` as a copy of `template`, to which nobody may be connected. */
export async function cloneDatabase(url: string, name: string, template: string): Promise<void> {
  await withConnection(urlOfDatabase(url, "postgres"), async (client) => {
    const { rows } = await client.query<{ fsync: string }>("show fsync");
    // A thousand small files: copied as they are in half the time, unless each has to reach the disk.
    const strategy = rows[0]?.fsync === "off" ? "file_copy" : "wal_log";
    await client.query(
      `create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(template)} strategy ${strategy}`,
    );
  });
}

/** Drops database `name`, ending whoever is still connected to it. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await withConnection(urlOfDatabase(url, "postgres"), async (client) => {
    await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
  });
}

/** The same server and login, another database. */
export function urlOfDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(name)}`;
  return other.href;
}

/** The database that `url` names. Throws where it names none. */
export function databaseName(url: string): string {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  if (name === "") throw new Error("The database URL must end with the name of a database, as in /posthorn.");
  return name;
}

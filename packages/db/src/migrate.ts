// Creates roles and schema as the owner, before any service starts; forward only, safe to run by several at once.

import { runMigrations } from "graphile-worker";
import pg from "pg";
import { enterPeriods } from "./enter-periods.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { ERASURE_ROLE, INBOX_ROLE, roleName, SERVICE_ROLES } from "./roles.ts";

export interface MigrateOptions {
  /** Connection string of the owner role. */
  readonly ownerUrl: string;
  /** Password given to the service roles that do not exist yet; existing roles are left as they are. */
  readonly rolePassword: string;
}

const LOCK = 7_261_026_112;

export interface Migrated {
  /** Names of the migrations that were missing. */
  readonly applied: readonly string[];
  /** Names of the roles of services that were made, which sign in with `rolePassword`. */
  readonly roles: readonly string[];
}

/** Applies what is missing, each migration in its own transaction. Throws what PostgreSQL says, with the migration's name. */
export async function migrate(options: MigrateOptions): Promise<Migrated> {
  const client = new pg.Client({ connectionString: options.ownerUrl, application_name: "posthorn-migrate" });
  await client.connect();
  const applied: string[] = [];
  let roles: readonly string[] = [];
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    roles = await ensureRoles(client, options.rolePassword);
    await runMigrations({ connectionString: options.ownerUrl });
    await client.query(
      "CREATE TABLE IF NOT EXISTS schema_migration (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT clock_timestamp())",
    );
    const done = await client.query<{ name: string }>("SELECT name FROM schema_migration");
    const names = new Set(done.rows.map((row) => row.name));
    for (const migration of MIGRATIONS) {
      if (names.has(migration.name)) continue;
      await client.query("BEGIN");
      try {
        await client.query(migration.sql);
        await client.query("INSERT INTO schema_migration (name) VALUES ($1)", [migration.name]);
        await client.query("COMMIT");
      } catch (cause) {
        await client.query("ROLLBACK");
        throw new Error(`migration ${migration.name} failed: ${String(cause)}`, { cause });
      }
      applied.push(migration.name);
    }
    await enterPeriods(client);
  } finally {
    await client.end();
  }
  return { applied, roles };
}

async function ensureRoles(client: pg.Client, password: string): Promise<readonly string[]> {
  const made: string[] = [];
  for (const role of SERVICE_ROLES) {
    const name = roleName(role);
    const found = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [name]);
    if (found.rowCount) continue;
    await client.query(
      `CREATE ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${client.escapeLiteral(password)}`,
    );
    made.push(name);
  }
  for (const name of [INBOX_ROLE, ERASURE_ROLE]) {
    const found = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [name]);
    if (!found.rowCount)
      await client.query(`CREATE ROLE ${name} NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE`);
  }
  return made;
}

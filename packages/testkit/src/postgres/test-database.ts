// Gives each test a database of its own, cloned in milliseconds from a migrated template, empty or with the invented people.

import { createHmac, randomBytes } from "node:crypto";
import { migrate, urlForRole } from "@posthorn/db";
import type { ServiceRole } from "@posthorn/db";
import pg from "pg";
import { seed } from "../stack/seed.ts";
import { cloneDatabase, dropDatabase, ensureDatabase, urlOfDatabase, withConnection } from "./database.ts";
import { startPostgres } from "./start-postgres.ts";

/** A database that nobody else uses. */
export interface TestDatabase {
  /** Connection as superuser and owner of everything in it. */
  readonly ownerUrl: string;
  /** Connection as the role of one service, with no more than its grants. */
  urlFor(role: ServiceRole | "owner"): string;
  /** Ends whoever is connected and drops it. */
  drop(): Promise<void>;
}

/**
 * Starts one server for a whole test run and makes the templates. Call once, before the workers
 * start; answers the function that ends it all.
 */
export async function startTestServer(): Promise<() => Promise<void>> {
  const server = await startPostgres({ fsync: false });
  const template = `posthorn_test_${randomBytes(6).toString("hex")}`;
  const templateUrl = urlOfDatabase(server.url, template);
  try {
    await ensureDatabase(templateUrl, true);
    await migrate({ ownerUrl: templateUrl, rolePassword: rolePassword(templateUrl) });
    await sealTemplate(server.url, template);
    // Once, since the passwords of the people take a while to hash.
    await cloneDatabase(server.url, seeded(template), template);
    await seed(urlOfDatabase(server.url, seeded(template)));
    await sealTemplate(server.url, seeded(template));
  } catch (error) {
    await server.stop();
    throw error;
  }
  // Inherited by each worker that vitest starts from this process.
  process.env["POSTHORN_TEST_TEMPLATE_URL"] = templateUrl;
  return async () => {
    delete process.env["POSTHORN_TEST_TEMPLATE_URL"];
    await dropAll(server.url, template);
    await server.stop();
  };
}

/**
 * Clones a template of this run: with the invented people and accounts where `seed` is true. Throws where the test runs
 * without the set-up of `*.db.test.ts`.
 */
export async function createTestDatabase(options: { readonly seed?: boolean } = {}): Promise<TestDatabase> {
  const templateUrl = process.env["POSTHORN_TEST_TEMPLATE_URL"];
  if (templateUrl === undefined) {
    throw new Error("No test server runs: name the file *.db.test.ts, or put it below test/.");
  }
  const template = new URL(templateUrl).pathname.slice(1);
  const name = `${template}_${randomBytes(6).toString("hex")}`;
  await cloneDatabase(templateUrl, name, options.seed === true ? seeded(template) : template);
  const ownerUrl = urlOfDatabase(templateUrl, name);
  return {
    ownerUrl,
    urlFor: (role) => (role === "owner" ? ownerUrl : urlForRole(ownerUrl, role, rolePassword(ownerUrl))),
    drop: () => dropDatabase(templateUrl, name),
  };
}

/**
 * Password of the service roles on a server of the tests or the dev stack: the same for every process
 * that knows the owner's, since roles are shared by all databases of a server.
 */
export function rolePassword(ownerUrl: string): string {
  return createHmac("sha256", new URL(ownerUrl).password)
    .update("posthorn service roles")
    .digest("base64url");
}

function seeded(template: string): string {
  return `${template}_seeded`;
}

async function sealTemplate(serverUrl: string, template: string): Promise<void> {
  await withConnection(urlOfDatabase(serverUrl, "postgres"), async (client) => {
    await client.query(`alter database ${pg.escapeIdentifier(template)} with allow_connections false`);
    // A pool of the migration may linger; nobody may be connected to what is cloned.
    await client.query("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1", [
      template,
    ]);
  });
}

async function dropAll(serverUrl: string, template: string): Promise<void> {
  const names = await withConnection(urlOfDatabase(serverUrl, "postgres"), async (client) => {
    const found = await client.query<{ datname: string }>(
      "select datname from pg_database where starts_with(datname, $1)",
      [template],
    );
    return found.rows.map((row) => row.datname);
  });
  for (const name of names) await dropDatabase(serverUrl, name);
}

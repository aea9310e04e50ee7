// The database server of a stack: started by us, and stopped and started again where a test wants that.

import { randomBytes } from "node:crypto";
import { databaseName, dropDatabase, ensureDatabase, urlOfDatabase } from "../postgres/database.ts";
import { dataDirectoryFor, startPostgres } from "../postgres/start-postgres.ts";
import type { PostgresServer } from "../postgres/start-postgres.ts";

export interface StackPostgres {
  /** Connection as the owner; the same after every restart. */
  readonly ownerUrl: string;
  /** Stops the server: connections break, new ones are refused. Throws where the server is not ours. */
  pause(): Promise<void>;
  /** Starts it again on the same data and port. */
  resume(): Promise<void>;
  stop(): Promise<void>;
}

export interface KeepPostgresOptions {
  /** A server that is not ours: its database is made where missing; a temporary stack gets one of its own there. */
  readonly databaseUrl: string | undefined;
  /** The stack's directory; the cluster lies outside it, where the server's user can reach it. */
  readonly directory: string;
  readonly port: number;
  /** Begins with an empty database. */
  readonly fresh: boolean;
  /** On a server that is not ours: a database of its own, dropped on `stop()`. */
  readonly temporary: boolean;
}

export async function keepPostgres(options: KeepPostgresOptions): Promise<StackPostgres> {
  if (options.databaseUrl !== undefined) return useServer(options.databaseUrl, options);
  const { port } = options;
  const dataDirectory = dataDirectoryFor(options.directory);
  // What is deleted at the end need not outlast a power cut; what was committed outlasts the server all the same.
  const fsync = !options.temporary;
  const begun = await startPostgres({ dataDirectory, port, fresh: options.fresh, fsync });
  let server: PostgresServer | undefined = begun;
  const ownerUrl = begun.url;

  async function pause(): Promise<void> {
    await server?.stop();
    server = undefined;
  }

  return {
    ownerUrl,
    pause,
    async resume() {
      server ??= await startPostgres({ dataDirectory, port, fsync });
    },
    stop: pause,
  };
}

async function useServer(given: string, options: KeepPostgresOptions): Promise<StackPostgres> {
  const ownerUrl = options.temporary
    ? urlOfDatabase(given, `posthorn_${randomBytes(6).toString("hex")}`)
    : given;
  await ensureDatabase(ownerUrl, options.fresh);
  const refuse = (): Promise<never> =>
    Promise.reject(new Error("This PostgreSQL server is not ours to stop."));
  return {
    ownerUrl,
    pause: refuse,
    resume: refuse,
    stop: () => (options.temporary ? dropDatabase(given, databaseName(ownerUrl)) : Promise.resolve()),
  };
}

// Connections: one pool a service, under the service's own role; transactions that say whose rows they see.

import { AppError } from "@posthorn/domain";
import { Kysely, PostgresDialect, sql, type Transaction as KyselyTransaction } from "kysely";
import pg from "pg";
import type { Tables } from "./schema/index.ts";
import { typeParsers } from "./types.ts";

export type Database = Kysely<Tables>;
export type Transaction = KyselyTransaction<Tables>;
/** Either: for reads that need no transaction of their own. */
export type Queryable = Database | Transaction;

export interface DatabaseOptions {
  readonly url: string;
  readonly service: string;
  /** Connections at most; default 10. */
  readonly max?: number;
}

/** Statements end after 30 s and transactions 40 s after their start, so nothing commits later than 45 s after arrival. */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    application_name: `posthorn-${options.service}`,
    max: options.max ?? 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 30_000,
    options: "-c transaction_timeout=40s -c idle_in_transaction_session_timeout=40s",
    types: typeParsers,
  });
  // An idle connection that breaks (server restart) must not end the process; the next query opens another.
  pool.on("error", () => undefined);
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/** Whose rows a transaction sees, by row-level security. */
export interface Scope {
  readonly accountId?: string;
  /** Hash of the link token or check code that was presented. */
  readonly presented?: string;
  /** Hash of the collect session's token. */
  readonly presentedSession?: string;
}

/** Runs `work` in one transaction, READ COMMITTED, under `scope`. A lost connection becomes AppError `database_unavailable`. */
export async function transact<T>(
  db: Database,
  scope: Scope,
  work: (trx: Transaction) => Promise<T>,
): Promise<T> {
  try {
    return await db.transaction().execute(async (trx) => {
      await sql`SELECT set_config('posthorn.account_id', ${scope.accountId ?? ""}, true),
        set_config('posthorn.presented', ${scope.presented ?? ""}, true),
        set_config('posthorn.presented_session', ${scope.presentedSession ?? ""}, true)`.execute(trx);
      return await work(trx);
    });
  } catch (error) {
    if (isConnectionLoss(error))
      throw new AppError("unavailable", "database_unavailable", { cause: error, retryAfterSeconds: 5 });
    throw error;
  }
}

/** `clock.now()` of the database, to the millisecond. */
export async function clockNow(db: Queryable): Promise<Temporal.Instant> {
  const { rows } = await sql<{ now: Temporal.Instant }>`SELECT clock.now() AS now`.execute(db);
  const row = rows[0];
  if (!row) throw new AppError("internal", "clock_silent");
  return row.now;
}

const CONNECTION_LOSS = new Set([
  "08000",
  "08003",
  "08006",
  "57P01",
  "57P02",
  "57P03",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "25P04",
]);

function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: string }).code;
  return (
    (code !== undefined && CONNECTION_LOSS.has(code)) ||
    /Connection terminated|timeout exceeded when trying to connect/.test(error.message)
  );
}

/** Whether the error is PostgreSQL's unique violation, optionally of one constraint. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const pgError = error as { code?: string; constraint?: string };
  return pgError?.code === "23505" && (constraint === undefined || pgError.constraint === constraint);
}

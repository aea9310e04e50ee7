// Connections: one pool a service, under the service's own role; transactions that say whose rows they see.

import { AppError } from "@posthorn/domain";
import { Kysely, PostgresDialect, sql, type Transaction as KyselyTransaction } from "kysely";
import pg from "pg";
import { nameStatements } from "./name-statements.ts";
import type { INBOX_ROLE } from "./roles.ts";
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
  /** A role that the service's own may become: its connections act as that one. */
  readonly role?: typeof INBOX_ROLE;
  /** For what an operator does once, however long it takes: statements and transactions end when they are done. */
  readonly unlimited?: boolean;
}

const TIMEOUTS = ["-c transaction_timeout=40s", "-c idle_in_transaction_session_timeout=40s"];

/** Statements end after 30 s and transactions 40 s after their start, so nothing commits later than 45 s after arrival. */
export function openDatabase(options: DatabaseOptions): Database {
  const limits = options.unlimited === true ? [] : TIMEOUTS;
  const pool = new pg.Pool({
    connectionString: options.url,
    application_name: `posthorn-${options.service}`,
    max: options.max ?? 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    ...(options.unlimited === true ? {} : { statement_timeout: 30_000 }),
    options: [...limits, ...(options.role ? [`-c role=${options.role}`] : [])].join(" "),
    types: typeParsers,
  });
  // A connection that breaks (server restart) must not end the process, whether it is idle or in a transaction between two
  // statements: the next query on it fails, and another connection is opened.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  pool.on("connect", nameStatements);
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/** Whose rows a transaction sees, by row-level security. */
export interface Scope {
  readonly accountId?: string;
  /** The acting member of that account: says which teams' messages are seen; without it none of a team. */
  readonly memberId?: string;
  /** The signed-in person, for what is his and no account's. */
  readonly personId?: string;
  /** Of the inbox role, with `personId`: the delivery in that person's inbox. */
  readonly inboxDelivery?: string;
  /** Hash of the link token or check code that was presented. */
  readonly presented?: string;
  /** Hash of the token of a session, of collect or of the portal. */
  readonly presentedSession?: string;
  /** Digest of the state or return code that comes back with an identification. */
  readonly presentedState?: string;
  /** Digest of the token of a link that was mailed. */
  readonly presentedLink?: string;
  /** Digests of what an issuer calls whoever has shown itsme or a card, joined by commas. */
  readonly presentedIdentity?: string;
  /** Credential id of the passkey that answered. */
  readonly presentedPasskey?: string;
  /** Id of a request about somebody's data that is made, or was proven to be his, without an account. */
  readonly rightsRequest?: string;
  /** Id of the API key that was presented, whether or not its secret is right. */
  readonly presentedKey?: string;
}

/**
 * Runs `work` in one transaction, READ COMMITTED, under `scope`. A lost connection, and whatever else of the server's passes,
 * becomes AppError `database_unavailable`: what was asked may then stand or not, if the connection broke at the commit.
 * Text that cannot be stored is bad_request `broken_text`.
 */
export async function transact<T>(
  db: Database,
  scope: Scope,
  work: (trx: Transaction) => Promise<T>,
): Promise<T> {
  try {
    return await db.transaction().execute(async (trx) => {
      // Without these nothing is set: roles that see by scope then see nothing.
      if (Object.keys(scope).length === 0) return await work(trx);
      await sql`SELECT set_config('posthorn.account_id', ${scope.accountId ?? ""}, true),
        set_config('posthorn.member_id', ${scope.memberId ?? ""}, true),
        set_config('posthorn.person_id', ${scope.personId ?? ""}, true),
        set_config('posthorn.presented_link', ${scope.presentedLink ?? ""}, true),
        set_config('posthorn.inbox_delivery', ${scope.inboxDelivery ?? ""}, true),
        set_config('posthorn.presented', ${scope.presented ?? ""}, true),
        set_config('posthorn.presented_session', ${scope.presentedSession ?? ""}, true),
        set_config('posthorn.presented_state', ${scope.presentedState ?? ""}, true),
        set_config('posthorn.presented_identity', ${scope.presentedIdentity ?? ""}, true),
        set_config('posthorn.presented_passkey', ${scope.presentedPasskey ?? ""}, true),
        set_config('posthorn.rights_request', ${scope.rightsRequest ?? ""}, true),
        set_config('posthorn.presented_key', ${scope.presentedKey ?? ""}, true)`.execute(trx);
      return await work(trx);
    });
  } catch (error) {
    if (isPassing(error))
      throw new AppError("unavailable", "database_unavailable", { cause: error, retryAfterSeconds: 5 });
    if (isUnstorableText(error)) throw new AppError("bad_request", "broken_text", { cause: error });
    throw error;
  }
}

const WIDENED = {
  accountId: "posthorn.account_id",
  personId: "posthorn.person_id",
  presentedSession: "posthorn.presented_session",
  presentedIdentity: "posthorn.presented_identity",
  rightsRequest: "posthorn.rights_request",
} as const satisfies Partial<Record<keyof Scope, string>>;

/** Goes on under a further scope, once the transaction has found out whose rows it is about; what is not named stays as it was. */
export async function widen(trx: Transaction, scope: Pick<Scope, keyof typeof WIDENED>): Promise<void> {
  for (const name of Object.keys(WIDENED) as (keyof typeof WIDENED)[]) {
    const value = scope[name];
    if (value !== undefined) await sql`SELECT set_config(${WIDENED[name]}, ${value}, true)`.execute(trx);
  }
}

/** `clock.now()` of the database, to the millisecond. */
export async function clockNow(db: Queryable): Promise<Temporal.Instant> {
  const { rows } = await sql<{ now: Temporal.Instant }>`SELECT clock.now() AS now`.execute(db);
  const row = rows[0];
  if (!row) throw new AppError("internal", "clock_silent");
  return row.now;
}

/** SQLSTATEs after which the server takes the same again later: shutting down, full, a deadlock, a term of ours that ran out. */
const PASSING = new Set([
  "25P03",
  "25P04",
  "40001",
  "40P01",
  "53300",
  "57014",
  "57P01",
  "57P02",
  "57P03",
  "57P05",
]);
const NETWORK = new Set([
  "EAI_AGAIN",
  "ECONNABORTED",
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETDOWN",
  "ENETUNREACH",
  "ENOTFOUND",
  "EPIPE",
  "ETIMEDOUT",
]);
/** The driver's own words, among them those of the rollback that fails after the loss and hides what was thrown first. */
const LOST = /Connection terminated|is not queryable|timeout exceeded when trying to connect/;

/** Where a commit was under way nobody knows what became of it. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = "" } = error as { readonly code?: string };
  return code.startsWith("08") || PASSING.has(code) || NETWORK.has(code) || LOST.test(error.message);
}

/** Text with a NUL, which no honest page sends and the server does not store (SQLSTATE 22021). */
function isUnstorableText(error: unknown): boolean {
  return (error as { readonly code?: string }).code === "22021";
}

/** Whether the error is PostgreSQL's unique violation, optionally of one constraint. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const pgError = error as { code?: string; constraint?: string };
  return pgError?.code === "23505" && (constraint === undefined || pgError.constraint === constraint);
}

// Holds an account open, or shuts it, until the end of the transaction: what is sent and its closing exclude each other.

import { sql } from "kysely";
import type { Transaction } from "../database.ts";

/**
 * Before the account's state is read by whoever sends in its name: any number at a time, none while it is being closed. A lock
 * of its own: rows can be locked only by roles that may change them.
 */
export async function holdAccountOpen(trx: Transaction, accountId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock_shared(hashtextextended(${`account ${accountId}`}, 0))`.execute(trx);
}

/** Waits for all who hold it open, and keeps others waiting. Before any row is locked. */
export async function shutAccount(trx: Transaction, accountId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`account ${accountId}`}, 0))`.execute(trx);
}

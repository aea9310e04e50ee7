// Closes accounts whose last delivery has become final since their closing was asked for; the worker's part of `when_final`.

import { clockNow, shutAccount, sql, transact } from "@posthorn/db";
import { eraseBy, lastDayOfWayBack } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { lockAccount } from "../member/lock-account.ts";
import { isAnythingRunning } from "./close-account.ts";
import { tellMembers } from "./tell-members.ts";

/** Accounts in one pass. */
const BATCH = 50;

/** Idempotent, each account in a transaction of its own. Returns how many were closed. */
export async function closeFinished(ctx: Context): Promise<number> {
  const { rows } = await sql<{ id: string }>`SELECT a.id FROM account a WHERE a.status = 'closing'
    AND NOT EXISTS (SELECT FROM delivery d WHERE d.account_id = a.id AND d.final_at IS NULL) LIMIT ${sql.lit(BATCH)}`.execute(
    ctx.db,
  );
  let closed = 0;
  for (const { id } of rows) if (await closeFinishedOne(ctx, id)) closed += 1;
  return closed;
}

async function closeFinishedOne(ctx: Context, accountId: string): Promise<boolean> {
  return transact(ctx.db, {}, async (trx) => {
    await shutAccount(trx, accountId);
    const account = await lockAccount(trx, accountId);
    if (account.status !== "closing" || (await isAnythingRunning(trx, accountId))) return false;
    const at = await clockNow(trx);
    const day = eraseBy(at);
    await trx
      .updateTable("account")
      .set({ status: "closed", closed_at: at, erase_by: day, erasure_told_at: null })
      .where("id", "=", accountId)
      .execute();
    await sql`SELECT remove_application_documents(${accountId})`.execute(trx);
    await tellMembers(trx, ctx, account, {
      kind: "account_closed",
      facts: { until: lastDayOfWayBack(day).toString() },
      at,
    });
    return true;
  });
}

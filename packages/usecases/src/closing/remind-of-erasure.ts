// Tells the members of a closed account once more, a week before it is erased.

import { clockNow, sql, transact } from "@posthorn/db";
import { erasureReminderDue, isBefore, isWayBackOpen, lastDayOfWayBack } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { lockAccount } from "../member/lock-account.ts";
import { tellMembers } from "./tell-members.ts";

const BATCH = 50;
/** No clock of a server and its zone is far enough off to matter: what is due is decided account by account. */
const LOOK_AHEAD_DAYS = 8;

/** Idempotent: once a countdown. Returns how many accounts were reminded. */
export async function remindOfErasure(ctx: Context): Promise<number> {
  const now = await clockNow(ctx.db);
  const before = now.toZonedDateTimeISO("UTC").toPlainDate().add({ days: LOOK_AHEAD_DAYS });
  const { rows } = await sql<{ id: string }>`SELECT id FROM account
    WHERE status IN ('closing','closed') AND status = 'closed' AND erase_by <= ${before} AND erasure_told_at IS NULL
    ORDER BY erase_by LIMIT ${sql.lit(BATCH)}`.execute(ctx.db);
  let reminded = 0;
  for (const { id } of rows) if (await remindOne(ctx, id)) reminded += 1;
  return reminded;
}

async function remindOne(ctx: Context, accountId: string): Promise<boolean> {
  return transact(ctx.db, {}, async (trx) => {
    const account = await lockAccount(trx, accountId);
    const { erase_by: day, erasure_told_at: told } = await trx
      .selectFrom("account")
      .select(["erase_by", "erasure_told_at"])
      .where("id", "=", accountId)
      .executeTakeFirstOrThrow();
    const at = await clockNow(trx);
    if (account.status !== "closed" || day === null || told !== null) return false;
    if (isBefore(at, erasureReminderDue(day)) || !isWayBackOpen(day, at)) return false;
    await trx.updateTable("account").set({ erasure_told_at: at }).where("id", "=", accountId).execute();
    await tellMembers(trx, ctx, account, {
      kind: "account_erasure_near",
      facts: { until: lastDayOfWayBack(day).toString() },
      at,
    });
    return true;
  });
}

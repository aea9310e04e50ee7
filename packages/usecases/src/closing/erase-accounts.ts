// Erases closed accounts at the end of their countdown (retention rules R1, R2): the database's function rechecks rule and date.

import { clockNow, shutAccount, sql, transact } from "@posthorn/db";
import { brusselsDay } from "@posthorn/domain";
import type { Context } from "../context.ts";

/** Accounts in one pass. */
const BATCH = 20;
/** Members one transaction takes: each small enough for its time. */
const MEMBERS_AT_ONCE = 500;

type Step = "more" | "done" | "not_due" | "nothing";

/** Idempotent: what a crash left half done is carried on with. Returns how many accounts were erased to the end. */
export async function eraseAccounts(ctx: Context): Promise<number> {
  const today = brusselsDay(await clockNow(ctx.db));
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM account WHERE status = 'erased' AND erased_at IS NULL
    UNION ALL
    SELECT id FROM account WHERE status IN ('closing','closed') AND status = 'closed' AND erase_by <= ${today}
    LIMIT ${sql.lit(BATCH)}`.execute(ctx.db);
  let erased = 0;
  for (const { id } of rows) {
    let step: Step = "more";
    while (step === "more") step = await eraseSome(ctx, id);
    if (step === "done") erased += 1;
  }
  return erased;
}

async function eraseSome(ctx: Context, accountId: string): Promise<Step> {
  return transact(ctx.db, {}, async (trx) => {
    await shutAccount(trx, accountId);
    const { rows } = await sql<{ step: Step }>`
      SELECT erase_account(${accountId}, ${MEMBERS_AT_ONCE}) AS step`.execute(trx);
    return rows[0]?.step ?? "nothing";
  });
}

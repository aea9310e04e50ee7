// Calls off the letters of accounts that were closed now: what is not yet released for printing is not printed, postage comes back.

import { clockNow, holdAccountOpen, lockDelivery, snapshotOf, sql, transact } from "@posthorn/db";
import { decide } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { applyDecision } from "../record/apply-decision.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";

/** Deliveries in one pass; the next one goes on. */
const BATCH = 500;

/** Idempotent, each delivery in a transaction of its own. Returns how many were called off. */
export async function callOffLetters(ctx: Context): Promise<number> {
  const { rows } = await sql<{ id: string; account: string }>`SELECT d.id, a.id AS account FROM account a
    JOIN delivery d ON d.account_id = a.id AND d.final_at IS NULL AND d.postal_fallback AND d.print_released_at IS NULL
    WHERE a.status IN ('closing','closed') AND a.status = 'closed' AND a.closing_mode = 'now'
    ORDER BY d.final_by, d.id LIMIT ${sql.lit(BATCH)}`.execute(ctx.db);
  let calledOff = 0;
  for (const { id, account } of rows) if (await callOffLetter(ctx, account, id)) calledOff += 1;
  return calledOff;
}

async function callOffLetter(ctx: Context, accountId: string, deliveryId: string): Promise<boolean> {
  return transact(ctx.db, {}, async (trx) => {
    // Whoever takes the account back does so before or after this letter.
    await holdAccountOpen(trx, accountId);
    const account = await trx
      .selectFrom("account")
      .select(["status", "closing_mode"])
      .where("id", "=", accountId)
      .executeTakeFirstOrThrow();
    if (account.status !== "closed" || account.closing_mode !== "now") return false;
    const row = await lockDelivery(trx, deliveryId);
    const at = await clockNow(trx);
    const decision = decide(snapshotOf(row), { kind: "call_off_letter", at });
    if (decision.kind !== "done") return false;
    const details = { because: "account_closed" };
    await applyDecision(trx, ctx, {
      row,
      message: await loadMessageFacts(trx, row.message_id),
      decision,
      recordedAt: at,
      events: { LetterCalledOff: { details }, RelayToNonERDSFailure: { details } },
    });
    return true;
  });
}

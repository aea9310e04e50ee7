// Unused purchased credits of a closed account are paid back on request, within its countdown (domain rules, "Closing", "Money").

import { shutAccount, transact, type Transaction } from "@posthorn/db";
import { isWayBackOpen } from "@posthorn/domain";
import { owePersonErrand } from "../account/owe-person-errand.ts";
import type { Context } from "../context.ts";
import type { MemberAct } from "../member/acting-member.ts";
import { requireAdmin } from "../member/living-members.ts";
import { lockAccount } from "../member/lock-account.ts";
import { logUse } from "../record/log-use.ts";

export type RefundOutcome =
  | { readonly kind: "asked"; readonly credits: number }
  | { readonly kind: "nothing_left" | "not_closed" | "too_late" };

/**
 * Durable on return: the request stands and the credits are out of the ledger, once. What is still reserved by running
 * deliveries is not unused; what comes back of it can be asked for again. Errors: forbidden `not_an_admin`, `not_a_member`.
 */
export async function refundCredits(ctx: Context, act: MemberAct): Promise<RefundOutcome> {
  const { actor, arrivedAt: at } = act;
  return transact(ctx.db, actor, async (trx): Promise<RefundOutcome> => {
    await shutAccount(trx, actor.accountId);
    const account = await lockAccount(trx, actor.accountId);
    if (account.status === "erased") return { kind: "too_late" };
    await requireAdmin(trx, actor);
    if (account.status !== "closed") return { kind: "not_closed" };
    const { erase_by: day } = await trx
      .selectFrom("account")
      .select("erase_by")
      .where("id", "=", account.id)
      .executeTakeFirstOrThrow();
    if (day !== null && !isWayBackOpen(day, at)) return { kind: "too_late" };
    const credits = await unusedCredits(trx, account.id);
    if (credits <= 0) return { kind: "nothing_left" };
    await trx
      .updateTable("account_credit")
      .set((eb) => ({ balance: eb("balance", "-", credits) }))
      .where("account_id", "=", account.id)
      .execute();
    await trx
      .insertInto("credit_entry")
      .values({
        account_id: account.id,
        kind: "refund",
        item: "pack",
        amount: -credits,
        delivery_id: null,
        entered_at: at,
      })
      .execute();
    const id = ctx.newId("ref", at);
    await trx
      .insertInto("credit_refund")
      .values({ id, account_id: account.id, member_id: actor.memberId, credits, asked_at: at })
      .execute();
    await logUse(trx, ctx, {
      act: "credits_refund_asked",
      at,
      visitor: act.visitor,
      accountId: account.id,
      personId: actor.personId,
      subject: id,
    });
    const facts = { credits: String(credits) };
    await owePersonErrand(trx, ctx, actor.personId, "credits_refund_asked", facts, at);
    return { kind: "asked", credits };
  });
}

/** What is available, as far as it was bought and not paid back yet: locked until the end of the transaction. */
async function unusedCredits(trx: Transaction, accountId: string): Promise<number> {
  const held = await trx
    .selectFrom("account_credit")
    .select("balance")
    .where("account_id", "=", accountId)
    .forUpdate()
    .executeTakeFirst();
  const bought = await trx
    .selectFrom("credit_entry")
    .select((eb) => eb.fn.sum<number | null>("amount").as("credits"))
    .where("account_id", "=", accountId)
    .where("item", "=", "pack")
    .executeTakeFirst();
  return Math.min(held?.balance ?? 0, Number(bought?.credits ?? 0));
}

// The holder, or an admin of the company, closes the account: when the last delivery is final, or now (domain rules, "Closing").

import { shutAccount, sql, transact, type Transaction } from "@posthorn/db";
import { eraseBy, lastDayOfWayBack } from "@posthorn/domain";
import type { Context } from "../context.ts";
import type { MemberAct } from "../member/acting-member.ts";
import { requireAdmin } from "../member/living-members.ts";
import { lockAccount, type LockedAccount } from "../member/lock-account.ts";
import { logUse } from "../record/log-use.ts";
import { tellMembers } from "./tell-members.ts";

export type ClosingMode = "when_final" | "now";

/** `closing`: something is still on its way, and the account closes when the last of it is final. */
export type ClosingOutcome = "closing" | "closed" | "already";

/**
 * Durable on return: from then on nothing can be sent, whatever was under way at that instant was either accepted before or is
 * refused. With `now` letters not yet released are called off by the worker, with postage back; windows run on. All members are
 * told by mail. Errors: forbidden `not_an_admin`, `not_a_member`.
 */
export async function closeAccount(
  ctx: Context,
  act: MemberAct & { readonly mode: ClosingMode },
): Promise<ClosingOutcome> {
  const { actor, mode, arrivedAt: at } = act;
  return transact(ctx.db, actor, async (trx) => {
    await shutAccount(trx, actor.accountId);
    const account = await lockAccount(trx, actor.accountId);
    await requireAdmin(trx, actor);
    if (account.status === "closed" || account.status === "erased") return "already";
    if (account.status === "closing" && mode === "when_final") return "already";
    const closes = mode === "now" || !(await isAnythingRunning(trx, account.id));
    await trx
      .updateTable("account")
      .set({
        status: closes ? "closed" : "closing",
        closing_mode: mode,
        closing_asked_at: at,
        ...(closes ? { closed_at: at, erase_by: eraseBy(at), erasure_told_at: null } : {}),
      })
      .where("id", "=", account.id)
      .execute();
    await voidInvitations(trx, account.id, at);
    if (closes) await endApplication(trx, account, at);
    await logUse(trx, ctx, {
      act: closes ? "account_closed" : "account_closing",
      at,
      visitor: act.visitor,
      accountId: account.id,
      personId: actor.personId,
    });
    await tellMembers(trx, ctx, account, {
      at,
      ...(closes
        ? { kind: "account_closed", facts: { until: lastDayOfWayBack(eraseBy(at)).toString() } }
        : { kind: "account_closing" }),
    });
    return closes ? "closed" : "closing";
  });
}

/** Whether a delivery of the account is not final yet. */
export async function isAnythingRunning(trx: Transaction, accountId: string): Promise<boolean> {
  const running = await trx
    .selectFrom("delivery")
    .select("id")
    .where("account_id", "=", accountId)
    .where("final_at", "is", null)
    .limit(1)
    .executeTakeFirst();
  return running !== undefined;
}

/** Nobody joins an account that ends; the links in their mails open nothing any more. */
async function voidInvitations(trx: Transaction, accountId: string, at: Temporal.Instant): Promise<void> {
  await sql`WITH ended AS (
      UPDATE invitation SET withdrawn_at = ${at} WHERE account_id = ${accountId}
        AND accepted_at IS NULL AND withdrawn_at IS NULL AND declined_at IS NULL RETURNING id)
    SELECT void_invitation_links(id, ${at}) FROM ended`.execute(trx);
}

/** Papers end with the account (R12); an application that staff had not decided yet waits for nobody any more. */
async function endApplication(
  trx: Transaction,
  account: Pick<LockedAccount, "id" | "kind" | "status">,
  at: Temporal.Instant,
): Promise<void> {
  if (account.kind === "private") return;
  if (account.status === "applying")
    await trx
      .updateTable("company_application")
      .set({ state: "draft", changed_at: at })
      .where("account_id", "=", account.id)
      .where("state", "<>", "approved")
      .execute();
  await sql`SELECT remove_application_documents(${account.id})`.execute(trx);
}

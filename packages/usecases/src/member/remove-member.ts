// An admin removes a member from a company account: at once, with what only this membership kept (domain rules R3, R4).

import { transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { logUse } from "../record/log-use.ts";
import type { MemberAct } from "./acting-member.ts";
import { endMembership } from "./end-membership.ts";
import { findLivingMember, requireAdmin } from "./living-members.ts";
import { lockAccount } from "./lock-account.ts";

/** `oneself`: one's own membership is left, not removed. */
export type RemovalOutcome = "removed" | "oneself";

/**
 * Durable on return. The admin who acts stays, so another admin always remains. Errors: forbidden `not_an_admin`, `not_a_member`;
 * not_found `member_unknown`, another account's and one who has left too.
 */
export async function removeMember(
  ctx: Context,
  act: MemberAct & { readonly memberId: string },
): Promise<RemovalOutcome> {
  const { actor, arrivedAt: at } = act;
  return transact(ctx.db, actor, async (trx) => {
    const account = await lockAccount(trx, actor.accountId);
    const admin = await requireAdmin(trx, actor);
    if (act.memberId === admin.id) return "oneself";
    const member = await findLivingMember(trx, account.id, act.memberId);
    if (!member) throw new AppError("not_found", "member_unknown");
    await endMembership(trx, ctx, { account, member, because: "removed", heirId: admin.id, at });
    await logUse(trx, ctx, {
      act: "member_removed",
      at,
      visitor: act.visitor,
      accountId: account.id,
      personId: admin.personId,
      subject: member.id,
    });
    return "removed";
  });
}

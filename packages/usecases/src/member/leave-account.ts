// A member leaves a company account himself: at once; the only admin not before another is named (domain rules R3, R4).

import { transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import { owePersonErrand } from "../account/owe-person-errand.ts";
import type { Context } from "../context.ts";
import { logUse } from "../record/log-use.ts";
import type { MemberAct } from "./acting-member.ts";
import { endMembership } from "./end-membership.ts";
import { adminsOf, findLivingMember } from "./living-members.ts";
import { lockAccount } from "./lock-account.ts";

/** `private_account`: it has one member, who closes it instead. */
export type LeavingOutcome = "left" | "only_admin" | "private_account";

/** Durable on return; the admins who stay are told by mail. Errors: forbidden `not_a_member`. */
export async function leaveAccount(ctx: Context, act: MemberAct): Promise<LeavingOutcome> {
  const { actor, arrivedAt: at } = act;
  return transact(ctx.db, actor, async (trx) => {
    const account = await lockAccount(trx, actor.accountId);
    const member = await findLivingMember(trx, account.id, actor.memberId);
    if (!member) throw new AppError("forbidden", "not_a_member");
    if (account.kind === "private") return "private_account";
    const staying = (await adminsOf(trx, account.id)).filter((admin) => admin.id !== member.id);
    const [heir] = staying;
    if (!heir) return "only_admin";
    await endMembership(trx, ctx, { account, member, because: "left", heirId: heir.id, at });
    await logUse(trx, ctx, {
      act: "member_left",
      at,
      visitor: act.visitor,
      accountId: account.id,
      personId: member.personId,
      subject: member.id,
    });
    for (const admin of staying)
      await owePersonErrand(
        trx,
        ctx,
        admin.personId,
        "member_left",
        { company: account.name, name: member.name },
        at,
      );
    return "left";
  });
}

// An admin makes a member admin or user; the only admin stays one until another is named (domain rules, "Roles", R4).

import { transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import { owePersonErrand } from "../account/owe-person-errand.ts";
import type { Context } from "../context.ts";
import { logUse } from "../record/log-use.ts";
import type { MemberAct } from "./acting-member.ts";
import { adminsOf, findLivingMember, requireAdmin } from "./living-members.ts";
import { lockAccount } from "./lock-account.ts";

/** `private_account`: its one member is its admin. */
export type RoleOutcome = "changed" | "unchanged" | "only_admin" | "private_account";

/** Durable on return; who got another role is told by mail. Errors: forbidden `not_an_admin`, `not_a_member`; not_found `member_unknown`. */
export async function changeRole(
  ctx: Context,
  act: MemberAct & { readonly memberId: string; readonly role: "admin" | "user" },
): Promise<RoleOutcome> {
  const { actor, role, arrivedAt: at } = act;
  return transact(ctx.db, actor, async (trx) => {
    const account = await lockAccount(trx, actor.accountId);
    const admin = await requireAdmin(trx, actor);
    const member = await findLivingMember(trx, account.id, act.memberId);
    if (!member) throw new AppError("not_found", "member_unknown");
    if (account.kind === "private") return "private_account";
    if (member.role === role) return "unchanged";
    if (role === "user" && (await adminsOf(trx, account.id)).length === 1) return "only_admin";
    await trx.updateTable("member").set({ role }).where("id", "=", member.id).execute();
    await logUse(trx, ctx, {
      act: `role_changed_to_${role}`,
      at,
      visitor: act.visitor,
      accountId: account.id,
      personId: admin.personId,
      subject: member.id,
    });
    if (member.id !== admin.id)
      await owePersonErrand(trx, ctx, member.personId, "role_changed", { company: account.name, role }, at);
    return "changed";
  });
}

// An admin takes a member into a team, or out of it.

import { transact } from "@posthorn/db";
import type { Context } from "../context.ts";
import type { MemberAct } from "../member/acting-member.ts";
import { requireAdmin } from "../member/living-members.ts";
import { lockAccount } from "../member/lock-account.ts";
import { logUse } from "../record/log-use.ts";
import { holdTeam } from "./keep-team.ts";

/**
 * By the address of a member of the same account; nobody else's is looked at. Errors: forbidden `not_an_admin`, `not_a_member`;
 * not_found `team_unknown`.
 */
export async function addToTeam(
  ctx: Context,
  act: MemberAct & { readonly teamId: string; readonly email: string },
): Promise<"added" | "unknown"> {
  const { actor, teamId, arrivedAt: at } = act;
  return transact(ctx.db, actor, async (trx) => {
    await lockAccount(trx, actor.accountId);
    await requireAdmin(trx, actor);
    await holdTeam(trx, actor.accountId, teamId);
    const member = await trx
      .selectFrom("member")
      .innerJoin("person", "person.id", "member.person_id")
      .select("member.id")
      .where("member.account_id", "=", actor.accountId)
      .where("member.left_at", "is", null)
      .where((eb) => eb(eb.fn<string>("lower", ["person.email"]), "=", act.email.trim().toLowerCase()))
      .executeTakeFirst();
    if (!member) return "unknown";
    await trx
      .insertInto("team_member")
      .values({ team_id: teamId, member_id: member.id, account_id: actor.accountId, joined_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await logUse(trx, ctx, {
      act: "team_joined",
      at,
      visitor: act.visitor,
      accountId: actor.accountId,
      personId: actor.personId,
      subject: member.id,
    });
    return "added";
  });
}

/** Doing it twice changes nothing. Errors as of `addToTeam`. */
export async function takeOutOfTeam(
  ctx: Context,
  act: MemberAct & { readonly teamId: string; readonly memberId: string },
): Promise<void> {
  const { actor, teamId, arrivedAt: at } = act;
  await transact(ctx.db, actor, async (trx) => {
    await lockAccount(trx, actor.accountId);
    await requireAdmin(trx, actor);
    await holdTeam(trx, actor.accountId, teamId);
    const { numDeletedRows: taken } = await trx
      .deleteFrom("team_member")
      .where("team_id", "=", teamId)
      .where("member_id", "=", act.memberId)
      .executeTakeFirst();
    // What stands in the path is no member then, and no word of it enters the log.
    if (taken === 0n) return;
    await logUse(trx, ctx, {
      act: "team_left",
      at,
      visitor: act.visitor,
      accountId: actor.accountId,
      personId: actor.personId,
      subject: act.memberId,
    });
  });
}

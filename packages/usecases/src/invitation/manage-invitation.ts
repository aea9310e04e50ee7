// An admin sends an invitation again, or withdraws it; the links sent before end with that.

import { sql, transact, type Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import type { MemberAct } from "../member/acting-member.ts";
import { requireAdmin } from "../member/living-members.ts";
import { lockAccount } from "../member/lock-account.ts";
import { logUse } from "../record/log-use.ts";
import { invitationEnd, oweInvitationLink } from "./invite-members.ts";

interface InvitationAct extends MemberAct {
  readonly invitationId: string;
}

/**
 * Good for the full time again, by a new link alone. Errors: forbidden `not_an_admin`, `not_a_member`; not_found
 * `invitation_gone`: another account's, answered or withdrawn; conflict `account_not_active`.
 */
export async function resendInvitation(ctx: Context, act: InvitationAct): Promise<void> {
  const { actor, arrivedAt: at } = act;
  await transact(ctx.db, actor, async (trx) => {
    const account = await lockAccount(trx, actor.accountId);
    const admin = await requireAdmin(trx, actor);
    if (account.status !== "active") throw new AppError("conflict", "account_not_active");
    const invitation = await openInvitation(trx, account.id, act.invitationId);
    await voidLinks(trx, invitation.id, at);
    const renewed = { ...invitation, expires_at: invitationEnd(at) };
    await trx
      .updateTable("invitation")
      .set({ expires_at: renewed.expires_at })
      .where("id", "=", invitation.id)
      .execute();
    await oweInvitationLink(trx, ctx, account, renewed, at);
    await log(trx, ctx, act, admin.personId, "invitation_sent_again");
  });
}

/** Errors as of `resendInvitation`, but for the last: a closing account's may be withdrawn. */
export async function withdrawInvitation(ctx: Context, act: InvitationAct): Promise<void> {
  const { actor, arrivedAt: at } = act;
  await transact(ctx.db, actor, async (trx) => {
    const account = await lockAccount(trx, actor.accountId);
    const admin = await requireAdmin(trx, actor);
    const invitation = await openInvitation(trx, account.id, act.invitationId);
    await voidLinks(trx, invitation.id, at);
    await trx.updateTable("invitation").set({ withdrawn_at: at }).where("id", "=", invitation.id).execute();
    await log(trx, ctx, act, admin.personId, "invitation_withdrawn");
  });
}

async function openInvitation(trx: Transaction, accountId: string, id: string) {
  const row = await trx
    .selectFrom("invitation")
    .select(["id", "email", "role", "language", "expires_at"])
    .where("id", "=", id)
    .where("account_id", "=", accountId)
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("declined_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new AppError("not_found", "invitation_gone");
  return row;
}

async function voidLinks(trx: Transaction, invitationId: string, at: Temporal.Instant): Promise<void> {
  await sql`SELECT void_invitation_links(${invitationId}, ${at})`.execute(trx);
}

function log(
  trx: Transaction,
  ctx: Context,
  act: InvitationAct,
  personId: string,
  what: string,
): Promise<void> {
  const { actor, visitor, arrivedAt: at, invitationId: subject } = act;
  return logUse(trx, ctx, { act: what, at, visitor, accountId: actor.accountId, personId, subject });
}

// Declines an invitation: nobody needs an account to say no; whoever invited is told.

import { transact, widen } from "@posthorn/db";
import { owePersonErrand } from "../account/owe-person-errand.ts";
import type { Context } from "../context.ts";
import { findLivingMember } from "../member/living-members.ts";
import { lockAccount } from "../member/lock-account.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { type InvitationState, readInvitation } from "./view-invitation.ts";

/** What then stands; an invitation that stood no more stays as it was. Errors: not_found `link_unknown`. */
export function declineInvitation(
  ctx: Context,
  input: {
    /** Digest of the link's token. */
    readonly presentedLink: string;
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<InvitationState> {
  const { arrivedAt: at, presentedLink, visitor } = input;
  return transact(ctx.db, { presentedLink }, async (trx) => {
    const { accountId } = await readInvitation(trx, input, at);
    await widen(trx, { accountId });
    const account = await lockAccount(trx, accountId);
    const invitation = await readInvitation(trx, input, at, { lock: true });
    // A company that is closing may be declined as well.
    if (invitation.state !== "open" && invitation.state !== "closing") return invitation.state;
    await trx.updateTable("invitation").set({ declined_at: at }).where("id", "=", invitation.id).execute();
    await trx.updateTable("mailed_link").set({ used_at: at }).where("id", "=", invitation.linkId).execute();
    await logUse(trx, ctx, { act: "invitation_declined", at, visitor, accountId, subject: invitation.id });
    const inviter = await findLivingMember(trx, accountId, invitation.inviterId);
    const facts = { company: account.name, name: invitation.email };
    if (inviter) await owePersonErrand(trx, ctx, inviter.personId, "invitation_declined", facts, at);
    return "declined";
  });
}

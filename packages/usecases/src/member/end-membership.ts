// Ends one membership with everything that hangs on it, in the caller's transaction (domain rules R3, R4, R5).

import { sql, type Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { oweMailTo } from "../mailed-link/owe-link.ts";
import type { LockedAccount } from "./lock-account.ts";
import type { LivingMember } from "./living-members.ts";

interface Ending {
  /** Locked by this transaction. */
  readonly account: LockedAccount;
  readonly member: LivingMember;
  readonly because: "left" | "removed";
  /** Who gets the drafts: an admin who stays. */
  readonly heirId: string;
  readonly at: Temporal.Instant;
}

/**
 * Sessions of the membership go on in another one of the same person, or end; what was collected as a delegate is shut; keys are
 * suspended; drafts pass on; open invitations are void. Who has no other membership is erased; the last mail to him is owed with
 * his address, and forgets it once it is sent.
 */
export async function endMembership(trx: Transaction, ctx: Context, ending: Ending): Promise<void> {
  const { account, member, at } = ending;
  const ended = await trx
    .updateTable("member")
    .set({ left_at: at, left_because: ending.because })
    .where("id", "=", member.id)
    .where("left_at", "is", null)
    .executeTakeFirst();
  if (ended.numUpdatedRows !== 1n) throw new AppError("conflict", "member_gone");
  const { rows } = await sql<{ erased: boolean }>`
    SELECT end_membership(${member.id}, ${ending.heirId}, ${at}) AS erased`.execute(trx);
  await oweMailTo(trx, ctx, {
    kind: rows[0]?.erased === true ? "membership_ended_erased" : "membership_ended",
    to: { email: member.email, name: member.name, language: member.language },
    facts: { company: account.name },
    at,
  });
}

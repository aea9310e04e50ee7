// Which of a person's memberships he is led to: the one he worked in last, of those that live.

import type { Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";

interface Membership {
  readonly id: string;
  readonly account_id: string;
}

/** Of an erased account nothing is left to work in. Errors: forbidden `no_membership`. */
export async function latestMembership(trx: Transaction, personId: string): Promise<Membership> {
  const member = await trx
    .selectFrom("member")
    .innerJoin("account", "account.id", "member.account_id")
    .select(["member.id", "member.account_id"])
    .where("member.person_id", "=", personId)
    .where("member.left_at", "is", null)
    .where("account.status", "<>", "erased")
    .orderBy("member.last_active_at", (order) => order.desc().nullsLast())
    .orderBy("member.joined_at")
    .orderBy("member.id")
    .executeTakeFirst();
  if (!member) throw new AppError("forbidden", "no_membership");
  return member;
}

/** In the scope of the membership's account. */
export async function bookActive(trx: Transaction, memberId: string, at: Temporal.Instant): Promise<void> {
  await trx.updateTable("member").set({ last_active_at: at }).where("id", "=", memberId).execute();
}

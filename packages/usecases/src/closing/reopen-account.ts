// The way back: an account that is closing or closed, and not yet erased, is what it was (domain rules R1, R2).

import { isUniqueViolation, shutAccount, transact, type Transaction } from "@posthorn/db";
import { isWayBackOpen } from "@posthorn/domain";
import type { Context } from "../context.ts";
import type { MemberAct } from "../member/acting-member.ts";
import { requireAdmin } from "../member/living-members.ts";
import { lockAccount } from "../member/lock-account.ts";
import { logUse } from "../record/log-use.ts";
import { tellMembers } from "./tell-members.ts";

/** `too_late`: the day of erasure has begun. `number_taken`: the company has registered another account meanwhile. */
export type ReopeningOutcome = "reopened" | "not_closing" | "too_late" | "number_taken";

/**
 * Durable on return. What was called off, asked back or void stays so. A company that staff had not approved goes back to its
 * application. Errors: forbidden `not_an_admin`, `not_a_member`.
 */
export async function reopenAccount(ctx: Context, act: MemberAct): Promise<ReopeningOutcome> {
  const { actor } = act;
  try {
    return await transact(ctx.db, actor, (trx) => reopen(trx, ctx, act));
  } catch (error) {
    if (isUniqueViolation(error, "account_enterprise")) return "number_taken";
    throw error;
  }
}

async function reopen(trx: Transaction, ctx: Context, act: MemberAct): Promise<ReopeningOutcome> {
  const { actor, arrivedAt: at } = act;
  await shutAccount(trx, actor.accountId);
  const account = await lockAccount(trx, actor.accountId);
  if (account.status === "erased") return "too_late";
  await requireAdmin(trx, actor);
  if (account.status !== "closing" && account.status !== "closed") return "not_closing";
  const { erase_by: day } = await trx
    .selectFrom("account")
    .select("erase_by")
    .where("id", "=", account.id)
    .executeTakeFirstOrThrow();
  if (day !== null && !isWayBackOpen(day, at)) return "too_late";
  await trx
    .updateTable("account")
    .set({
      status: (await waitsForStaff(trx, account.id)) ? "applying" : "active",
      closing_mode: null,
      closing_asked_at: null,
      closed_at: null,
      erase_by: null,
      erasure_told_at: null,
    })
    .where("id", "=", account.id)
    .execute();
  await logUse(trx, ctx, {
    act: "account_reopened",
    at,
    visitor: act.visitor,
    accountId: account.id,
    personId: actor.personId,
  });
  await tellMembers(trx, ctx, account, { kind: "account_reopened", at });
  return "reopened";
}

async function waitsForStaff(trx: Transaction, accountId: string): Promise<boolean> {
  const application = await trx
    .selectFrom("company_application")
    .innerJoin("account", "account.id", "company_application.account_id")
    .select(["company_application.state", "account.enterprise_verified_at"])
    .where("company_application.account_id", "=", accountId)
    .executeTakeFirst();
  return (
    application !== undefined &&
    application.state !== "approved" &&
    application.enterprise_verified_at === null
  );
}

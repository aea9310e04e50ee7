// An admin makes a team, changes it, or ends it (domain: a part of a company that sends under a name of its own).

import { isUniqueViolation, transact, type Transaction } from "@posthorn/db";
import { AppError, type FieldError, parseRequiredLine } from "@posthorn/domain";
import type { Context } from "../context.ts";
import type { MemberAct } from "../member/acting-member.ts";
import { requireAdmin } from "../member/living-members.ts";
import { lockAccount } from "../member/lock-account.ts";
import { logUse } from "../record/log-use.ts";

export type TeamVisibility = "account" | "team";

export interface TeamFields {
  readonly name: string;
  /** Stands beside the company's name; blank: the company's alone. */
  readonly senderName: string;
  readonly visibility: TeamVisibility;
}

export type TeamOutcome =
  | { readonly kind: "kept"; readonly id: string }
  /** Paths `name`, `sender_name`. */
  | { readonly kind: "refused"; readonly errors: readonly FieldError[] };

/** Letters that a column of a list, a notice and a proof have room for. */
const NAME_LONGEST = 80;

/** Errors: forbidden `not_an_admin`, `not_a_member`; conflict `private_account`. */
export function makeTeam(
  ctx: Context,
  act: MemberAct & { readonly fields: TeamFields },
): Promise<TeamOutcome> {
  return keep(ctx, act, async (trx, columns) => {
    const id = ctx.newId("tea", act.arrivedAt);
    const row = { id, account_id: act.actor.accountId, created_at: act.arrivedAt, ...columns };
    await trx.insertInto("team").values(row).execute();
    await log(trx, ctx, act, "team_made", id);
    return id;
  });
}

/** What was sent under the earlier name keeps it. Errors as of `makeTeam`; not_found `team_unknown`. */
export function changeTeam(
  ctx: Context,
  act: MemberAct & { readonly teamId: string; readonly fields: TeamFields },
): Promise<TeamOutcome> {
  return keep(ctx, act, async (trx, columns) => {
    await holdTeam(trx, act.actor.accountId, act.teamId);
    await trx.updateTable("team").set(columns).where("id", "=", act.teamId).execute();
    await log(trx, ctx, act, "team_changed", act.teamId);
    return act.teamId;
  });
}

/**
 * Nobody is in it any more, and nothing is sent for it; what only it could see is then seen by admins alone. Errors: forbidden
 * `not_an_admin`, `not_a_member`; not_found `team_unknown`.
 */
export async function endTeam(ctx: Context, act: MemberAct & { readonly teamId: string }): Promise<void> {
  const { actor, teamId, arrivedAt } = act;
  await transact(ctx.db, actor, async (trx) => {
    await lockAccount(trx, actor.accountId);
    await requireAdmin(trx, actor);
    await holdTeam(trx, actor.accountId, teamId);
    await trx.updateTable("team").set({ ended_at: arrivedAt }).where("id", "=", teamId).execute();
    await trx.deleteFrom("team_member").where("team_id", "=", teamId).execute();
    await log(trx, ctx, act, "team_ended", teamId);
  });
}

interface Columns {
  readonly name: string;
  readonly sender_name: string | null;
  readonly messages_visible_to: TeamVisibility;
}

async function keep(
  ctx: Context,
  act: MemberAct & { readonly fields: TeamFields },
  write: (trx: Transaction, columns: Columns) => Promise<string>,
): Promise<TeamOutcome> {
  const { actor, fields } = act;
  const parsed = parse(fields);
  try {
    return await transact(ctx.db, actor, async (trx) => {
      const { kind } = await lockAccount(trx, actor.accountId);
      await requireAdmin(trx, actor);
      if (kind === "private") throw new AppError("conflict", "private_account");
      if ("errors" in parsed) return { kind: "refused", errors: parsed.errors };
      return { kind: "kept", id: await write(trx, parsed) };
    });
  } catch (error) {
    if (isUniqueViolation(error, "team_name"))
      return { kind: "refused", errors: [{ path: "name", code: "team_name_taken" }] };
    throw error;
  }
}

function parse(fields: TeamFields): Columns | { readonly errors: readonly FieldError[] } {
  const name = parseRequiredLine("name", fields.name, NAME_LONGEST);
  const blank = fields.senderName.trim() === "";
  const sender = blank ? null : parseRequiredLine("sender_name", fields.senderName, NAME_LONGEST);
  if (!name.ok || (sender && !sender.ok))
    return { errors: [...(name.ok ? [] : name.errors), ...(sender && !sender.ok ? sender.errors : [])] };
  return { name: name.value, sender_name: sender?.value ?? null, messages_visible_to: fields.visibility };
}

/** Errors: not_found `team_unknown`, another account's and one that was ended too. */
export async function holdTeam(trx: Transaction, accountId: string, teamId: string): Promise<void> {
  const team = await trx
    .selectFrom("team")
    .select("id")
    .where("id", "=", teamId)
    .where("account_id", "=", accountId)
    .where("ended_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (!team) throw new AppError("not_found", "team_unknown");
}

function log(trx: Transaction, ctx: Context, act: MemberAct, what: string, subject: string): Promise<void> {
  const { accountId, personId } = act.actor;
  return logUse(trx, ctx, {
    act: what,
    at: act.arrivedAt,
    visitor: act.visitor,
    accountId,
    personId,
    subject,
  });
}

// A person ends one of his sessions, or all but the one he sits at.

import { transact, type Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import type { SessionMember } from "./load-session.ts";

interface Ending {
  readonly member: Pick<SessionMember, "personId" | "accountId" | "sessionId">;
  readonly visitor: Visitor;
  readonly arrivedAt: Temporal.Instant;
}

/** Ending one twice changes nothing. Errors: not_found `session_unknown`, for other people's sessions as well. */
export async function endSession(ctx: Context, ending: Ending & { readonly id: string }): Promise<void> {
  await transact(ctx.db, { personId: ending.member.personId }, async (trx) => {
    const session = await trx
      .selectFrom("session")
      .select("ended_at")
      .where("id", "=", ending.id)
      .where("person_id", "=", ending.member.personId)
      .forUpdate()
      .executeTakeFirst();
    if (!session) throw new AppError("not_found", "session_unknown");
    if (session.ended_at) return;
    await trx
      .updateTable("session")
      .set({ ended_at: ending.arrivedAt, ended_because: "revoked" })
      .where("id", "=", ending.id)
      .execute();
    await log(trx, ctx, ending, "session_ended");
  });
}

/** Returns how many ended. */
export async function endOtherSessions(ctx: Context, ending: Ending): Promise<number> {
  return transact(ctx.db, { personId: ending.member.personId }, async (trx) => {
    const ended = await endOthers(trx, ending.member, "revoked", ending.arrivedAt);
    await log(trx, ctx, ending, "other_sessions_ended");
    return ended;
  });
}

export async function endOthers(
  trx: Transaction,
  member: Pick<SessionMember, "personId" | "sessionId">,
  because: "revoked" | "password_changed",
  at: Temporal.Instant,
): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable("session")
    .set({ ended_at: at, ended_because: because })
    .where("person_id", "=", member.personId)
    .where("id", "<>", member.sessionId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

async function log(trx: Transaction, ctx: Context, ending: Ending, act: string): Promise<void> {
  const { member, visitor, arrivedAt } = ending;
  await logUse(trx, ctx, {
    act,
    at: arrivedAt,
    visitor,
    accountId: member.accountId,
    personId: member.personId,
  });
}

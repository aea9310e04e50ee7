// A person goes on in another of his accounts: the same session and sign-in, under a new token.

import { transact, widen } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { SessionMember } from "../account/load-session.ts";
import type { SessionTokens } from "../collection/ports.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { bookActive } from "./latest-membership.ts";

/**
 * Returns the token for the cookie; the old one opens nothing from the commit on, in any tab. Errors: not_found
 * `membership_unknown`, for other people's too; unauthenticated `session_missing` where the session ended meanwhile.
 */
export async function switchAccount(
  ctx: Context,
  tokens: SessionTokens,
  input: {
    readonly member: Pick<SessionMember, "tokenHash" | "personId">;
    readonly memberId: string;
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<{ readonly token: string }> {
  const { personId, tokenHash } = input.member;
  return transact(ctx.db, { personId }, async (trx) => {
    const wanted = await trx
      .selectFrom("member")
      .innerJoin("account", "account.id", "member.account_id")
      .select(["member.id", "member.account_id"])
      .where("member.id", "=", input.memberId)
      .where("member.person_id", "=", personId)
      .where("member.left_at", "is", null)
      .where("account.status", "<>", "erased")
      .executeTakeFirst();
    if (!wanted) throw new AppError("not_found", "membership_unknown");
    const accountId = wanted.account_id;
    const next = tokens.newToken();
    const rotated = await trx
      .updateTable("session")
      .set({ token_hash: next.hash, member_id: wanted.id, account_id: accountId })
      .where("token_hash", "=", tokenHash)
      .where("person_id", "=", personId)
      .where("ended_at", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (!rotated) throw new AppError("unauthenticated", "session_missing");
    await widen(trx, { accountId });
    await bookActive(trx, wanted.id, input.arrivedAt);
    const { arrivedAt: at, visitor } = input;
    await logUse(trx, ctx, { act: "account_switched", at, visitor, accountId, personId });
    return { token: next.token };
  });
}

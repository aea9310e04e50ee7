// A full proof of who sits there, given again within a session: it gets a new token, and sensitive acts are open for a while.

import type { Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { SessionTokens } from "../collection/ports.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import type { SessionMember } from "./load-session.ts";

/** How long after a full proof sensitive acts need no other. */
export const FRESH_MINUTES = 10;

export function isFresh(member: Pick<SessionMember, "freshAt">, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, member.freshAt.add({ minutes: FRESH_MINUTES })) < 0;
}

/**
 * Returns the token for the cookie; the old one opens nothing from the commit on. What the session says of its sign-in
 * (method, level, time) stays: evidence names the sign-in. Errors: unauthenticated `session_missing` where it ended meanwhile.
 */
export async function freshenSession(
  trx: Transaction,
  ctx: Context,
  tokens: SessionTokens,
  proven: {
    readonly member: Pick<SessionMember, "tokenHash" | "personId" | "accountId">;
    /** What was proven with; all but `password` makes the session strong. */
    readonly by: "password" | "password and code" | "code app" | "passkey" | "itsme" | "eid";
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<{ readonly token: string }> {
  const { member, arrivedAt } = proven;
  const next = tokens.newToken();
  const rotated = await trx
    .updateTable("session")
    .set({
      token_hash: next.hash,
      fresh_at: arrivedAt,
      ...(proven.by === "password" ? {} : { strong_at: arrivedAt }),
    })
    .where("token_hash", "=", member.tokenHash)
    .where("ended_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  if (!rotated) throw new AppError("unauthenticated", "session_missing");
  await logUse(trx, ctx, {
    act: `confirmed by ${proven.by}`,
    at: arrivedAt,
    visitor: proven.visitor,
    accountId: member.accountId,
    personId: member.personId,
  });
  return { token: next.token };
}

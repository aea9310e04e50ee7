// A person who has an account registers a company too: he is its first administrator, and nothing can be sent before staff approve.

import { transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { SessionMember } from "../account/load-session.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { openAccount } from "./open-account.ts";

/** Applications that one person may have open at once. */
const OPEN_APPLICATIONS = 3;

/** Returns the membership to switch to. Errors: conflict `too_many_applications`; unauthenticated `session_missing` for who was erased meanwhile. */
export async function registerCompany(
  ctx: Context,
  input: {
    readonly member: Pick<SessionMember, "personId" | "personEmail" | "language">;
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<{ readonly memberId: string }> {
  const { member, visitor, arrivedAt: at } = input;
  const { personId } = member;
  const accountId = ctx.newId("acc", at);
  const memberId = ctx.newId("mem", at);
  await transact(ctx.db, { accountId, personId, memberId }, async (trx) => {
    // Of several windows at once each waits here: the limit holds for all of them.
    const person = await trx
      .selectFrom("person")
      .select("id")
      .where("id", "=", personId)
      .where("erased_at", "is", null)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (!person) throw new AppError("unauthenticated", "session_missing");
    const open = await trx
      .selectFrom("member")
      .innerJoin("account", "account.id", "member.account_id")
      .select("account.id")
      .where("member.person_id", "=", personId)
      .where("member.left_at", "is", null)
      .where("account.status", "=", "applying")
      .limit(OPEN_APPLICATIONS)
      .execute();
    if (open.length >= OPEN_APPLICATIONS) throw new AppError("conflict", "too_many_applications");
    const { personEmail: email, language } = member;
    await openAccount(
      trx,
      ctx,
      { accountId, memberId, personId, kind: "company", name: "", email, language },
      at,
    );
    await logUse(trx, ctx, { act: "company_registered", at, visitor, accountId, personId });
  });
  return { memberId };
}

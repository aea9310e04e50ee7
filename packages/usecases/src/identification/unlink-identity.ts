// An itsme account or card no longer opens its holder's account; the last means of signing in stays.

import { transact, type Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { SessionMember } from "../account/load-session.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { linkedId } from "./list-identities.ts";
import { lockPerson } from "./write-identified.ts";

/** Errors: not_found `identity_unknown`; conflict `last_sign_in` where nothing else would open the account. */
export async function unlinkIdentity(
  ctx: Context,
  input: {
    readonly member: Pick<SessionMember, "personId" | "accountId">;
    /** As `listIdentities` names it. */
    readonly id: string;
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<void> {
  const { personId, accountId } = input.member;
  await transact(ctx.db, { personId }, async (trx) => {
    const person = await lockPerson(trx, personId);
    const linked = await trx
      .selectFrom("person_identity")
      .select(["method", "subject_digest"])
      .where("person_id", "=", personId)
      .execute();
    const found = linked.find((row) => linkedId(row) === input.id);
    if (!found) throw new AppError("not_found", "identity_unknown");
    if (linked.length === 1 && person.password_hash === null && !(await hasPasskey(trx, personId)))
      throw new AppError("conflict", "last_sign_in");
    await trx
      .deleteFrom("person_identity")
      .where("method", "=", found.method)
      .where("subject_digest", "=", found.subject_digest)
      .where("person_id", "=", personId)
      .execute();
    const act = `identity_unlinked: ${found.method}`;
    await logUse(trx, ctx, { act, at: input.arrivedAt, visitor: input.visitor, accountId, personId });
  });
}

async function hasPasskey(trx: Transaction, personId: string): Promise<boolean> {
  const row = await trx
    .selectFrom("passkey")
    .select("id")
    .where("holder_kind", "=", "person")
    .where("holder_id", "=", personId)
    .where("removed_at", "is", null)
    .where("suspected_at", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}

// One member of an account, for the page on which an admin changes his role or removes him.

import { transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { SessionMember } from "../account/load-session.ts";
import type { Context } from "../context.ts";
import { adminsOf, findLivingMember } from "./living-members.ts";

export interface MemberView {
  readonly id: string;
  readonly publicId: string;
  readonly name: string;
  readonly email: string;
  readonly role: "admin" | "user";
  /** Nobody else is admin: he stays one until another is named. */
  readonly onlyAdmin: boolean;
}

/** Errors: forbidden `not_an_admin` where a user looks at somebody else; not_found `member_unknown`. */
export async function showMember(
  ctx: Context,
  reader: Pick<SessionMember, "accountId" | "memberId" | "role">,
  memberId: string,
): Promise<MemberView> {
  if (reader.role !== "admin" && memberId !== reader.memberId)
    throw new AppError("forbidden", "not_an_admin");
  return transact(ctx.db, { accountId: reader.accountId, memberId: reader.memberId }, async (trx) => {
    const member = await findLivingMember(trx, reader.accountId, memberId);
    if (!member) throw new AppError("not_found", "member_unknown");
    const { id, publicId, name, email, role } = member;
    const onlyAdmin = role === "admin" && (await adminsOf(trx, reader.accountId)).length === 1;
    return { id, publicId, name, email, role, onlyAdmin };
  });
}

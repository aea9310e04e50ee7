// Who mends an addressee's data: a member of the sender's account, shown to the other side as records show him.

import type { Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";

export interface Mender {
  readonly accountId: string;
  readonly memberId: string;
}

/** Throws forbidden `not_a_member`, `account_closed`. */
export async function loadMender(
  trx: Transaction,
  { accountId, memberId }: Mender,
): Promise<{ readonly shownAs: string; readonly email: string }> {
  const row = await trx
    .selectFrom("member")
    .innerJoin("account", "account.id", "member.account_id")
    .innerJoin("person", "person.id", "member.person_id")
    .select([
      "account.status",
      "account.kind",
      "member.public_id",
      "person.email",
      "person.first_names",
      "person.family_name",
    ])
    .where("member.id", "=", memberId)
    .where("member.account_id", "=", accountId)
    .where("member.left_at", "is", null)
    .executeTakeFirst();
  if (!row) throw new AppError("forbidden", "not_a_member");
  if (row.status === "closed") throw new AppError("forbidden", "account_closed");
  // Of a company's member only his random id.
  const shownAs = row.kind === "company" ? row.public_id : `${row.first_names} ${row.family_name}`;
  return { shownAs, email: row.email };
}

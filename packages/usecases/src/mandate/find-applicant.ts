// Who applied for a company, to write to him.

import type { Transaction } from "@posthorn/db";

/** Null where the member is not there any more. */
export async function findPersonOf(trx: Transaction, memberId: string): Promise<string | null> {
  const row = await trx
    .selectFrom("member")
    .select("person_id")
    .where("id", "=", memberId)
    .executeTakeFirst();
  return row?.person_id ?? null;
}

// The account, held until the end of the transaction: whoever changes who runs it comes one after the other (domain rules R3, R4).

import type { AccountTable, Selectable, Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";

export type LockedAccount = Pick<Selectable<AccountTable>, "id" | "kind" | "name" | "status">;

/** In a transaction whose scope has the account; before anything else is locked. Errors: not_found `account_unknown`. */
export async function lockAccount(trx: Transaction, accountId: string): Promise<LockedAccount> {
  const account = await trx
    .selectFrom("account")
    .select(["id", "kind", "name", "status"])
    .where("id", "=", accountId)
    .forUpdate()
    .executeTakeFirst();
  if (!account) throw new AppError("not_found", "account_unknown");
  return account;
}

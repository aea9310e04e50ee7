// Reserves credits for new deliveries under the lock of the account's balance: never below zero, never spent twice.

import type { CreditEntryTable, Insertable, Transaction } from "@posthorn/db";
import { AppError, CREDITS_PER_DELIVERY, priceOf } from "@posthorn/domain";

/** The lock is held until the transaction ends, and every other submission of the account waits for it: call this last. */
export async function reserveCredits(
  trx: Transaction,
  input: {
    readonly accountId: string;
    /** Postage in credits; 0 where no letter is to follow. */
    readonly deliveries: readonly { readonly id: string; readonly postage: number }[];
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const needed = priceOf({
    deliveries: input.deliveries.length,
    postage: input.deliveries.reduce((sum, { postage }) => sum + postage, 0),
  }).total;
  const entry = (deliveryId: string, item: "delivery" | "postage", amount: number) => ({
    account_id: input.accountId,
    kind: "reservation" as const,
    item,
    amount,
    delivery_id: deliveryId,
    entered_at: input.at,
  });
  const entries = input.deliveries.flatMap(({ id, postage }) => [
    entry(id, "delivery", -CREDITS_PER_DELIVERY),
    ...(postage > 0 ? [entry(id, "postage", -postage)] : []),
  ]);
  await reserve(trx, input.accountId, needed, entries);
}

/**
 * One more reservation under the same lock, of the difference only: what is reserved for a delivery is the sum. `more` in
 * credits, below zero where some come back. Errors: conflict `credits_missing`.
 */
export async function changeReservation(
  trx: Transaction,
  change: {
    readonly accountId: string;
    readonly deliveryId: string;
    readonly more: number;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const { accountId, deliveryId, more, at } = change;
  if (more === 0) return;
  await reserve(trx, accountId, more, [
    {
      account_id: accountId,
      kind: "reservation",
      item: "postage",
      amount: -more,
      delivery_id: deliveryId,
      entered_at: at,
    },
  ]);
}

/** Entries and balance together, or neither. */
async function reserve(
  trx: Transaction,
  accountId: string,
  needed: number,
  entries: readonly Insertable<CreditEntryTable>[],
): Promise<void> {
  const paid = await trx
    .with("entered", (query) => query.insertInto("credit_entry").values(entries))
    .updateTable("account_credit")
    .set((eb) => ({ balance: eb("balance", "-", needed) }))
    .where("account_id", "=", accountId)
    .where("balance", ">=", needed)
    .returning("balance")
    .executeTakeFirst();
  if (!paid) throw creditsMissing(needed, await balanceOf(trx, accountId));
}

/** Reserves nothing and locks nothing: what is there now may be gone when it is reserved. Errors: conflict `credits_missing`. */
export async function refuseUncovered(trx: Transaction, accountId: string, needed: number): Promise<void> {
  const balance = await balanceOf(trx, accountId);
  if (needed > balance) throw creditsMissing(needed, balance);
}

async function balanceOf(trx: Transaction, accountId: string): Promise<number> {
  const has = await trx
    .selectFrom("account_credit")
    .select("balance")
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  return has?.balance ?? 0;
}

function creditsMissing(needed: number, balance: number): AppError {
  return new AppError("conflict", "credits_missing", {
    detail: `${needed} credits are needed, ${balance} are there`,
    fields: [
      { path: "credits", code: "credits_missing", params: { needed, balance, missing: needed - balance } },
    ],
  });
}

// Reserves credits for new deliveries under the lock of the account's balance: never below zero, never spent twice.

import type { Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";

/** The lock is held until the transaction ends, and every other submission of the account waits for it: call this last. */
export async function reserveCredits(
  trx: Transaction,
  ctx: Context,
  input: {
    readonly accountId: string;
    readonly deliveryIds: readonly string[];
    readonly fallback: boolean;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const postage = input.fallback ? ctx.settings.postageCredits : 0;
  const needed = input.deliveryIds.length * (1 + postage);
  const entry = (deliveryId: string, item: "delivery" | "postage", amount: number) => ({
    account_id: input.accountId,
    kind: "reservation" as const,
    item,
    amount,
    delivery_id: deliveryId,
    entered_at: input.at,
  });
  const entries = input.deliveryIds.flatMap((id) => [
    entry(id, "delivery", -1),
    ...(postage > 0 ? [entry(id, "postage", -postage)] : []),
  ]);
  const paid = await trx
    .with("entered", (query) => query.insertInto("credit_entry").values(entries))
    .updateTable("account_credit")
    .set((eb) => ({ balance: eb("balance", "-", needed) }))
    .where("account_id", "=", input.accountId)
    .where("balance", ">=", needed)
    .returning("balance")
    .executeTakeFirst();
  if (!paid) {
    const has = await trx
      .selectFrom("account_credit")
      .select("balance")
      .where("account_id", "=", input.accountId)
      .executeTakeFirst();
    const balance = has?.balance ?? 0;
    throw new AppError("conflict", "credits_missing", {
      detail: `${needed} credits are needed, ${balance} are there`,
      fields: [
        { path: "credits", code: "credits_missing", params: { needed, balance, missing: needed - balance } },
      ],
    });
  }
}

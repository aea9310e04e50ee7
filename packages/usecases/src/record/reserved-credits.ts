// What is reserved for a delivery: the sum of its reservations, for the postage can change with the country it goes to.

import type { Transaction } from "@posthorn/db";

/** In credits, also once they are consumed or given back; 0 where nothing was reserved. */
export async function reservedCredits(
  trx: Transaction,
  deliveryId: string,
  item: "delivery" | "postage",
): Promise<number> {
  const { amount } = await trx
    .selectFrom("credit_entry")
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>("amount"), eb.lit(0)).as("amount"))
    .where("delivery_id", "=", deliveryId)
    .where("item", "=", item)
    .where("kind", "=", "reservation")
    .executeTakeFirstOrThrow();
  return 0 - Number(amount);
}

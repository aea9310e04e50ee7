// Books what a decision does to the reserved credits: append-only, each act once per delivery.

import type { DeliveryRow, Transaction } from "@posthorn/db";
import type { CreditAct } from "@posthorn/domain";
import { reservedCredits } from "./reserved-credits.ts";

const ENTRY = {
  consume_delivery: { item: "delivery", kind: "consumption", givesBack: false },
  release_delivery: { item: "delivery", kind: "release", givesBack: true },
  refund_delivery: { item: "delivery", kind: "refund", givesBack: true },
  consume_postage: { item: "postage", kind: "consumption", givesBack: false },
  release_postage: { item: "postage", kind: "release", givesBack: true },
} as const satisfies Record<CreditAct, { item: "delivery" | "postage"; kind: string; givesBack: boolean }>;

export async function bookCredits(
  trx: Transaction,
  row: Pick<DeliveryRow, "id" | "account_id">,
  acts: readonly CreditAct[],
  at: Temporal.Instant,
): Promise<void> {
  for (const act of acts) {
    const entry = ENTRY[act];
    const reserved = await reservedCredits(trx, row.id, entry.item);
    if (reserved === 0) continue;
    const amount = entry.givesBack ? reserved : 0;
    const booked = await trx
      .insertInto("credit_entry")
      .values({
        account_id: row.account_id,
        kind: entry.kind,
        item: entry.item,
        amount,
        delivery_id: row.id,
        entered_at: at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning("id")
      .executeTakeFirst();
    if (booked && amount !== 0) {
      await trx
        .updateTable("account_credit")
        .set((eb) => ({ balance: eb("balance", "+", amount) }))
        .where("account_id", "=", row.account_id)
        .execute();
    }
  }
}

// Notes a mail that is owed once for an occasion; the worker sends it, at least once, until it is done.

import type { ErrandKind, Transaction } from "@posthorn/db";
import { enqueue } from "@posthorn/jobs";
import type { Context } from "../context.ts";

export async function oweErrand(
  trx: Transaction,
  ctx: Context,
  deliveryId: string,
  kind: ErrandKind,
  occasion: string,
  at: Temporal.Instant,
): Promise<void> {
  const id = ctx.newId("err", at);
  await trx
    .insertInto("errand")
    .values({
      id,
      delivery_id: deliveryId,
      kind,
      occasion,
      created_at: at,
      next_attempt_at: at,
      done_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await enqueue(trx, "run-errand", { errandId: id });
}

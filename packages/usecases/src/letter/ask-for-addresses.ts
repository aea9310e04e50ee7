// Asks senders in time for an address that a letter can go to.

import { clockNow, transact } from "@posthorn/db";
import type { Context } from "../context.ts";
import { oweErrand } from "../record/owe-errand.ts";
import { findUnasked } from "./address-problem.ts";

/** Idempotent, in bounded batches. Returns how many were asked. */
export async function askForAddresses(ctx: Context): Promise<number> {
  return transact(ctx.db, {}, async (trx) => {
    const now = await clockNow(trx);
    const unasked = await findUnasked(trx, now, null);
    for (const { id, occasion } of unasked) await oweErrand(trx, ctx, id, "address_needed", occasion, now);
    return unasked.length;
  });
}

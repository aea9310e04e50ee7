// A sender has the timestamps of a delivery's evidence and proofs renewed now, before he saves them.

import { sql, transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import { type AccountReader, scopeOf } from "../account/account-reader.ts";
import type { Context } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";

/**
 * The sealer does it within minutes; a bundle that is asked for then is made anew. Errors: not_found `delivery_not_found`; conflict
 * `stamps_asked_today`: once a day is enough.
 */
export async function renewStamps(
  ctx: Context,
  reader: AccountReader & { readonly personId: string },
  asked: {
    readonly deliveryId: string;
    readonly visitor: Visitor;
    readonly arrivedAt: Temporal.Instant;
  },
): Promise<void> {
  await transact(ctx.db, scopeOf(reader), async (trx) => {
    const row = await trx
      .selectFrom("delivery")
      .select(["id", sql<boolean>`coalesce(stamps_asked_on >= retention.today(), false)`.as("today")])
      .where("id", "=", asked.deliveryId)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw new AppError("not_found", "delivery_not_found");
    if (row.today) throw new AppError("conflict", "stamps_asked_today");
    await sql`SELECT retention.renew_stamps(${row.id})`.execute(trx);
    await logUse(trx, ctx, {
      act: "stamps_renewal_asked",
      at: asked.arrivedAt,
      visitor: asked.visitor,
      accountId: reader.accountId,
      personId: reader.personId,
      deliveryId: row.id,
    });
  });
}

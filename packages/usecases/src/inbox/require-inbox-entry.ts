// Whether a delivery stands in somebody's inbox: asked at its door, before any page of it.

import { transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";

/** Throws not_found `delivery_not_found`: somebody else's, ended by a repair, and none at all look alike. */
export async function requireInboxEntry(
  ctx: Context,
  { personId }: { readonly personId: string },
  deliveryId: string,
): Promise<void> {
  const found = await transact(ctx.db, { personId }, (trx) =>
    trx
      .selectFrom("inbox_entry")
      .select("delivery_id")
      .where("delivery_id", "=", deliveryId)
      .where("person_id", "=", personId)
      .where("ended_at", "is", null)
      .executeTakeFirst(),
  );
  if (!found) throw new AppError("not_found", "delivery_not_found");
}

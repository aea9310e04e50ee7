// A bundle for the sender, and the addressee's own once the content is at his disposal.

import { clockNow, transact } from "@posthorn/db";
import { AppError, type Language } from "@posthorn/domain";
import { readForSession } from "../collection/find-delivery.ts";
import type { Presented } from "../collection/ports.ts";
import { type AccountReader, scopeOf } from "../account/account-reader.ts";
import type { Context } from "../context.ts";
import { type BundleAnswer, requestBundle } from "./request-bundle.ts";

/** The sender's copy. Errors: not_found `delivery_not_found`. */
export async function fetchBundle(
  ctx: Context,
  reader: AccountReader,
  request: { readonly deliveryId: string; readonly language: Language },
): Promise<BundleAnswer> {
  return transact(ctx.db, scopeOf(reader), async (trx) => {
    const delivery = await trx
      .selectFrom("delivery")
      .select("id")
      .where("id", "=", request.deliveryId)
      .executeTakeFirst();
    if (!delivery) throw new AppError("not_found", "delivery_not_found");
    return requestBundle(trx, { ...request, side: "sender" });
  });
}

/**
 * The addressee's copy, for his session. Subject and file names are content, and the records name them: hence not
 * before consignment. Errors: unauthenticated `collect_session_ended`; conflict `bundle_not_available`.
 */
export async function fetchOwnBundle(
  ctx: Context,
  door: Presented,
  language: Language,
): Promise<BundleAnswer> {
  return transact(ctx.db, door, async (trx) => {
    const { row } = await readForSession(trx, door, await clockNow(trx));
    if (!row.consigned_at) throw new AppError("conflict", "bundle_not_available");
    return requestBundle(trx, { deliveryId: row.id, side: "addressee", language });
  });
}

// The logo of the account that writes, for the addressee whose door is open: only where the sender is shown to him.

import { type DeliveryRow, transact, type Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";
import { shownSender } from "../record/shown-sender.ts";
import type { Presented } from "./ports.ts";

/** What a page needs to show a logo; its bytes are at an address of their own. */
export interface LogoLine {
  /** SHA-256 of the bytes, lower-case hex: names this very picture. */
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
}

/** A PNG. Throws not_found `logo_not_found`: without a door, without a logo, and while the sender is not shown alike. */
export async function fetchSenderLogo(
  ctx: Context,
  door: Presented,
  deliveryId: string,
): Promise<{ readonly bytes: Uint8Array; readonly sha256: string }> {
  return transact(ctx.db, door, async (trx) => {
    const row = await trx
      .selectFrom("delivery")
      .select(["message_id", "state", "account_id"])
      .where("id", "=", deliveryId)
      .executeTakeFirst();
    const sender = row && (await shownSender(trx, row, await loadMessageFacts(trx, row.message_id)));
    const logo =
      sender &&
      (await trx
        .selectFrom("account_logo")
        .select(["bytes", "sha256"])
        .where("account_id", "=", row.account_id)
        .executeTakeFirst());
    if (!logo) throw new AppError("not_found", "logo_not_found");
    return logo;
  });
}

export async function logoLine(
  trx: Transaction,
  { account_id: accountId }: Pick<DeliveryRow, "account_id">,
): Promise<LogoLine | null> {
  const row = await trx
    .selectFrom("account_logo")
    .select(["sha256", "width", "height"])
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  return row ?? null;
}

// "This is not for me": the statement of an unidentified holder of the link. Logged, told to the sender, silences reminders.

import { clockNow, lockDelivery, transact } from "@posthorn/db";
import type { Context } from "../context.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";
import { logUse, type Visitor } from "../record/log-use.ts";
import { oweErrand } from "../record/owe-errand.ts";
import { refuseLate } from "../record/refuse-late.ts";
import { saveChain, writeRecord } from "../record/write-record.ts";
import { findDeliveryId } from "./find-delivery.ts";
import type { Presented } from "./ports.ts";

/** Changes neither state nor deadline; saying it again changes nothing more. */
export async function stateNotForMe(
  ctx: Context,
  input: { readonly door: Presented; readonly arrivedAt: Temporal.Instant; readonly visitor: Visitor },
): Promise<void> {
  await transact(ctx.db, input.door, async (trx) => {
    const id = await findDeliveryId(trx, input.door);
    const row = await lockDelivery(trx, id);
    await logUse(trx, ctx, {
      act: "not_for_me",
      at: input.arrivedAt,
      visitor: input.visitor,
      deliveryId: id,
    });
    if (row.reminders_silenced) return;
    const now = await clockNow(trx);
    const message = await loadMessageFacts(trx, row.message_id);
    const written = await writeRecord(
      trx,
      ctx,
      row,
      message,
      {
        type: "NotForMe",
        eventAt: input.arrivedAt,
        details: { stated_by: "holder of the link, not identified" },
      },
      now,
    );
    await saveChain(trx, written.row);
    await trx.updateTable("delivery").set({ reminders_silenced: true }).where("id", "=", id).execute();
    await oweErrand(trx, ctx, id, "not_for_me", String(row.link_generation), now);
    refuseLate(input.arrivedAt, await clockNow(trx));
  });
}

// Books that message text and list of parts were sent whole, once; or that sending broke off.

import { clockNow, transact } from "@posthorn/db";
import type { Context } from "../context.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";
import { saveChain, writeRecord } from "../record/write-record.ts";
import { lockForSession } from "./find-delivery.ts";
import type { Presented } from "./ports.ts";

/** Called when a response has been written to its end (`whole`) or was cut. After a handover nothing more is booked. */
export async function bookHandover(
  ctx: Context,
  door: Presented,
  input: { readonly whole: boolean },
): Promise<void> {
  await transact(ctx.db, door, async (trx) => {
    const now = await clockNow(trx);
    const { row } = await lockForSession(trx, door, now);
    if (!row.consigned_at || row.handed_over_at) return;
    const message = await loadMessageFacts(trx, row.message_id);
    const written = await writeRecord(
      trx,
      ctx,
      row,
      message,
      {
        type: input.whole ? "ContentHandover" : "ContentHandoverFailure",
        eventAt: now,
        ...(row.collector ? { collector: row.collector } : {}),
        ...(input.whole ? {} : { reasons: ["own:broken_off"] }),
      },
      now,
    );
    await saveChain(trx, written.row);
    if (input.whole)
      await trx.updateTable("delivery").set({ handed_over_at: now }).where("id", "=", row.id).execute();
  });
}

// Books that message text and list of parts were sent whole, once; or that sending broke off.

import { clockNow, transact } from "@posthorn/db";
import type { Context } from "../context.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";
import { saveChain, writeRecord } from "../record/write-record.ts";
import { lockForSession } from "./find-delivery.ts";
import type { Presented } from "./ports.ts";

// No part can be called this: it marks in the session that a broken handover of it was booked.
const BROKEN = "/broken";

/**
 * Called when a response has been written to its end (`whole`) or was cut. `arrivedAt` is when its request came: a
 * session that runs out while the page is written loses nothing. After a handover nothing more is booked, and a broken
 * one once a session: reloading must not grow the chain.
 */
export async function bookHandover(
  ctx: Context,
  door: Presented,
  input: { readonly whole: boolean; readonly arrivedAt: Temporal.Instant },
): Promise<void> {
  await transact(ctx.db, door, async (trx) => {
    const { row, opened, sessionHash } = await lockForSession(trx, door, input.arrivedAt);
    const now = await clockNow(trx);
    if (!row.consigned_at || row.handed_over_at || (!input.whole && opened.includes(BROKEN))) return;
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
    if (input.whole) {
      await trx.updateTable("delivery").set({ handed_over_at: now }).where("id", "=", row.id).execute();
    } else {
      await trx
        .updateTable("collect_session")
        .set({ opened: [...opened, BROKEN] })
        .where("token_hash", "=", sessionHash)
        .execute();
    }
  });
}

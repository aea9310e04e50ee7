// Puts the content at the addressee's disposal once his acceptance is stamped; this record closes the chain.

import { clockNow, lockDelivery, sql, transact } from "@posthorn/db";
import type { Context } from "../context.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";
import { oweErrand } from "../record/owe-errand.ts";
import { saveChain, writeRecord } from "../record/write-record.ts";

/** Whether all blobs are still in the content store. */
export interface ContentPresence {
  present(blobIds: readonly string[]): Promise<boolean>;
}

export type Consigned = "consigned" | "failed" | "waits_for_stamp" | "nothing_to_do";

/** Idempotent: the delivery's row says whether it has been booked. */
export async function bookConsignment(
  ctx: Context,
  content: ContentPresence,
  deliveryId: string,
): Promise<Consigned> {
  const blobs = await transact(ctx.db, {}, async (trx) =>
    trx
      .selectFrom("message_part")
      .innerJoin("delivery", "delivery.message_id", "message_part.message_id")
      .select("message_part.blob_id")
      .where("delivery.id", "=", deliveryId)
      .execute(),
  );
  const present = await content.present(blobs.map((blob) => blob.blob_id));
  return transact(ctx.db, {}, async (trx) => {
    const row = await lockDelivery(trx, deliveryId);
    if (row.state !== "collected" || row.chain_closed || !row.collector) return "nothing_to_do";
    const stamped = await sql<{ stamped: boolean }>`SELECT EXISTS (
      SELECT FROM evidence_record r JOIN evidence_stamp s ON s.record_id = r.id
      WHERE r.delivery_id = ${deliveryId} AND r.type = 'ConsignmentAcceptance') AS stamped`.execute(trx);
    if (!stamped.rows[0]?.stamped) return "waits_for_stamp";
    const now = await clockNow(trx);
    const message = await loadMessageFacts(trx, row.message_id);
    const written = await writeRecord(
      trx,
      ctx,
      row,
      message,
      {
        type: present ? "ContentConsignment" : "ContentConsignmentFailure",
        eventAt: now,
        collector: row.collector,
        closes: true,
        ...(present ? {} : { reasons: ["R_ERDS_Malfunction"] }),
      },
      now,
    );
    await saveChain(trx, written.row);
    if (present) {
      await trx.updateTable("delivery").set({ consigned_at: now }).where("id", "=", deliveryId).execute();
      await oweErrand(trx, ctx, deliveryId, "proof_copy", "1", now);
    }
    return present ? "consigned" : "failed";
  });
}

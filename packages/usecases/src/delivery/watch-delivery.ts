// A small mark that changes whenever something a sender sees of a delivery, or of a message's deliveries, has changed.

import { sql, transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import { type AccountReader, scopeOf } from "../account/account-reader.ts";
import type { Context } from "../context.ts";

/** Compare with an earlier mark; it means nothing else. Errors: not_found `delivery_not_found`. */
export async function markDelivery(ctx: Context, reader: AccountReader, deliveryId: string): Promise<string> {
  return transact(ctx.db, scopeOf(reader), async (trx) => {
    const { rows } = await sql<{ mark: string }>`
      SELECT concat_ws('.', d.state, d.record_seq, d.sms_failure_open::int, extract(epoch FROM d.repaired_at),
        (SELECT count(*) FROM identification_mismatch m WHERE m.delivery_id = d.id),
        (SELECT count(*) FROM evidence_seal s WHERE s.delivery_id = d.id),
        (SELECT count(*) FROM evidence_record r JOIN evidence_stamp t ON t.record_id = r.id WHERE r.delivery_id = d.id)) AS mark
      FROM delivery d WHERE d.id = ${deliveryId}`.execute(trx);
    const row = rows[0];
    if (!row) throw new AppError("not_found", "delivery_not_found");
    return row.mark;
  });
}

/** Errors: not_found `message_not_found`. */
export async function markMessage(ctx: Context, reader: AccountReader, messageId: string): Promise<string> {
  return transact(ctx.db, scopeOf(reader), async (trx) => {
    const { rows } = await sql<{ mark: string | null }>`
      SELECT sum(record_seq) || '.' || count(final_at) AS mark FROM delivery WHERE message_id = ${messageId}`.execute(
      trx,
    );
    const mark = rows[0]?.mark;
    if (!mark) throw new AppError("not_found", "message_not_found");
    return mark;
  });
}

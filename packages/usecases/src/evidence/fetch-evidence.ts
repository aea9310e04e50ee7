// The sealed XML of one record, and the list of a delivery's records, for its sender.

import { transact } from "@posthorn/db";
import { AppError, isEventName } from "@posthorn/domain";
import { type AccountReader, scopeOf } from "../account/account-reader.ts";
import type { Context } from "../context.ts";
import { type EvidenceLine, readEvidence } from "../delivery/show-delivery.ts";

/** Errors: not_found `evidence_not_found`; conflict `evidence_being_sealed` (retryAfterSeconds 1), `evidence_without_xml`. */
export async function fetchEvidence(ctx: Context, reader: AccountReader, recordId: string): Promise<string> {
  return transact(ctx.db, scopeOf(reader), async (trx) => {
    const record = await trx
      .selectFrom("evidence_record")
      .select(["id", "type"])
      .where("id", "=", recordId)
      .executeTakeFirst();
    if (!record) throw new AppError("not_found", "evidence_not_found");
    if (!isEventName(record.type))
      throw new AppError("conflict", "evidence_without_xml", {
        detail: `${record.type} is a record of the chain without XML of its own`,
      });
    const seal = await trx
      .selectFrom("evidence_seal")
      .select("xml")
      .where("record_id", "=", recordId)
      .orderBy("id", "desc")
      .limit(1)
      .executeTakeFirst();
    if (!seal) throw new AppError("conflict", "evidence_being_sealed", { retryAfterSeconds: 1 });
    return seal.xml;
  });
}

/** Errors: not_found `delivery_not_found`. */
export async function listEvidence(
  ctx: Context,
  reader: AccountReader,
  deliveryId: string,
): Promise<readonly EvidenceLine[]> {
  return transact(ctx.db, scopeOf(reader), async (trx) => {
    const delivery = await trx
      .selectFrom("delivery")
      .select("id")
      .where("id", "=", deliveryId)
      .executeTakeFirst();
    if (!delivery) throw new AppError("not_found", "delivery_not_found");
    return readEvidence(trx, deliveryId);
  });
}

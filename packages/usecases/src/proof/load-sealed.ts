// The records that a proof is made from, with what the sealer added to each.

import type { Transaction } from "@posthorn/db";
import { type EvidenceFacts, isEventName } from "@posthorn/domain";
import { loadLogProofs } from "../log/load-log-proofs.ts";
import type { SealedRecord } from "../sealing/ports.ts";

/** The first records of a delivery, or the first record of each delivery of a message. */
export type RecordsToProve =
  | { readonly deliveryId: string; readonly upTo: number }
  | { readonly messageId: string };

/** In the order of the chain, or of the addressees. Null while one of them is not yet stamped, or not yet sealed to level B-LTA. */
export async function loadSealed(
  trx: Transaction,
  which: RecordsToProve,
): Promise<readonly SealedRecord[] | null> {
  const rows = await trx
    .selectFrom("evidence_record")
    .innerJoin("delivery", "delivery.id", "evidence_record.delivery_id")
    .leftJoin("evidence_stamp", "evidence_stamp.record_id", "evidence_record.id")
    .leftJoin("log_entry", "log_entry.record_id", "evidence_record.id")
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("evidence_seal")
          .select(["xml", "sealed_at", "level", "verifies_until"])
          .whereRef("evidence_seal.record_id", "=", "evidence_record.id")
          .orderBy("evidence_seal.id", "desc")
          .limit(1)
          .as("seal"),
      (join) => join.onTrue(),
    )
    .select([
      "evidence_record.type",
      "evidence_record.canonical",
      "evidence_record.leaf",
      "evidence_stamp.stamped_at",
      "log_entry.index",
      "seal.xml",
      "seal.sealed_at",
      "seal.level",
      "seal.verifies_until",
      "evidence_record.id",
    ])
    .where((eb) =>
      "messageId" in which
        ? eb.and([eb("delivery.message_id", "=", which.messageId), eb("evidence_record.seq", "=", 1)])
        : eb.and([eb("delivery.id", "=", which.deliveryId), eb("evidence_record.seq", "<=", which.upTo)]),
    )
    .orderBy("delivery.ordinal")
    .orderBy("evidence_record.seq")
    .execute();
  const logProofs = await loadLogProofs(
    trx,
    rows.map((row) => row.id),
  );
  const records: SealedRecord[] = [];
  for (const row of rows) {
    if (!row.stamped_at || (isEventName(row.type) && row.level !== "B-LTA")) return null;
    records.push({
      facts: JSON.parse(row.canonical) as EvidenceFacts,
      leaf: Buffer.from(row.leaf).toString("hex"),
      xml: row.xml,
      stampedAt: row.stamped_at,
      sealedAt: row.sealed_at,
      logIndex: row.index,
      logProof: logProofs.get(row.id) ?? null,
      verifiesUntil: row.verifies_until,
    });
  }
  return records;
}

// Makes the PDF proofs that were asked for, from sealed records only; those whose records still wait stay asked for.

import { clockNow, type ProofTable, type Selectable, transact, type Transaction } from "@posthorn/db";
import type { EvidenceFacts, Language } from "@posthorn/domain";
import { isEventName } from "@posthorn/domain";
import type { Context } from "../context.ts";
import type { ProofPort, SealedRecord } from "../sealing/ports.ts";

const BATCH = 16;

/** Makes what can be made; returns how many. `deliveryId` limits it to one delivery. */
export async function makeProofs(ctx: Context, port: ProofPort, deliveryId?: string): Promise<number> {
  const wanted = await transact(ctx.db, {}, (trx) => listWanted(trx, deliveryId));
  let made = 0;
  for (const proof of wanted) {
    const records = await transact(ctx.db, {}, (trx) => loadSealed(trx, proof.delivery_id, proof.up_to_seq));
    if (!records) continue;
    const at = await clockNow(ctx.db);
    const pdf = await port.make({ kind: proof.kind, language: proof.language as Language, records, at });
    await transact(ctx.db, {}, (trx) =>
      trx
        .updateTable("proof")
        .set({ pdf, made_at: at })
        .where("id", "=", proof.id)
        .where("pdf", "is", null)
        .execute(),
    );
    made += 1;
  }
  return made;
}

async function listWanted(
  trx: Transaction,
  deliveryId: string | undefined,
): Promise<readonly Omit<Selectable<ProofTable>, "pdf">[]> {
  let query = trx
    .selectFrom("proof")
    .select(["id", "delivery_id", "account_id", "kind", "language", "up_to_seq", "wanted_at", "made_at"])
    .where("pdf", "is", null)
    .orderBy("id")
    .limit(BATCH);
  if (deliveryId) query = query.where("delivery_id", "=", deliveryId);
  return query.execute();
}

/** Null while one of the records is not yet stamped, or not yet sealed. */
async function loadSealed(
  trx: Transaction,
  deliveryId: string,
  upTo: number,
): Promise<readonly SealedRecord[] | null> {
  const rows = await trx
    .selectFrom("evidence_record")
    .leftJoin("evidence_stamp", "evidence_stamp.record_id", "evidence_record.id")
    .leftJoin("log_entry", "log_entry.record_id", "evidence_record.id")
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("evidence_seal")
          .select(["xml", "sealed_at"])
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
    ])
    .where("evidence_record.delivery_id", "=", deliveryId)
    .where("evidence_record.seq", "<=", upTo)
    .orderBy("evidence_record.seq")
    .execute();
  const records: SealedRecord[] = [];
  for (const row of rows) {
    if (!row.stamped_at || (isEventName(row.type) && !row.xml)) return null;
    records.push({
      facts: JSON.parse(row.canonical) as EvidenceFacts,
      leaf: Buffer.from(row.leaf).toString("hex"),
      xml: row.xml,
      stampedAt: row.stamped_at,
      sealedAt: row.sealed_at,
      logIndex: row.index,
    });
  }
  return records;
}

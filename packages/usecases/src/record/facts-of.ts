// What the records of a delivery say, read back.

import type { Transaction } from "@posthorn/db";
import type { EvidenceFacts } from "@posthorn/domain";

/** Of its records of these types, in the order of the chain. */
export async function factsOf(
  trx: Transaction,
  deliveryId: string,
  ...types: readonly string[]
): Promise<readonly EvidenceFacts[]> {
  const records = await trx
    .selectFrom("evidence_record")
    .select("canonical")
    .where("delivery_id", "=", deliveryId)
    .where("type", "in", types)
    .orderBy("seq")
    .execute();
  return records.map(({ canonical }) => JSON.parse(canonical) as EvidenceFacts);
}

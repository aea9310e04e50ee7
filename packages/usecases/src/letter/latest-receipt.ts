// The proof of posting that a batch's hand-over goes by: the one uploaded last.

import type { Transaction } from "@posthorn/db";

/** Its SHA-256; null while none was uploaded. */
export async function latestReceipt(trx: Transaction, batchId: string): Promise<string | null> {
  const receipt = await trx
    .selectFrom("posting_receipt")
    .select("sha256")
    .where("batch_id", "=", batchId)
    .orderBy("uploaded_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return receipt?.sha256 ?? null;
}

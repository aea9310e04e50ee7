// The proof of posting that a hand-over goes by: of those that are for it the one uploaded last.

import type { Transaction } from "@posthorn/db";

/** Its SHA-256; null while none was uploaded. `handOverId` null: of those for the next one. */
export async function latestReceipt(
  trx: Transaction,
  { batchId, handOverId }: { readonly batchId: string; readonly handOverId: string | null },
): Promise<string | null> {
  const receipt = await trx
    .selectFrom("posting_receipt")
    .select("sha256")
    .where("batch_id", "=", batchId)
    .where("hand_over_id", "is not distinct from", handOverId)
    .orderBy("uploaded_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return receipt?.sha256 ?? null;
}

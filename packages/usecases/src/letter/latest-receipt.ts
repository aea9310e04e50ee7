// The proof of posting that a hand-over goes by: the one uploaded last, unless it came before an earlier deposit of the same batch.

import { sql, type Transaction } from "@posthorn/db";
import type { Instant } from "@posthorn/domain";

/** Its SHA-256; null while none was uploaded. `at`: of the hand-over. */
export async function latestReceipt(
  trx: Transaction,
  { batchId, at }: { readonly batchId: string; readonly at: Instant },
): Promise<string | null> {
  const receipt = await trx
    .selectFrom("posting_receipt")
    .select("sha256")
    .where("batch_id", "=", batchId)
    .where(
      sql<boolean>`uploaded_at > coalesce((SELECT max(j.posted_at) FROM print_job j
        WHERE j.batch_id = ${batchId} AND j.posted_at < ${at}), '-infinity')`,
    )
    .orderBy("uploaded_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return receipt?.sha256 ?? null;
}

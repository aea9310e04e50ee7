// Has the receipts of erasures sealed and time-stamped, a few at a time; one that cannot be sealed is tried so often, and told then.

import { clockNow, transact } from "@posthorn/db";
import type { Context } from "../context.ts";
import type { ErasureStatement } from "./make-receipts.ts";

export const RECEIPT_BATCH = 8;
/** Then a person has to look: the receipt stays unsealed and is counted. */
export const RECEIPT_ATTEMPTS = 200;

export interface ReceiptSealingPort {
  /** XML with the statement, sealed and stamped. Throws while key or authority are away. */
  seal(statement: ErasureStatement, at: Temporal.Instant): Promise<string>;
}

/** Returns how many were sealed. Throws AggregateError once the others are booked. */
export async function sealReceipts({ db }: Pick<Context, "db">, port: ReceiptSealingPort): Promise<number> {
  const open = await db
    .selectFrom("erasure_receipt")
    .select(["id", "statement", "attempts"])
    .where("sealed", "is", null)
    .where("attempts", "<", RECEIPT_ATTEMPTS)
    .orderBy("attempts")
    .orderBy("made_at")
    .limit(RECEIPT_BATCH)
    .execute();
  const failures: unknown[] = [];
  let sealed = 0;
  for (const { id, statement, attempts } of open) {
    try {
      const at = await clockNow(db);
      const xml = await port.seal(JSON.parse(statement) as ErasureStatement, at);
      await transact(db, {}, (trx) =>
        trx
          .updateTable("erasure_receipt")
          .set({ sealed: xml, sealed_at: at })
          .where("id", "=", id)
          // Two sealers at once: the first to book wins.
          .where("sealed", "is", null)
          .execute(),
      );
      sealed += 1;
    } catch (error) {
      failures.push(error);
      await transact(db, {}, (trx) =>
        trx
          .updateTable("erasure_receipt")
          .set({ attempts: attempts + 1 })
          .where("id", "=", id)
          .execute(),
      );
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} erasure receipts could not be sealed`);
  return sealed;
}

// The letters of a batch as their rows stand.

import type { PrintJobTable, Selectable } from "@posthorn/db";
import type { VerbBench } from "./test-context.ts";

/** In the batch's order. */
export function readPrintJobs(
  bench: VerbBench,
  batchId: string,
): Promise<readonly Selectable<PrintJobTable>[]> {
  return bench
    .context("owner")
    .db.selectFrom("print_job")
    .selectAll()
    .where("batch_id", "=", batchId)
    .orderBy("ordinal")
    .execute();
}

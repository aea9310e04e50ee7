// Where a batch stands follows from where its letters stand: told anew after each change of one of them.

import type { PrintBatchTable, PrintJobState, Selectable, Transaction } from "@posthorn/db";
import { AppError, type Instant } from "@posthorn/domain";
import { enqueue } from "@posthorn/jobs";

type Batch = Selectable<PrintBatchTable>;
type Counts = Readonly<Partial<Record<PrintJobState, number>>>;

/** Locks the batch, after any delivery and job that the caller holds. `at` dates what the batch comes to. */
export async function settleBatch(trx: Transaction, batchId: string, at: Instant): Promise<Batch["state"]> {
  const batch = await trx
    .selectFrom("print_batch")
    .selectAll()
    .where("id", "=", batchId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!batch) throw new AppError("not_found", "batch_not_found");
  const counts = await countJobs(trx, batchId);
  const state = stateOf(batch.state, counts);
  if (state === batch.state) {
    if (state === "making" && (counts.numbered ?? 0) > 0) await enqueue(trx, "make-letters", { batchId });
    return state;
  }
  await trx
    .updateTable("print_batch")
    .set({
      state,
      ...(state === "ready" ? { ready_at: at } : {}),
      ...(state === "printed" ? { printed_at: at } : {}),
      ...(state === "handed_over" ? { handed_over_at: at } : {}),
      ...(batch.state === "making" ? { problem: null, next_try_at: null } : {}),
    })
    .where("id", "=", batchId)
    .execute();
  return state;
}

async function countJobs(trx: Transaction, batchId: string): Promise<Counts> {
  const rows = await trx
    .selectFrom("print_job")
    .select((eb) => ["state", eb.fn.countAll<number>().as("count")])
    .where("batch_id", "=", batchId)
    .groupBy("state")
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
}

/** Only ever forward. A batch none of whose letters is left in it is closed. */
function stateOf(state: Batch["state"], counts: Counts): Batch["state"] {
  const some = (...states: readonly PrintJobState[]) => states.some((name) => (counts[name] ?? 0) > 0);
  if (some("chosen", "released", "numbered")) return state;
  if (!some("made", "printed", "posted")) return "closed";
  switch (state) {
    case "making":
      return "ready";
    case "ready":
      return some("made") ? "ready" : "printed";
    case "printed":
      return some("made", "printed") ? "printed" : "handed_over";
    default:
      return state;
  }
}

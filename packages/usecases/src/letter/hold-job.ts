// One letter in one batch: its delivery is locked first, as by every verb, then its job.

import {
  type DeliveryRow,
  lockDelivery,
  type PrintJobTable,
  type Selectable,
  type Transaction,
} from "@posthorn/db";
import { AppError, type Instant, printFileFallsAt } from "@posthorn/domain";
import { factsOf } from "../record/facts-of.ts";

export type JobRow = Selectable<PrintJobTable>;

export interface HeldJob {
  readonly row: DeliveryRow;
  readonly job: JobRow;
}

/** Throws not_found `letter_not_found`. */
export async function holdJob(trx: Transaction, jobId: string): Promise<HeldJob> {
  const known = await trx
    .selectFrom("print_job")
    .select("delivery_id")
    .where("id", "=", jobId)
    .executeTakeFirst();
  if (!known) throw new AppError("not_found", "letter_not_found");
  const row = await lockDelivery(trx, known.delivery_id);
  const job = await trx
    .selectFrom("print_job")
    .selectAll()
    .where("id", "=", jobId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  return { row, job };
}

/** The one in which a locked delivery's letter is now, posted or not; undefined while it is in none. */
export async function livingJob(trx: Transaction, deliveryId: string): Promise<JobRow | undefined> {
  return trx
    .selectFrom("print_job")
    .selectAll()
    .where("delivery_id", "=", deliveryId)
    .where("state", "not in", ["dropped", "fallen_out"])
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** Takes a letter that was not posted out of its batch: dropped where this batch never released it, fallen out after that. */
export async function endJob(
  trx: Transaction,
  job: JobRow,
  end: { readonly reason: string; readonly words?: string; readonly at: Instant },
): Promise<void> {
  await trx
    .updateTable("print_job")
    .set({
      state: job.state === "chosen" ? "dropped" : "fallen_out",
      ended_reason: end.reason,
      ended_words: end.words ?? null,
      ...(job.blob_id === null ? {} : { file_falls_at: printFileFallsAt(end.at) }),
    })
    .where("id", "=", job.id)
    .execute();
}

/** Code of why no letter of this delivery goes any more: its state, or what made the letter fail. */
export async function whyEnded(trx: Transaction, row: DeliveryRow): Promise<string> {
  if (row.state !== "post_failed") return row.state;
  const [failure] = await factsOf(trx, row.id, "RelayToNonERDSFailure");
  return failure?.reasons?.[0]?.replace(/^own:/, "") ?? row.state;
}

// A letter whose delivery has failed leaves its batch; its print file falls 30 days later.

import type { DeliveryRow, Transaction } from "@posthorn/db";
import type { Instant } from "@posthorn/domain";
import { endJob, livingJob, whyEnded } from "./hold-job.ts";
import { settleBatch } from "./settle-batch.ts";

/** Of a locked delivery; nothing where it is in no batch, or has not failed. */
export async function endFailedLetter(trx: Transaction, row: DeliveryRow, at: Instant): Promise<void> {
  if (row.state !== "post_failed") return;
  const job = await livingJob(trx, row.id);
  if (!job) return;
  await endJob(trx, job, { reason: await whyEnded(trx, row), at });
  await settleBatch(trx, job.batch_id, at);
}

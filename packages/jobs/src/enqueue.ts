// Enqueues a job in the caller's transaction: it exists exactly when the change it belongs to does.

import type { Transaction } from "@posthorn/db";
import { sql } from "kysely";
import type { JobName, JobPayloads } from "./catalogue.ts";

export async function enqueue<N extends JobName>(
  trx: Transaction,
  name: N,
  payload: JobPayloads[N],
): Promise<void> {
  await sql`SELECT jobs.add(${name}, ${JSON.stringify(payload)}::json)`.execute(trx);
}

/** Many jobs of one name in one statement. */
export async function enqueueAll<N extends JobName>(
  trx: Transaction,
  name: N,
  payloads: readonly JobPayloads[N][],
): Promise<void> {
  if (payloads.length === 0) return;
  await sql`SELECT jobs.add(${name}, p) FROM json_array_elements(${JSON.stringify(payloads)}::json) AS p`.execute(
    trx,
  );
}

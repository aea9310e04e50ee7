// What nobody has to be asked for: senders without an address in time, the carrier's words, batches nobody needs.

import { sql } from "@posthorn/db";
import type { Context } from "../context.ts";
import { askForAddresses } from "./ask-for-addresses.ts";
import { bookCarrierReports } from "./book-carrier-reports.ts";

/** Idempotent, in bounded batches; one kind of work that fails keeps none of the others. Throws AggregateError. */
export async function sweepLetters(ctx: Context): Promise<void> {
  const work = [() => askForAddresses(ctx), () => bookCarrierReports(ctx), () => closeBatches(ctx)];
  const failures: unknown[] = [];
  for (const one of work) {
    try {
      await one();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "letters could not be swept");
}

/** Handed over, the carrier is asked no more, and no file is left. */
async function closeBatches(ctx: Context): Promise<void> {
  await sql`UPDATE print_batch b SET state = 'closed' WHERE state = 'handed_over'
    AND NOT EXISTS (SELECT FROM print_job j WHERE j.batch_id = b.id
      AND (j.next_poll_at IS NOT NULL OR j.blob_id IS NOT NULL OR j.state NOT IN ('posted','dropped','fallen_out')))`.execute(
    ctx.db,
  );
}

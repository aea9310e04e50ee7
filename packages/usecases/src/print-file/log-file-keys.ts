// Writes down that keys of print files are used, and for whom.

import type { Transaction } from "@posthorn/db";
import type { Context } from "../context.ts";

/** `holder`: who of the staff downloads them, or the printer that they go to. */
export async function logFileKeys(
  trx: Transaction,
  ctx: Context,
  letters: readonly { readonly job: string }[],
  use: { readonly holder: string; readonly at: Temporal.Instant },
): Promise<void> {
  await trx
    .insertInto("key_use")
    .values(
      letters.map(({ job }) => ({
        used_at: use.at,
        service: ctx.service,
        purpose: "print_file",
        owner_id: job,
        holder: use.holder,
      })),
    )
    .execute();
}

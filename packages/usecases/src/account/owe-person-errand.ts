// Owes an account holder one mail, in the caller's transaction: it is sent exactly when what it tells of stands.

import type { PersonErrandKind, Transaction } from "@posthorn/db";
import { enqueue } from "@posthorn/jobs";
import type { Context } from "../context.ts";

/** `facts`: what the mail says beside the time; never a secret. `at` is what happened, UTC. */
export async function owePersonErrand(
  trx: Transaction,
  ctx: Context,
  personId: string,
  kind: PersonErrandKind,
  facts: Readonly<Record<string, string>>,
  at: Temporal.Instant,
): Promise<void> {
  const id = ctx.newId("per", at);
  await trx
    .insertInto("person_errand")
    .values({
      id,
      person_id: personId,
      kind,
      facts: JSON.stringify(facts),
      created_at: at,
      next_attempt_at: at,
    })
    .execute();
  await enqueue(trx, "run-person-errand", { errandId: id });
}

// Holds a request while whom it is about is chosen, or removed from the choice.

import type { Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import { type DeskRequest, lockRequest } from "./desk-act.ts";

/** Once a sender was told of it the choice stands. */
export async function lockChoice(trx: Transaction, requestId: string): Promise<DeskRequest> {
  const row = await lockRequest(trx, requestId, ["identity", "open"]);
  const told = await trx
    .selectFrom("rights_request_sender")
    .select("request_id")
    .where("request_id", "=", row.id)
    .executeTakeFirst();
  if (told) throw new AppError("conflict", "rights_senders_were_told");
  return row;
}

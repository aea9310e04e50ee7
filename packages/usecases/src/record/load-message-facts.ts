// Loads what all records of a message say alike.

import type { MessageFacts, Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";

export async function loadMessageFacts(trx: Transaction, messageId: string): Promise<MessageFacts> {
  const row = await trx.selectFrom("message").select("facts").where("id", "=", messageId).executeTakeFirst();
  if (!row) throw new AppError("internal", "message_missing");
  return row.facts;
}

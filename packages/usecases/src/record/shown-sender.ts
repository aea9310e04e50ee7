// The sender as an addressee may see him: an account that chose so is named only once the message is accepted.

import type { DeliveryRow, MessageFacts, Transaction } from "@posthorn/db";

/** Null while the name is not shown. Evidence names the sender in every case. */
export async function shownSender(
  trx: Transaction,
  row: Pick<DeliveryRow, "message_id" | "state">,
  message: Pick<MessageFacts, "sender">,
): Promise<MessageFacts["sender"] | null> {
  if (row.state === "collected") return message.sender;
  const { sender_shown: shown } = await trx
    .selectFrom("message")
    .select("sender_shown")
    .where("id", "=", row.message_id)
    .executeTakeFirstOrThrow();
  return shown === "after" ? null : message.sender;
}

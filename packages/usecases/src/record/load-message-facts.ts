// Loads what all records of a message say alike, with the seal certificate that is in force now.

import { type MessageFacts, sql, type Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import { withCertificate } from "./name-issuer.ts";

export async function loadMessageFacts(trx: Transaction, messageId: string): Promise<MessageFacts> {
  const row = await trx
    .selectFrom("message")
    .select(["facts", sql<string | null>`seal_certificate_in_force()`.as("certificate")])
    .where("id", "=", messageId)
    .executeTakeFirst();
  if (!row) throw new AppError("internal", "message_missing");
  return withCertificate(row.facts, row.certificate);
}

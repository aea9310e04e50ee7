// Writes a message, its parts and how they look on paper into the database, as accepted.

import type { MessageFacts, Transaction } from "@posthorn/db";
import type { Submission } from "./submit-message.ts";

export async function insertMessage(trx: Transaction, input: Submission, facts: MessageFacts): Promise<void> {
  const { options } = input;
  await trx
    .insertInto("message")
    .values({
      id: input.messageId,
      account_id: input.accountId,
      member_id: input.memberId,
      subject: input.subject,
      required_identification: options.requiredIdentification,
      collection_days: options.collectionDays,
      reminders: options.reminders,
      postal_fallback: options.postalFallback,
      content_retention_days: options.contentRetentionDays,
      accepted_at: input.arrivedAt,
      delivery_count: input.addressees.length,
      team_id: input.teamId ?? null,
      facts: JSON.stringify(facts),
      sender_shown: await senderShown(trx, input.accountId),
      ...(options.returnAddress && { return_address: JSON.stringify(options.returnAddress) }),
    })
    .execute();
  await trx
    .insertInto("message_part")
    .values(
      input.parts.map((part, index) => ({
        message_id: input.messageId,
        ordinal: index + 1,
        name: part.name,
        media_type: part.type,
        size: part.size,
        sha256: part.sha256,
        blob_id: part.blobId,
      })),
    )
    .execute();
  await insertRenditions(trx, input);
}

async function insertRenditions(trx: Transaction, { messageId, parts }: Submission): Promise<void> {
  const rows = parts.flatMap(({ print, rendition }, index) =>
    print && rendition
      ? [
          {
            message_id: messageId,
            ordinal: index + 1,
            blob_id: rendition.blobId,
            size: print.size,
            sha256: print.sha256,
            pages: print.pages,
            colour: rendition.colour,
            converter: print.converter,
          },
        ]
      : [],
  );
  if (rows.length > 0) await trx.insertInto("part_rendition").values(rows).execute();
}

/** The account's choice at the moment of sending; a later one changes no message that is on its way. */
async function senderShown(trx: Transaction, accountId: string): Promise<"before" | "after"> {
  const row = await trx
    .selectFrom("account")
    .select("sender_shown")
    .where("id", "=", accountId)
    .executeTakeFirstOrThrow();
  return row.sender_shown;
}

// Opens the key of one holder, logged, and the parts of a message with it.

import type { Selectable, MessagePartTable, Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import { type ContentPort, type Context, type KeyUnwrapping, wrapContext } from "../context.ts";

export type PartRow = Selectable<MessagePartTable>;

/** Throws not_found `content_erased` where the holder's wrap is destroyed. The unwrapping is logged in the transaction. */
export async function unlockParts(
  trx: Transaction,
  ctx: Context,
  keys: KeyUnwrapping,
  input: {
    readonly messageId: string;
    readonly holder: string;
    readonly purpose: string;
    readonly at: Temporal.Instant;
  },
): Promise<{ readonly contentKey: Uint8Array; readonly parts: readonly PartRow[] }> {
  const wrap = await trx
    .selectFrom("key_wrap")
    .select("wrapped")
    .where("message_id", "=", input.messageId)
    .where("holder", "=", input.holder)
    .executeTakeFirst();
  if (!wrap) throw new AppError("not_found", "content_erased");
  await trx
    .insertInto("key_use")
    .values({
      used_at: input.at,
      service: ctx.service,
      purpose: input.purpose,
      owner_id: input.messageId,
      holder: input.holder,
    })
    .execute();
  const contentKey = keys.unwrap(wrap.wrapped, wrapContext(input.messageId, input.holder));
  const parts = await trx
    .selectFrom("message_part")
    .selectAll()
    .where("message_id", "=", input.messageId)
    .orderBy("ordinal")
    .execute();
  return { contentKey, parts };
}

/** Opens every part and authenticates its first chunk; throws `content_damaged` or `content_missing`. */
export async function proveReadable(
  content: ContentPort,
  contentKey: Uint8Array,
  parts: readonly PartRow[],
): Promise<void> {
  for (const part of parts) await content.open(part.blob_id, contentKey);
}

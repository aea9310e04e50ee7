// Gives the sender a part of his own message back: exactly the bytes that were hashed, while his access lasts (R8).

import { transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import { scopeOf } from "../account/account-reader.ts";
import { unlockParts } from "../collection/unlock-parts.ts";
import type { OpenedPart } from "../collection/open-part.ts";
import type { ContentPort, Context, KeyUnwrapping } from "../context.ts";
import { logUse, type Visitor } from "../record/log-use.ts";

export interface SentPartInput {
  readonly accountId: string;
  readonly memberId: string;
  readonly personId: string;
  readonly messageId: string;
  /** 1 is `message.txt`. */
  readonly ordinal: number;
  readonly arrivedAt: Temporal.Instant;
  readonly visitor: Visitor;
}

/** Errors: not_found `message_not_found`, `part_not_found`, `content_erased`; internal `content_damaged`, `content_missing`. */
export async function openSentPart(
  ctx: Context,
  ports: { readonly content: ContentPort; readonly keys: KeyUnwrapping },
  input: SentPartInput,
): Promise<OpenedPart> {
  const { contentKey, part } = await transact(ctx.db, scopeOf(input), async (trx) => {
    const message = await trx
      .selectFrom("message")
      .select("id")
      .where("id", "=", input.messageId)
      .executeTakeFirst();
    if (!message) throw new AppError("not_found", "message_not_found");
    const unlocked = await unlockParts(trx, ctx, ports.keys, {
      messageId: input.messageId,
      holder: "account",
      purpose: "sender_reads",
      at: input.arrivedAt,
    });
    const wanted = unlocked.parts.find((each) => each.ordinal === input.ordinal);
    if (!wanted) throw new AppError("not_found", "part_not_found");
    await logUse(trx, ctx, {
      act: "sent_part_opened",
      at: input.arrivedAt,
      visitor: input.visitor,
      accountId: input.accountId,
      personId: input.personId,
    });
    return { contentKey: unlocked.contentKey, part: wanted };
  });
  const blob = await ports.content.open(part.blob_id, contentKey);
  return {
    name: part.name,
    type: part.media_type,
    size: part.size,
    sha256: part.sha256,
    stream: () => blob.stream(),
  };
}

// Carries on with a notice row that is due: the retry of a mail or SMS, or a reminder's first attempt.

import type { Context } from "../context.ts";
import type { NoticePorts } from "./ports.ts";
import { type NoticeSent, sendNotice } from "./send-notice.ts";

/** Idempotent; a row that a repair or the end of the delivery overtook is put to rest. */
export async function attemptNotice(ctx: Context, ports: NoticePorts, noticeId: string): Promise<NoticeSent> {
  const notice = await ctx.db
    .selectFrom("notice")
    .select(["delivery_id", "kind", "ordinal", "round"])
    .where("id", "=", noticeId)
    .executeTakeFirst();
  if (!notice) return "nothing_to_do";
  const { delivery_id: deliveryId, ...which } = notice;
  return sendNotice(ctx, ports, { deliveryId, ...which });
}

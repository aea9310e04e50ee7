// Carries on with a notice row that is due: the retry of a mail or SMS, or a reminder's first attempt.

import type { Context } from "../context.ts";
import type { NoticePorts } from "./ports.ts";
import { type NoticeSent, sendNotice } from "./send-notice.ts";

export async function attemptNotice(ctx: Context, ports: NoticePorts, noticeId: string): Promise<NoticeSent> {
  const notice = await ctx.db
    .selectFrom("notice")
    .innerJoin("delivery", "delivery.id", "notice.delivery_id")
    .select([
      "notice.delivery_id",
      "notice.kind",
      "notice.ordinal",
      "notice.round",
      "delivery.notice_round",
      "delivery.final_at",
      "delivery.state",
    ])
    .where("notice.id", "=", noticeId)
    .executeTakeFirst();
  if (!notice) return "nothing_to_do";
  // A repair or the end of the delivery overtook it: nothing of the old round goes out any more.
  const overtaken = notice.round !== notice.notice_round || notice.final_at !== null;
  const sent = overtaken
    ? "nothing_to_do"
    : await sendNotice(ctx, ports, {
        deliveryId: notice.delivery_id,
        kind: notice.kind,
        ordinal: notice.ordinal,
      });
  if (sent === "nothing_to_do") await settle(ctx, noticeId);
  return sent;
}

/** Not due again unless something of it is still to be sent and may be. */
async function settle(ctx: Context, noticeId: string): Promise<void> {
  await ctx.db
    .updateTable("notice")
    .set({ next_attempt_at: null })
    .where("id", "=", noticeId)
    .where((eb) =>
      eb.or([
        eb.and([eb("mail_state", "!=", "pending"), eb("sms_state", "!=", "pending")]),
        eb.exists(
          eb
            .selectFrom("delivery")
            .select("delivery.id")
            .whereRef("delivery.id", "=", "notice.delivery_id")
            .where((d) =>
              d.or([
                d("delivery.final_at", "is not", null),
                d("delivery.reminders_silenced", "=", true),
                d("delivery.notice_round", "!=", d.ref("notice.round")),
                d("delivery.failed_round", ">=", d.ref("notice.round")),
              ]),
            ),
        ),
      ]),
    )
    .execute();
}

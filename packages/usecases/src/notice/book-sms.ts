// Books what the SMS provider answered; a failure moves no date, it opens a repair and is told to the sender.

import { clockNow, isoMillis, lockDelivery, snapshotOf, transact } from "@posthorn/db";
import { decide } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { applyDecision } from "../record/apply-decision.ts";
import { keepArtifact } from "../record/keep-artifact.ts";
import { saveChain, writeRecord } from "../record/write-record.ts";
import type { ClaimedNotice } from "./claim-notice.ts";
import type { SmsAnswer } from "./ports.ts";

export async function bookSms(
  ctx: Context,
  claimed: Pick<ClaimedNotice, "notice" | "message">,
  answer: SmsAnswer,
): Promise<void> {
  await transact(ctx.db, {}, async (trx) => {
    const row = await lockDelivery(trx, claimed.notice.delivery_id);
    const notice = await trx
      .selectFrom("notice")
      .selectAll()
      .where("id", "=", claimed.notice.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (notice.sms_state !== "pending") return;
    const at = await clockNow(trx);
    const kept = await keepArtifact(trx, {
      deliveryId: row.id,
      kind: "provider_answer",
      mediaType: "text/plain; charset=utf-8",
      bytes: Buffer.from(answer.raw, "utf8"),
      at,
    });
    const accepted = answer.outcome === "accepted";
    await trx
      .updateTable("notice")
      .set({
        sms_state: answer.outcome,
        sms_at: at,
        sms_answer: accepted ? null : answer.code,
        sms_provider_id: accepted ? answer.providerId : null,
        ...(notice.mail_state === "pending" ? {} : { next_attempt_at: null }),
      })
      .where("id", "=", notice.id)
      .execute();
    // The round's record says it already where the answer was there in time; the SMS answer of a round is recorded once.
    const written = await writeRecord(
      trx,
      ctx,
      row,
      claimed.message,
      {
        type: "SmsAnswer",
        eventAt: at,
        notice: {
          round: notice.round,
          kind: notice.kind,
          ...(notice.kind === "reminder" ? { reminder: notice.ordinal } : {}),
          channels: [
            {
              channel: "sms",
              to: notice.mobile ?? "",
              outcome: answer.outcome,
              at: isoMillis(at),
              dialogue_sha256: kept,
              ...(accepted ? { provider_id: answer.providerId } : { answer: answer.code }),
            },
          ],
        },
      },
      at,
    );
    await saveChain(trx, written.row);
    if (accepted || notice.kind === "reminder") return;
    const decision = decide(snapshotOf(written.row), { kind: "sms_failed", round: notice.round, at });
    if (decision.kind === "done") {
      await applyDecision(trx, ctx, { row: written.row, message: claimed.message, decision, recordedAt: at });
    }
  });
}

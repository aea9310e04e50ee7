// Books what the SMS provider answered; a failure moves no date, it opens a repair and is told to the sender.

import {
  clockNow,
  type DeliveryRow,
  lockDelivery,
  type MessageFacts,
  snapshotOf,
  transact,
  type Transaction,
} from "@posthorn/db";
import { decide, type NoticeFacts } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { applyDecision } from "../record/apply-decision.ts";
import { oweErrand } from "../record/owe-errand.ts";
import { saveChain, writeRecord } from "../record/write-record.ts";
import { keepSms, noticeFacts, smsColumns, type SmsSent } from "./channel-facts.ts";
import type { ClaimedNotice, NoticeRow } from "./claim-notice.ts";

/** An answer that came after the round's record was written is a record of its own. Idempotent. */
export async function bookSms(
  ctx: Context,
  claimed: Pick<ClaimedNotice, "notice" | "message">,
  sms: SmsSent,
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
    const facts = noticeFacts(notice, [await keepSms(trx, notice, sms, at)]);
    await trx
      .updateTable("notice")
      .set({ ...smsColumns(sms, at), ...(notice.mail_state === "pending" ? {} : { next_attempt_at: null }) })
      .where("id", "=", notice.id)
      .execute();
    if (sms.answer.outcome === "refused") {
      const failed = await failSms(trx, ctx, row, { claimed, notice, facts, at });
      if (failed) return;
    }
    const written = await writeRecord(
      trx,
      ctx,
      row,
      claimed.message,
      { type: "SmsAnswer", eventAt: at, notice: facts },
      at,
    );
    await saveChain(trx, written.row);
  });
}

export interface SmsFailure {
  readonly claimed: { readonly message: MessageFacts };
  readonly notice: NoticeRow;
  /** Null where another record of the same transaction tells it already. */
  readonly facts: NoticeFacts | null;
  readonly at: Temporal.Instant;
}

/** An SMS of a locked delivery's round failed for good. False where that changes nothing. */
export async function failSms(
  trx: Transaction,
  ctx: Context,
  row: DeliveryRow,
  { claimed: { message }, notice, facts, at }: SmsFailure,
): Promise<boolean> {
  if (notice.kind === "reminder") {
    if (!row.final_at) await oweErrand(trx, ctx, row.id, "reminder_failed", notice.id, at);
    return false;
  }
  const decision = decide(snapshotOf(row), { kind: "sms_failed", round: notice.round, at });
  if (decision.kind !== "done") return false;
  await applyDecision(trx, ctx, {
    row,
    message,
    decision,
    recordedAt: at,
    ...(facts ? { events: { SmsFailure: { notice: facts } } } : {}),
  });
  return true;
}

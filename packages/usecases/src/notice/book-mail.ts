// Books what the relay answered to a notice's mail: the round's evidence, and whether the notice stands.

import {
  clockNow,
  type DeliveryRow,
  lockDelivery,
  snapshotOf,
  transact,
  type Transaction,
} from "@posthorn/db";
import { decide, type NoticeFacts } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { applyDecision } from "../record/apply-decision.ts";
import { oweErrand } from "../record/owe-errand.ts";
import { saveChain, writeRecord } from "../record/write-record.ts";
import { failSms } from "./book-sms.ts";
import { keepMail, keepSms, noticeFacts, oneLine, smsColumns, type SmsSent } from "./channel-facts.ts";
import type { ClaimedNotice, NoticeRow } from "./claim-notice.ts";
import type { MailSettled } from "./ports.ts";

interface Booking {
  readonly claimed: ClaimedNotice;
  readonly notice: NoticeRow;
  readonly facts: NoticeFacts;
  readonly at: Temporal.Instant;
}

/**
 * The first booking of a round wins; a repeat's 250 changes nothing. `sms` is the SMS answer where it is there already:
 * it then stands in the round's record and is booked with it. Returns whether it was.
 */
export async function bookMail(
  ctx: Context,
  claimed: ClaimedNotice,
  answer: MailSettled,
  sms: SmsSent | null,
): Promise<{ readonly smsBooked: boolean }> {
  return transact(ctx.db, {}, async (trx) => {
    let row = await lockDelivery(trx, claimed.notice.delivery_id);
    const notice = await trx
      .selectFrom("notice")
      .selectAll()
      .where("id", "=", claimed.notice.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (notice.mail_state !== "pending") return { smsBooked: false };
    const at = await clockNow(trx);
    const text = notice.sms_state === "pending" ? sms : null;
    const channels = [await keepMail(trx, notice, answer, at)];
    if (text) channels.push(await keepSms(trx, notice, text, at));
    else if (notice.mobile) channels.push({ channel: "sms", to: notice.mobile, outcome: "pending" });
    await trx
      .updateTable("notice")
      .set({
        mail_state: answer.outcome,
        mail_at: at,
        mail_answer: oneLine(answer.response),
        recorded_at: at,
        ...(text ? smsColumns(text, at) : {}),
        ...(text || notice.sms_state !== "pending" ? { next_attempt_at: null } : {}),
      })
      .where("id", "=", notice.id)
      .execute();
    const booking = { claimed, notice, facts: noticeFacts(notice, channels), at };
    row =
      answer.outcome === "accepted"
        ? await bookAccepted(trx, ctx, row, booking)
        : await bookRefused(trx, ctx, row, booking, answer.ours);
    if (text?.answer.outcome === "refused") await failSms(trx, ctx, row, { ...booking, facts: null });
    return { smsBooked: text !== null };
  });
}

/** The record tells the window that the notice opened, so the decision comes first and the record with it. */
async function bookAccepted(
  trx: Transaction,
  ctx: Context,
  row: DeliveryRow,
  { claimed: { message }, notice, facts, at }: Booking,
): Promise<DeliveryRow> {
  const sent = { type: "NotificationForAcceptance", eventAt: at } as const;
  const decision =
    notice.kind === "window"
      ? decide(snapshotOf(row), { kind: "notice_stands", round: notice.round, at })
      : null;
  if (decision?.kind === "done") {
    const applied = await applyDecision(trx, ctx, {
      row,
      message,
      decision: { ...decision, records: [sent, ...decision.records] },
      recordedAt: at,
      events: { NotificationForAcceptance: { notice: facts } },
    });
    return applied.row;
  }
  const written = await writeRecord(trx, ctx, row, message, { ...sent, notice: facts }, at);
  await saveChain(trx, written.row);
  return written.row;
}

async function bookRefused(
  trx: Transaction,
  ctx: Context,
  row: DeliveryRow,
  { claimed: { message }, notice, facts, at }: Booking,
  ours: boolean,
): Promise<DeliveryRow> {
  if (notice.kind === "reminder") {
    if (row.final_at) return row;
    await oweErrand(trx, ctx, row.id, "reminder_failed", notice.id, at);
    const type = "NotificationForAcceptanceFailure";
    const reasons = [ours ? "R_ERDS_Malfunction" : "R_ERDS_Unreachable"];
    const written = await writeRecord(
      trx,
      ctx,
      row,
      message,
      { type, eventAt: at, notice: facts, reasons },
      at,
    );
    await saveChain(trx, written.row);
    return written.row;
  }
  const decision = decide(snapshotOf(row), { kind: "notice_failed", round: notice.round, at, ours });
  if (decision.kind !== "done")
    return recordTextAlone(trx, ctx, row, { claimed: { message }, notice, facts, at });
  const attempt = { type: "NotificationForAcceptance", eventAt: at } as const;
  const applied = await applyDecision(trx, ctx, {
    row,
    message,
    decision: { ...decision, records: [attempt, ...decision.records] },
    recordedAt: at,
    events: {
      NotificationForAcceptance: { notice: facts },
      NotificationForAcceptanceFailure: { notice: facts },
    },
  });
  return applied.row;
}

/** The mail's refusal changes nothing any more (the notice was used); what the SMS provider answered is still told. */
async function recordTextAlone(
  trx: Transaction,
  ctx: Context,
  row: DeliveryRow,
  {
    claimed,
    notice,
    facts,
    at,
  }: Omit<Booking, "claimed"> & { readonly claimed: Pick<ClaimedNotice, "message"> },
): Promise<DeliveryRow> {
  const texts = facts.channels.filter(({ channel, outcome }) => channel === "sms" && outcome !== "pending");
  if (texts.length === 0) return row;
  const record = { type: "SmsAnswer", eventAt: at, notice: noticeFacts(notice, texts) };
  const written = await writeRecord(trx, ctx, row, claimed.message, record, at);
  await saveChain(trx, written.row);
  return written.row;
}

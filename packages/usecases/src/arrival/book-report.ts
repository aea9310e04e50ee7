// Books what became of a notice: taken by the addressee's side, or failed after all. Dated when it is booked.

import {
  clockNow,
  type DeliveryRow,
  isoMillis,
  lockDelivery,
  type MessageFacts,
  snapshotOf,
  transact,
  type Transaction,
} from "@posthorn/db";
import { type ChannelFacts, decide, type NoticeFacts } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { failSms } from "../notice/book-sms.ts";
import { noticeFacts, oneLine } from "../notice/channel-facts.ts";
import type { NoticeRow } from "../notice/claim-notice.ts";
import { applyDecision } from "../record/apply-decision.ts";
import { keepArtifact } from "../record/keep-artifact.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";
import { oweErrand } from "../record/owe-errand.ts";
import { saveChain, writeRecord } from "../record/write-record.ts";
import type { Report } from "./ports.ts";

interface Booking {
  readonly report: Report;
  readonly notice: NoticeRow;
  readonly row: DeliveryRow;
  readonly message: MessageFacts;
  readonly at: Temporal.Instant;
  /** Keeps the raw report under the evidence and tells what its record says. */
  facts(): Promise<NoticeFacts>;
}

/** What came of it, for the log; null where what it reports on is not known yet. */
export async function bookReport(ctx: Context, report: Report, raw: Uint8Array): Promise<string | null> {
  const { attemptId, outcome } = report;
  if (attemptId !== null && !attemptId.startsWith("ntc_")) return `${outcome}: of ${attemptId}, no notice`;
  const found = await findNotice(ctx, report);
  if (!found) return attemptId === null ? null : `${outcome}: of ${attemptId}, which is unknown`;
  return transact(ctx.db, {}, async (trx) => {
    const row = await lockDelivery(trx, found.delivery_id);
    const notice = await trx
      .selectFrom("notice")
      .selectAll()
      .where("id", "=", found.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const at = await clockNow(trx);
    const facts = async () => noticeFacts(notice, [await channelFacts(trx, notice, report, raw, at)]);
    const message = await loadMessageFacts(trx, row.message_id);
    const booking: Booking = { report, notice, row, message, at, facts };
    const said = await book(trx, ctx, booking);
    return said === null ? null : `${notice.id} ${report.channel} ${outcome}: ${said}`;
  });
}

async function findNotice(ctx: Context, report: Report) {
  const query = ctx.db.selectFrom("notice").select(["id", "delivery_id"]);
  if (report.attemptId !== null) return query.where("id", "=", report.attemptId).executeTakeFirst();
  if (report.providerId === null) return undefined;
  return query.where("sms_provider_id", "=", report.providerId).executeTakeFirst();
}

async function book(trx: Transaction, ctx: Context, booking: Booking): Promise<string | null> {
  const { report, notice } = booking;
  const known = report.channel === "email" ? notice.mail_state : notice.sms_state;
  if (report.outcome === "other") return "noted";
  if (known === "failed" || known === "refused") return "it had failed before";
  if (known === report.outcome) return "reported before";
  if (report.outcome === "delivered") {
    return known === "pending" ? null : bookDelivered(trx, ctx, booking);
  }
  return report.channel === "email" ? bookMailFailure(trx, ctx, booking) : bookSmsFailure(trx, ctx, booking);
}

async function bookDelivered(trx: Transaction, ctx: Context, booking: Booking): Promise<string> {
  await saveState(trx, booking, "delivered");
  await record(trx, ctx, booking, "NotificationDelivered");
  return "booked";
}

async function bookMailFailure(trx: Transaction, ctx: Context, booking: Booking): Promise<string> {
  const { notice, row, message, at } = booking;
  if (row.final_at) return `changes nothing, the delivery is ${row.state}`;
  if (notice.kind === "reminder") {
    await saveState(trx, booking, "failed");
    await oweErrand(trx, ctx, row.id, "reminder_failed", notice.id, at);
    await record(trx, ctx, booking, "NotificationForAcceptanceFailure", ["R_ERDS_Unreachable"]);
    return "a reminder failed, no date moves";
  }
  const decision = decide(snapshotOf(row), { kind: "notice_failed", round: notice.round, at, ours: false });
  if (decision.kind !== "done") {
    return `changes nothing, ${decision.kind === "nothing" ? decision.log : decision.reason}`;
  }
  await saveState(trx, booking, "failed");
  const applied = await applyDecision(trx, ctx, {
    row,
    message,
    decision,
    recordedAt: at,
    events: { NotificationForAcceptanceFailure: { notice: await booking.facts() } },
  });
  return `booked, the delivery is ${applied.row.state}`;
}

async function bookSmsFailure(trx: Transaction, ctx: Context, booking: Booking): Promise<string> {
  const { notice, row, message, at } = booking;
  if (row.final_at) return `changes nothing, the delivery is ${row.state}`;
  await saveState(trx, booking, "failed");
  const failed = await failSms(trx, ctx, row, {
    claimed: { message },
    notice,
    facts: await booking.facts(),
    at,
  });
  return failed ? "booked, a repair is open" : "noted, no date moves";
}

async function record(
  trx: Transaction,
  ctx: Context,
  booking: Booking,
  type: string,
  reasons?: readonly string[],
): Promise<void> {
  const { row, message, at } = booking;
  const notice = await booking.facts();
  const event = { type, eventAt: at, notice, ...(reasons ? { reasons } : {}) };
  const written = await writeRecord(trx, ctx, row, message, event, at);
  await saveChain(trx, written.row);
}

async function saveState(
  trx: Transaction,
  { report, notice, at }: Booking,
  state: "delivered" | "failed",
): Promise<void> {
  const answer = oneLine(report.answer);
  const other = report.channel === "email" ? notice.sms_state : notice.mail_state;
  await trx
    .updateTable("notice")
    .set({
      ...(report.channel === "email"
        ? { mail_state: state, mail_at: at, mail_answer: answer }
        : { sms_state: state, sms_at: at, sms_answer: answer }),
      ...(other === "pending" ? {} : { next_attempt_at: null }),
    })
    .where("id", "=", notice.id)
    .execute();
}

async function channelFacts(
  trx: Transaction,
  notice: NoticeRow,
  report: Report,
  raw: Uint8Array,
  at: Temporal.Instant,
): Promise<ChannelFacts> {
  const mail = report.channel === "email";
  const kept = await keepArtifact(trx, {
    deliveryId: notice.delivery_id,
    kind: mail ? "report" : "provider_answer",
    mediaType: mail ? "message/rfc822" : "text/plain; charset=utf-8",
    bytes: raw,
    at,
  });
  return {
    channel: report.channel,
    to: (mail ? notice.email : notice.mobile) ?? "",
    outcome: report.outcome === "delivered" ? "delivered" : "failed",
    at: isoMillis(at),
    answer: oneLine(report.answer),
    dialogue_sha256: kept,
    ...(!mail && notice.sms_provider_id ? { provider_id: notice.sms_provider_id } : {}),
  };
}

// Books what the relay answered to a notice's mail: the round's evidence, and whether the notice stands.

import {
  clockNow,
  isoMillis,
  lockDelivery,
  type NoticeTable,
  type Selectable,
  snapshotOf,
  transact,
  type Transaction,
} from "@posthorn/db";
import { type ChannelFacts, decide, type NoticeFacts } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { applyDecision } from "../record/apply-decision.ts";
import { keepArtifact } from "../record/keep-artifact.ts";
import { saveChain, writeRecord } from "../record/write-record.ts";
import type { ClaimedNotice } from "./claim-notice.ts";
import type { MailAnswer, SmsAnswer } from "./ports.ts";

/** `sms` undefined: not answered yet. The first booking of a round wins; a repeat's 250 changes nothing. */
export async function bookMail(
  ctx: Context,
  claimed: ClaimedNotice,
  answer: MailAnswer,
  sms: SmsAnswer | null | undefined,
): Promise<void> {
  await transact(ctx.db, {}, async (trx) => {
    let row = await lockDelivery(trx, claimed.delivery.id);
    const notice = await trx
      .selectFrom("notice")
      .selectAll()
      .where("id", "=", claimed.notice.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (notice.mail_state !== "pending") return;
    const at = await clockNow(trx);
    const facts = await noticeFacts(trx, notice, answer, sms, at);
    const accepted = answer.outcome === "accepted";
    await trx
      .updateTable("notice")
      .set({
        mail_state: accepted ? "accepted" : "refused",
        mail_at: at,
        mail_answer: oneLine(answer.response),
        recorded_at: at,
        ...(notice.sms_state === "pending" ? {} : { next_attempt_at: null }),
      })
      .where("id", "=", notice.id)
      .execute();
    if (accepted) {
      const written = await writeRecord(
        trx,
        ctx,
        row,
        claimed.message,
        { type: "NotificationForAcceptance", eventAt: at, notice: facts },
        at,
      );
      row = written.row;
      await saveChain(trx, row);
    }
    if (notice.kind === "reminder") {
      if (!accepted) await recordReminderFailure(trx, ctx, claimed, facts, at);
      return;
    }
    const decision = accepted
      ? decide(snapshotOf(row), { kind: "notice_stands", round: notice.round, at })
      : decide(snapshotOf(row), {
          kind: "notice_failed",
          round: notice.round,
          at,
          ours: answer.outcome === "refused" && answer.ours,
        });
    if (decision.kind === "done") {
      await applyDecision(trx, ctx, {
        row,
        message: claimed.message,
        decision,
        recordedAt: at,
        events: { NotificationForAcceptanceFailure: { notice: facts } },
      });
    }
  });
}

async function recordReminderFailure(
  trx: Transaction,
  ctx: Context,
  claimed: ClaimedNotice,
  facts: NoticeFacts,
  at: Temporal.Instant,
): Promise<void> {
  const row = await lockDelivery(trx, claimed.delivery.id);
  const written = await writeRecord(
    trx,
    ctx,
    row,
    claimed.message,
    { type: "NotificationForAcceptanceFailure", eventAt: at, notice: facts, reasons: ["R_ERDS_Unreachable"] },
    at,
  );
  await saveChain(trx, written.row);
}

async function noticeFacts(
  trx: Transaction,
  notice: Selectable<NoticeTable>,
  answer: MailAnswer,
  sms: SmsAnswer | null | undefined,
  at: Temporal.Instant,
): Promise<NoticeFacts> {
  const keep = (kind: "notice_mail" | "smtp_dialogue", mediaType: string, bytes: Uint8Array) =>
    keepArtifact(trx, { deliveryId: notice.delivery_id, kind, mediaType, bytes, at });
  const sent = await keep("notice_mail", "message/rfc822", answer.raw);
  const dialogue = await keep(
    "smtp_dialogue",
    "text/plain; charset=utf-8",
    Buffer.from(answer.dialogue, "utf8"),
  );
  const mail: ChannelFacts = {
    channel: "email",
    to: notice.email,
    outcome: answer.outcome,
    at: isoMillis(at),
    answer: oneLine(answer.response),
    sent_sha256: sent,
    dialogue_sha256: dialogue,
  };
  const text: ChannelFacts = {
    channel: "sms",
    to: notice.mobile ?? "",
    ...(notice.mobile ? smsOutcome(sms) : { outcome: "not_tried" as const }),
  };
  return {
    round: notice.round,
    kind: notice.kind,
    ...(notice.kind === "reminder" ? { reminder: notice.ordinal } : {}),
    channels: notice.mobile ? [mail, text] : [mail],
  };
}

function smsOutcome(
  sms: SmsAnswer | null | undefined,
): Pick<ChannelFacts, "outcome" | "answer" | "provider_id"> {
  if (!sms) return { outcome: "pending" };
  return sms.outcome === "accepted"
    ? { outcome: "accepted", provider_id: sms.providerId }
    : { outcome: "refused", answer: sms.code };
}

/** A server's words on one line, without control characters, cut to what a record can carry. */
export function oneLine(words: string): string {
  return words
    .replaceAll(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, 500);
}

// What each channel of a notice answered, as the record tells it; what was sent and said is kept under the evidence.

import { isoMillis, type Transaction } from "@posthorn/db";
import type { ChannelFacts, NoticeFacts } from "@posthorn/domain";
import { keepArtifact } from "../record/keep-artifact.ts";
import type { NoticeRow } from "./claim-notice.ts";
import type { MailSettled, SmsSettled } from "./ports.ts";

/** An SMS that got its final answer, with the words that were sent. */
export interface SmsSent {
  readonly answer: SmsSettled;
  readonly text: string;
}

export function noticeFacts(
  notice: Pick<NoticeRow, "round" | "kind" | "ordinal">,
  channels: readonly ChannelFacts[],
): NoticeFacts {
  return {
    round: notice.round,
    kind: notice.kind,
    ...(notice.kind === "reminder" ? { reminder: notice.ordinal } : {}),
    channels,
  };
}

export async function keepMail(
  trx: Transaction,
  notice: NoticeRow,
  answer: MailSettled,
  at: Temporal.Instant,
): Promise<ChannelFacts> {
  const { delivery_id: deliveryId } = notice;
  const sent = await keepArtifact(trx, {
    deliveryId,
    kind: "notice_mail",
    mediaType: "message/rfc822",
    bytes: answer.raw,
    at,
  });
  const dialogue = await keepArtifact(trx, {
    deliveryId,
    kind: "smtp_dialogue",
    mediaType: "text/plain; charset=utf-8",
    bytes: Buffer.from(answer.dialogue, "utf8"),
    at,
  });
  return {
    channel: "email",
    to: notice.email,
    outcome: answer.outcome,
    at: isoMillis(at),
    answer: oneLine(answer.response),
    sent_sha256: sent,
    dialogue_sha256: dialogue,
  };
}

export async function keepSms(
  trx: Transaction,
  notice: NoticeRow,
  { answer, text }: SmsSent,
  at: Temporal.Instant,
): Promise<ChannelFacts> {
  const keep = (kind: "notice_sms" | "provider_answer", words: string) =>
    keepArtifact(trx, {
      deliveryId: notice.delivery_id,
      kind,
      mediaType: "text/plain; charset=utf-8",
      bytes: Buffer.from(words, "utf8"),
      at,
    });
  return {
    channel: "sms",
    to: notice.mobile ?? "",
    outcome: answer.outcome,
    at: isoMillis(at),
    ...(answer.outcome === "accepted"
      ? { provider_id: answer.providerId }
      : { answer: oneLine(answer.code) }),
    sent_sha256: await keep("notice_sms", text),
    dialogue_sha256: await keep("provider_answer", answer.raw),
  };
}

/** The columns of a notice that hold an SMS answer. */
export function smsColumns({ answer }: SmsSent, at: Temporal.Instant) {
  const accepted = answer.outcome === "accepted";
  return {
    sms_state: answer.outcome,
    sms_at: at,
    sms_answer: accepted ? null : oneLine(answer.code),
    sms_provider_id: accepted ? answer.providerId : null,
  };
}

/** A server's words on one line, without control characters, cut to what a record can carry; a sign cut in half is replaced. */
export function oneLine(words: string): string {
  return words
    .replaceAll(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, 500)
    .toWellFormed();
}

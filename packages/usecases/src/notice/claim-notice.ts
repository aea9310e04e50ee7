// Writes the attempt of a round before anything leaves, and claims it for one worker at a time.

import {
  clockNow,
  type DeliveryRow,
  lockDelivery,
  type MessageFacts,
  type NoticeTable,
  type Selectable,
  transact,
  type Transaction,
} from "@posthorn/db";
import { brusselsDay, isFinal } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";
import type { Links, NoticeWords } from "./ports.ts";
import type { Language } from "@posthorn/domain";

export type NoticeRow = Selectable<NoticeTable>;

export interface ClaimedNotice {
  readonly notice: NoticeRow;
  readonly delivery: DeliveryRow;
  readonly message: MessageFacts;
  readonly words: NoticeWords;
}

/** Minutes until the next attempt, by attempts made; the last repeats. Also how long a crashed worker's claim lasts at least. */
const PAUSES = [1, 2, 5, 10, 30, 60] as const;

export interface NoticeToClaim {
  readonly deliveryId: string;
  readonly kind: "window" | "reminder";
  /** 0 for the window's notice, 1..3 for reminders. */
  readonly ordinal: number;
}

/** Null where there is nothing to send: not stamped yet, sent already, failed, final, silenced, or claimed by another. */
export async function claimNotice(
  ctx: Context,
  links: Links,
  want: NoticeToClaim,
): Promise<ClaimedNotice | null> {
  return transact(ctx.db, {}, async (trx) => {
    const row = await lockDelivery(trx, want.deliveryId);
    if (!row.submission_stamped_at || isFinal(row.state) || !mayStillGo(row, want)) return null;
    const now = await clockNow(trx);
    const notice = await findOrWrite(trx, ctx, row, want, now);
    if (notice.mail_state !== "pending" && notice.sms_state !== "pending") return null;
    if (notice.next_attempt_at && Temporal.Instant.compare(now, notice.next_attempt_at) < 0) return null;
    const link = links.linkFor(row.id, row.link_generation);
    const check = links.checkCodeFor(row.id, row.link_generation);
    if (!row.link_hash) {
      await trx
        .updateTable("delivery")
        .set({ link_hash: link.hash, check_code_hash: check.hash })
        .where("id", "=", row.id)
        .execute();
    }
    const pause = PAUSES[Math.min(notice.attempts, PAUSES.length - 1)] ?? 60;
    const claimed = await trx
      .updateTable("notice")
      .set({ attempts: notice.attempts + 1, next_attempt_at: now.add({ minutes: pause }) })
      .where("id", "=", notice.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    const message = await loadMessageFacts(trx, row.message_id);
    const words = wordsOf(ctx, links, row, message, { url: link.url, code: check.code }, now);
    return { notice: claimed, delivery: row, message, words };
  });
}

function mayStillGo(row: DeliveryRow, want: NoticeToClaim): boolean {
  if (want.kind === "reminder") return row.state === "notified" && !row.reminders_silenced;
  if (row.state === "notified") return true; // its SMS may still be owed; the mail's state says whether the mail is
  return (row.state === "accepted" || row.state === "notice_failed") && row.failed_round < row.notice_round;
}

async function findOrWrite(
  trx: Transaction,
  ctx: Context,
  row: DeliveryRow,
  want: NoticeToClaim,
  now: Temporal.Instant,
): Promise<NoticeRow> {
  const found = await trx
    .selectFrom("notice")
    .selectAll()
    .where("delivery_id", "=", row.id)
    .where("round", "=", row.notice_round)
    .where("kind", "=", want.kind)
    .where("ordinal", "=", want.ordinal)
    .executeTakeFirst();
  if (found) return found;
  return trx
    .insertInto("notice")
    .values({
      id: ctx.newId("ntc", now),
      delivery_id: row.id,
      round: row.notice_round,
      kind: want.kind,
      ordinal: want.ordinal,
      email: row.email,
      mobile: row.mobile,
      created_at: now,
      next_attempt_at: null,
      mail_at: null,
      mail_answer: null,
      sms_state: row.mobile ? "pending" : "none",
      sms_at: null,
      sms_answer: null,
      sms_provider_id: null,
      recorded_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

function wordsOf(
  ctx: Context,
  links: Links,
  row: DeliveryRow,
  message: MessageFacts,
  way: { readonly url: string; readonly code: string },
  now: Temporal.Instant,
): NoticeWords {
  return {
    language: row.language as Language,
    service: ctx.settings.issuer.name,
    addressee: addresseeName(row),
    sender: { name: message.sender.name, ...(message.sender.town ? { town: message.sender.town } : {}) },
    collectUntil: row.collect_until ?? brusselsDay(now).add({ days: row.collection_days }),
    collectionDays: row.collection_days,
    link: way.url,
    checkCode: way.code,
    checkUrl: links.checkUrl,
    postalFallback: row.postal_fallback,
    requiredIdentification: message.required_identification,
    withSms: row.mobile !== null,
    trustStatus: message.trust_status,
  };
}

/** "Jan Peeters", or the organisation with whom it is for. */
export function addresseeName(row: Pick<DeliveryRow, "name" | "first_names" | "attention_of">): string {
  if (row.first_names) return `${row.first_names} ${row.name}`;
  return row.attention_of ? `${row.name}, ${row.attention_of}` : row.name;
}

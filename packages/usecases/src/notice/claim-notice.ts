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
import { brusselsDay, type Language } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { enterAtNotice } from "../inbox/enter-inbox.ts";
import { problemOfRow } from "../letter/address-problem.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";
import { shownSender } from "../record/shown-sender.ts";
import { leaseAfter } from "./pause-after.ts";
import type { Links, NoticeWords } from "./ports.ts";

export type NoticeRow = Selectable<NoticeTable>;

export interface ClaimedNotice {
  readonly notice: NoticeRow;
  readonly message: MessageFacts;
  readonly words: NoticeWords;
}

export interface NoticeToClaim {
  readonly deliveryId: string;
  readonly kind: "window" | "reminder";
  /** 0 for the window's notice, 1..3 for reminders. */
  readonly ordinal: number;
  /** Where it is known which round is meant; a repair has voided the others. */
  readonly round?: number;
}

/** Null where there is nothing to send: not stamped yet, sent already, failed, over, silenced, or claimed by another. */
export async function claimNotice(
  ctx: Context,
  links: Links,
  want: NoticeToClaim,
): Promise<ClaimedNotice | null> {
  return transact(ctx.db, {}, async (trx) => {
    const row = await lockDelivery(trx, want.deliveryId);
    if (!row.submission_stamped_at) return null;
    const now = await clockNow(trx);
    if (!mayStillGo(row, want, now)) {
      await dropDebt(trx, want);
      return null;
    }
    const notice = await findOrWrite(trx, ctx, row, want, now);
    if (notice.mail_state !== "pending" && notice.sms_state !== "pending") return null;
    if (notice.next_attempt_at && Temporal.Instant.compare(now, notice.next_attempt_at) < 0) return null;
    if (want.kind === "window" && notice.attempts === 0) await enterAtNotice(trx, row, now);
    const way = await giveLink(trx, links, row);
    const claimed = await trx
      .updateTable("notice")
      .set({ attempts: notice.attempts + 1, next_attempt_at: now.add(leaseAfter(notice.attempts)) })
      .where("id", "=", notice.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    const message = await loadMessageFacts(trx, row.message_id);
    const sender = await shownSender(trx, row, message);
    return { notice: claimed, message, words: wordsOf(ctx, links, row, { ...message, sender }, way, now) };
  });
}

/** Nothing of a round leaves once a repair voided it, the delivery is over, or its last day has passed. */
function mayStillGo(row: DeliveryRow, want: NoticeToClaim, now: Temporal.Instant): boolean {
  if (want.round !== undefined && want.round !== row.notice_round) return false;
  if (row.state === "notified") {
    const running = row.deadline_at !== null && Temporal.Instant.compare(now, row.deadline_at) < 0;
    return running && !(want.kind === "reminder" && row.reminders_silenced);
  }
  if (want.kind === "reminder") return false;
  return (row.state === "accepted" || row.state === "notice_failed") && row.failed_round < row.notice_round;
}

/** What may not go any more is not looked for any more either. */
async function dropDebt(trx: Transaction, want: NoticeToClaim): Promise<void> {
  let debt = trx
    .updateTable("notice")
    .set({ next_attempt_at: null })
    .where("delivery_id", "=", want.deliveryId)
    .where("kind", "=", want.kind)
    .where("ordinal", "=", want.ordinal)
    .where("next_attempt_at", "is not", null);
  if (want.round !== undefined) debt = debt.where("round", "=", want.round);
  await debt.execute();
}

/** The hashes stand in the row before the first attempt of a generation, so that a link that arrives works. */
async function giveLink(
  trx: Transaction,
  links: Links,
  row: DeliveryRow,
): Promise<{ readonly url: string; readonly code: string }> {
  const link = links.linkFor(row.id, row.link_generation);
  const check = links.checkCodeFor(row.id, row.link_generation);
  if (!row.link_hash) {
    await trx
      .updateTable("delivery")
      .set({ link_hash: link.hash, check_code_hash: check.hash })
      .where("id", "=", row.id)
      .execute();
  }
  return { url: link.url, code: check.code };
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
  return found ?? writeNotice(trx, ctx, row, { ...want, now });
}

/** The row of an attempt; its addresses are those of this instant, a repair makes another round. */
export async function writeNotice(
  trx: Transaction,
  ctx: Context,
  row: DeliveryRow,
  want: { readonly kind: "window" | "reminder"; readonly ordinal: number; readonly now: Temporal.Instant },
): Promise<NoticeRow> {
  return trx
    .insertInto("notice")
    .values({
      id: ctx.newId("ntc", want.now),
      delivery_id: row.id,
      round: row.notice_round,
      kind: want.kind,
      ordinal: want.ordinal,
      email: row.email,
      mobile: row.mobile,
      created_at: want.now,
      // Due from now on: a crash before the first attempt is found by the sweep.
      next_attempt_at: want.now,
      sms_state: row.mobile ? "pending" : "none",
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

function wordsOf(
  ctx: Context,
  links: Links,
  row: DeliveryRow,
  message: Omit<MessageFacts, "sender"> & { readonly sender: MessageFacts["sender"] | null },
  way: { readonly url: string; readonly code: string },
  now: Temporal.Instant,
): NoticeWords {
  return {
    language: row.language as Language,
    service: ctx.settings.issuer.name,
    addressee: addresseeName(row),
    sender: message.sender && {
      name: message.sender.name,
      ...(message.sender.department ? { department: message.sender.department } : {}),
      ...(message.sender.town ? { town: message.sender.town } : {}),
    },
    collectUntil: row.collect_until ?? brusselsDay(now).add({ days: row.collection_days }),
    collectionDays: row.collection_days,
    link: way.url,
    checkCode: way.code,
    checkUrl: links.checkUrl,
    postalFallback: row.postal_fallback,
    addressWanted: problemOfRow(row) !== null,
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

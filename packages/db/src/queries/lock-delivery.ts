// Locks a delivery row first, as every verb does, and reads it into the lifecycle's snapshot.

import { AppError, type DeliverySnapshot } from "@posthorn/domain";
import type { Selectable } from "kysely";
import type { Transaction } from "../database.ts";
import type { DeliveryTable } from "../schema/messages.ts";

export type DeliveryRow = Selectable<DeliveryTable>;

/** Throws `not_found` where row-level security or the id shows nothing. */
export async function lockDelivery(trx: Transaction, deliveryId: string): Promise<DeliveryRow> {
  const row = await trx
    .selectFrom("delivery")
    .selectAll()
    .where("id", "=", deliveryId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new AppError("not_found", "delivery_not_found");
  return row;
}

export function snapshotOf(row: DeliveryRow): DeliverySnapshot {
  return {
    state: row.state,
    acceptedAt: row.accepted_at,
    collectionDays: row.collection_days,
    postalFallback: row.postal_fallback,
    reminders: row.reminders,
    noticeRound: row.notice_round,
    notifiedAt: row.notified_at,
    deadlineAt: row.deadline_at,
    noticeUsedAt: row.notice_used_at,
    noticeFailedAt: row.notice_failed_at,
    noticeFailures: row.notice_failures,
    failedRound: row.failed_round,
    repairedAt: row.repaired_at,
    smsFailureOpen: row.sms_failure_open,
    outageExtensions: row.outage_extensions,
    creditConsumed: row.credit_consumed,
    finalBy: row.final_by,
    finalAt: row.final_at,
    firstToPrintAt: row.first_to_print_at,
    printReleasedAt: row.print_released_at,
    postedAt: row.posted_at,
  };
}

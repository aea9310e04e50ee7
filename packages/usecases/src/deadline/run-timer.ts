// Acts on a timer that is due: the row is the truth, the job only a hint; the domain decides what follows.

import {
  clockNow,
  lockDelivery,
  snapshotOf,
  transact,
  type Transaction,
  type DeliveryRow,
} from "@posthorn/db";
import { decide, type DeliveryCommand, type TimerKind } from "@posthorn/domain";
import { enqueue } from "@posthorn/jobs";
import type { Context } from "../context.ts";
import { applyDecision } from "../record/apply-decision.ts";
import { loadMessageFacts } from "../record/load-message-facts.ts";
import { writeNotice } from "../notice/claim-notice.ts";
import { readOutage } from "./read-outage.ts";

const REMINDERS: Partial<Record<TimerKind, number>> = { reminder_1: 1, reminder_2: 2, reminder_3: 3 };

export type TimerRun = "done" | "not_due" | "reminder";

/** Idempotent: a timer that is gone or not yet due does nothing. For a reminder the caller sends it; the timer is cleared here. */
export async function runTimer(
  ctx: Context,
  timer: { readonly deliveryId: string; readonly kind: TimerKind },
): Promise<TimerRun> {
  return transact(ctx.db, {}, async (trx) => {
    const row = await lockDelivery(trx, timer.deliveryId);
    const now = await clockNow(trx);
    const due = await trx
      .selectFrom("delivery_timer")
      .select("due_at")
      .where("delivery_id", "=", timer.deliveryId)
      .where("kind", "=", timer.kind)
      .executeTakeFirst();
    if (!due || Temporal.Instant.compare(now, due.due_at) < 0) return "not_due";
    const ordinal = REMINDERS[timer.kind];
    if (ordinal !== undefined) {
      await writeReminder(trx, ctx, row, ordinal, now);
      await clear(trx, timer);
      return "reminder";
    }
    const decision = decide(snapshotOf(row), await commandOf(trx, row, timer.kind, now));
    if (decision.kind === "done") {
      await applyDecision(trx, ctx, {
        row,
        message: await loadMessageFacts(trx, row.message_id),
        decision,
        recordedAt: now,
      });
    }
    // A decision that keeps this kind of timer has set it anew; one that finds it too early leaves it; any other outcome is its end.
    const tooEarly = decision.kind === "refused" && decision.reason === "too_early";
    const kept =
      tooEarly || (decision.kind === "done" && decision.set.some((set) => set.kind === timer.kind));
    if (!kept) await clear(trx, timer);
    return "done";
  });
}

/** The reminder's row is the debt; never after the deadline, never where "not for me" was said. */
async function writeReminder(
  trx: Transaction,
  ctx: Context,
  row: DeliveryRow,
  ordinal: number,
  now: Temporal.Instant,
): Promise<void> {
  const inWindow =
    row.state === "notified" && row.deadline_at && Temporal.Instant.compare(now, row.deadline_at) < 0;
  if (!inWindow || row.reminders_silenced) return;
  const notice = await writeNotice(trx, ctx, row, { kind: "reminder", ordinal, now });
  await enqueue(trx, "attempt-notice", { noticeId: notice.id });
}

async function clear(
  trx: Transaction,
  timer: { readonly deliveryId: string; readonly kind: TimerKind },
): Promise<void> {
  await trx
    .deleteFrom("delivery_timer")
    .where("delivery_id", "=", timer.deliveryId)
    .where("kind", "=", timer.kind)
    .execute();
}

async function commandOf(
  trx: Transaction,
  row: DeliveryRow,
  kind: TimerKind,
  now: Temporal.Instant,
): Promise<DeliveryCommand> {
  switch (kind) {
    case "expiry": {
      const outage = row.deadline_at ? await readOutage(trx, row.deadline_at) : null;
      return { kind: "expire", now, outageMinutes: outage?.minutes ?? 0, outages: outage?.intervals ?? [] };
    }
    case "notice_overdue":
    case "repair_overdue":
      return { kind: "give_up_notice", now, ours: await failureIsOurs(trx, row) };
    case "post_overdue":
      return { kind: "fail_post", at: now, reason: "not_posted_in_time" };
    case "carrier_overdue":
      return { kind: "give_up_carrier", now };
    case "reminder_1":
    case "reminder_2":
    case "reminder_3":
      throw new Error("reminders are no command");
  }
}

/** Ours: nothing of the round ever reached a relay, because it was never stamped or no relay answered. */
async function failureIsOurs(trx: Transaction, row: DeliveryRow): Promise<boolean> {
  // The addressee's side failed and the sender let the term pass.
  if (row.state === "notice_failed" && row.failed_round === row.notice_round) return false;
  const notice = await trx
    .selectFrom("notice")
    .select("mail_answer")
    .where("delivery_id", "=", row.id)
    .where("round", "=", row.notice_round)
    .where("kind", "=", "window")
    .executeTakeFirst();
  return !notice?.mail_answer;
}

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
import { bookOpenReports } from "../letter/book-carrier-reports.ts";
import { endFailedLetter } from "../letter/end-failed-letter.ts";
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
    const locked = await lockDelivery(trx, timer.deliveryId);
    // His silence is judged by all that he has said.
    const row = timer.kind === "carrier_overdue" ? await bookOpenReports(trx, ctx, locked) : locked;
    const now = await clockNow(trx);
    const due = await trx
      .selectFrom("delivery_timer")
      .select("due_at")
      .where("delivery_id", "=", timer.deliveryId)
      .where("kind", "=", timer.kind)
      .executeTakeFirst();
    if (!due || Temporal.Instant.compare(now, due.due_at) < 0) return "not_due";
    if (timer.kind === "post_overdue" && (await handOverWaits(trx, row, due.due_at, now))) return "not_due";
    const ordinal = REMINDERS[timer.kind];
    if (ordinal !== undefined) {
      await writeReminder(trx, ctx, row, ordinal, now);
      await clear(trx, timer);
      return "reminder";
    }
    const decision = decide(snapshotOf(row), await commandOf(trx, row, timer.kind, now));
    if (decision.kind === "done") {
      const applied = await applyDecision(trx, ctx, {
        row,
        message: await loadMessageFacts(trx, row.message_id),
        decision,
        recordedAt: now,
      });
      await endFailedLetter(trx, applied.row, applied.row.final_at ?? now);
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
      return { kind: "fail_post", at: now, reason: "not_posted_in_time", unaddressed: isUnaddressed(row) };
    case "carrier_overdue":
      return { kind: "give_up_carrier", now };
    case "reminder_1":
    case "reminder_2":
    case "reminder_3":
      throw new Error("reminders are no command");
  }
}

/** No letter could be printed for want of an address. */
function isUnaddressed(row: DeliveryRow): boolean {
  return row.state === "to_print" && (row.street === null || row.address_problem !== null);
}

/** Handed over in time, and not yet carried out, or agreed to by the second person: that comes first, within a day. */
async function handOverWaits(
  trx: Transaction,
  row: DeliveryRow,
  dueAt: Temporal.Instant,
  now: Temporal.Instant,
): Promise<boolean> {
  if (row.final_at !== null || Temporal.Instant.compare(now, dueAt.add({ hours: 24 })) >= 0) return false;
  const act = await trx
    .selectFrom("print_job")
    .innerJoin("postal_act", "postal_act.batch_id", "print_job.batch_id")
    .select("postal_act.id")
    .where("print_job.delivery_id", "=", row.id)
    .where("print_job.state", "in", ["made", "printed"])
    .where("postal_act.kind", "=", "handed_over")
    .where("postal_act.done_at", "is", null)
    .where("postal_act.withdrawn_at", "is", null)
    .where("postal_act.acted_at", "<", dueAt)
    .executeTakeFirst();
  return act !== undefined;
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

// Carries out what the lifecycle decided, in the caller's transaction: records, row, timers, credits, follow-ups.

import type { DeliveryRow, ErrandKind, MessageFacts, Transaction } from "@posthorn/db";
import { collectUntilOf, type Decision, type DeliverySnapshot, type FollowUp } from "@posthorn/domain";
import { enqueue } from "@posthorn/jobs";
import type { Context } from "../context.ts";
import { bookCredits } from "./book-credits.ts";
import { oweErrand } from "./owe-errand.ts";
import { type EventFacts, writeRecord } from "./write-record.ts";

export type Done = Extract<Decision, { kind: "done" }>;

const ERRANDS: Partial<Record<FollowUp, ErrandKind>> = {
  tell_sender_notice_failed: "notice_failed",
  tell_sender_sms_failed: "sms_failed",
  tell_sender_letter: "letter",
  tell_window_extended: "window_extended",
  tell_sender_posted: "posted",
  tell_sender_final: "final",
  tell_sender_corrected: "corrected",
};

export interface Applied {
  readonly row: DeliveryRow;
  /** Ids of the records written, in order, by type. */
  readonly records: readonly { readonly id: string; readonly type: string }[];
}

/**
 * `row` is locked by this transaction. `events` gives the facts that a record of that type needs beside the decision's own.
 * `columns` are further columns to save (collector, links, …).
 */
export async function applyDecision(
  trx: Transaction,
  ctx: Context,
  input: {
    readonly row: DeliveryRow;
    readonly message: MessageFacts;
    readonly decision: Done;
    readonly recordedAt: Temporal.Instant;
    readonly events?: Readonly<Record<string, EventFacts>>;
    readonly columns?: Partial<DeliveryRow>;
  },
): Promise<Applied> {
  const { decision, recordedAt } = input;
  let row: DeliveryRow = { ...input.row, ...columnsOf(decision.next), ...input.columns };
  const voided = decision.followUps.includes("void_links");
  if (voided)
    row = {
      ...row,
      link_generation: row.link_generation + 1,
      link_hash: null,
      check_code_hash: null,
      // "Not for me" silences the reminders to the address at which it was said, not those to another.
      reminders_silenced: row.reminders_silenced && row.email === input.row.email,
    };
  const records: { id: string; type: string }[] = [];
  for (const record of decision.records) {
    const extra = input.events?.[record.type] ?? {};
    const written = await writeRecord(
      trx,
      ctx,
      row,
      input.message,
      {
        ...extra,
        type: record.type,
        eventAt: record.eventAt,
        ...(record.closes ? { closes: true } : {}),
        ...(record.reasons ? { reasons: record.reasons } : {}),
        ...(record.facts || extra.details ? { details: { ...record.facts, ...extra.details } } : {}),
      },
      recordedAt,
    );
    row = written.row;
    records.push({ id: written.recordId, type: record.type });
  }
  await saveChanges(trx, input.row, row);
  if (voided) await endAccess(trx, row.id, recordedAt);
  await saveTimers(trx, row.id, decision);
  await bookCredits(trx, row, decision.credits, recordedAt);
  for (const follow of decision.followUps) {
    if (follow === "send_notice") await enqueue(trx, "send-notice", { deliveryId: row.id });
    const errand = ERRANDS[follow];
    if (errand)
      await oweErrand(
        trx,
        ctx,
        row.id,
        errand,
        errand === "final" ? row.state : String(row.record_seq),
        recordedAt,
      );
  }
  return { row, records };
}

function columnsOf(next: DeliverySnapshot): Partial<DeliveryRow> {
  return {
    state: next.state,
    postal_fallback: next.postalFallback,
    notice_round: next.noticeRound,
    notified_at: next.notifiedAt,
    deadline_at: next.deadlineAt,
    collect_until: next.deadlineAt ? collectUntilOf(next.deadlineAt) : null,
    notice_used_at: next.noticeUsedAt,
    notice_failed_at: next.noticeFailedAt,
    notice_failures: next.noticeFailures,
    failed_round: next.failedRound,
    repaired_at: next.repairedAt,
    sms_failure_open: next.smsFailureOpen,
    outage_extensions: next.outageExtensions,
    credit_consumed: next.creditConsumed,
    final_at: next.finalAt,
    first_to_print_at: next.firstToPrintAt,
    print_released_at: next.printReleasedAt,
    posted_at: next.postedAt,
  };
}

/** Saves what changed and nothing else, so that a role needs no right on columns it never changes. */
async function saveChanges(trx: Transaction, before: DeliveryRow, after: DeliveryRow): Promise<void> {
  const names = Object.keys(after) as (keyof DeliveryRow)[];
  const changed = names.filter((name) => !isSame(after[name], before[name]));
  if (changed.length === 0) return;
  const columns = Object.fromEntries(
    changed.map((name) => [name, name === "collector" ? JSON.stringify(after.collector) : after[name]]),
  );
  await trx.updateTable("delivery").set(columns).where("id", "=", after.id).execute();
}

/** A day that was reckoned anew is another object. */
function isSame(a: unknown, b: unknown): boolean {
  return a === b || (a instanceof Temporal.PlainDate && b instanceof Temporal.PlainDate && a.equals(b));
}

async function endAccess(trx: Transaction, deliveryId: string, at: Temporal.Instant): Promise<void> {
  await trx
    .updateTable("code_challenge")
    .set({ voided_at: at })
    .where("delivery_id", "=", deliveryId)
    .where("voided_at", "is", null)
    .execute();
  await trx
    .updateTable("collect_session")
    .set({ ended_at: at })
    .where("delivery_id", "=", deliveryId)
    .where("ended_at", "is", null)
    .execute();
}

async function saveTimers(trx: Transaction, deliveryId: string, decision: Done): Promise<void> {
  if (decision.clear === "all") {
    await trx.deleteFrom("delivery_timer").where("delivery_id", "=", deliveryId).execute();
  } else if (decision.clear.length > 0) {
    await trx
      .deleteFrom("delivery_timer")
      .where("delivery_id", "=", deliveryId)
      .where("kind", "in", decision.clear)
      .execute();
  }
  if (decision.set.length === 0) return;
  await trx
    .insertInto("delivery_timer")
    .values(decision.set.map((timer) => ({ delivery_id: deliveryId, kind: timer.kind, due_at: timer.dueAt })))
    .onConflict((conflict) =>
      conflict.columns(["delivery_id", "kind"]).doUpdateSet((eb) => ({ due_at: eb.ref("excluded.due_at") })),
    )
    .execute();
}

// Settles a duty of a breach: who was told, with what reference, or why nobody need be; and ends the entry with a report.

import { clockNow, transact } from "@posthorn/db";
import {
  AppError,
  BREACH_DUTIES,
  BREACH_REPORT_LONGEST,
  BREACH_SETTLED_LONGEST,
  type BreachDuty,
  breachDueAt,
  parseWords,
} from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { bookRegisterAct } from "./book-act.ts";
import { lockBreach } from "./lock-breach.ts";
import { oweBreachNotice, requireBreachWords } from "./owe-breach-notice.ts";
import { writeBreachEvent } from "./write-breach.ts";

export interface Settlement {
  readonly id: string;
  readonly duty: string;
  readonly outcome: "done" | "not_required";
  /** Reference of what was sent, or why it need not be. */
  readonly words: string;
}

/**
 * Errors: forbidden `staff_role_missing`, `staff_not_fresh`; not_found `breach_unknown`, `breach_duty_unknown`; conflict
 * `breach_closed`, `breach_duty_settled`; bad_request `breach_invalid` with the field `words`. That senders were told is not said here:
 * `releaseBreach` tells them.
 */
export async function settleDuty(ctx: Context, reader: StaffReader, asked: Settlement): Promise<void> {
  requireFreshOfficer(reader, "privacy_officer");
  const duty = BREACH_DUTIES.find((each) => each === asked.duty);
  if (duty === undefined || (duty === "senders" && asked.outcome === "done"))
    throw new AppError("not_found", "breach_duty_unknown");
  const words = parseWords("words", asked.words, { min: 5, max: BREACH_SETTLED_LONGEST });
  if (!words.ok) throw new AppError("bad_request", "breach_invalid", { fields: words.errors });
  await transact(ctx.db, {}, async (trx) => {
    const breach = await lockBreach(trx, asked.id);
    const at = await clockNow(trx);
    const done = await trx
      .updateTable("breach_duty")
      .set({
        state: asked.outcome,
        settled_at: at,
        settled_by: reader.staff.staffId,
        words: words.value,
      })
      .where("breach_id", "=", asked.id)
      .where("duty", "=", duty)
      .where("state", "=", "open")
      .executeTakeFirst();
    if (done.numUpdatedRows === 0n) throw new AppError("conflict", "breach_duty_settled");
    if (duty === "nis2_notification" && asked.outcome === "done")
      await trx
        .updateTable("breach_duty")
        .set({ due_at: breachDueAt("nis2_final", breach.noticed_at, at) })
        .where("breach_id", "=", asked.id)
        .where("duty", "=", "nis2_final")
        .where("state", "=", "open")
        .execute();
    const event = { breachId: asked.id, event: asked.outcome, at, staffId: reader.staff.staffId, duty };
    await writeBreachEvent(trx, { ...event, words: words.value });
    await bookRegisterAct(trx, reader, "breach_duty_settled", asked.id, `${duty}: ${words.value}`);
  });
}

/**
 * Tells the senders concerned, each in his language: the mails are owed when this returns, and the duty is done. Errors: forbidden
 * `staff_role_missing`, `staff_not_fresh`; not_found `breach_unknown`; conflict `breach_closed`, `breach_duty_settled`; bad_request
 * `breach_invalid` with the field `words.<language>` for each language in which nothing is written yet.
 */
export async function releaseBreach(ctx: Context, reader: StaffReader, id: string): Promise<void> {
  requireFreshOfficer(reader, "privacy_officer");
  await transact(ctx.db, {}, async (trx) => {
    const breach = await lockBreach(trx, id);
    requireBreachWords(breach.words);
    const at = await clockNow(trx);
    const done = await trx
      .updateTable("breach_duty")
      .set({ state: "done", settled_at: at, settled_by: reader.staff.staffId })
      .where("breach_id", "=", id)
      .where("duty", "=", "senders" satisfies BreachDuty)
      .where("state", "=", "open")
      .executeTakeFirst();
    if (done.numUpdatedRows === 0n) throw new AppError("conflict", "breach_duty_settled");
    await oweBreachNotice(trx, ctx, { breachId: id, accountIds: breach.account_ids, toldBefore: [], at });
    await writeBreachEvent(trx, {
      breachId: id,
      event: "released",
      at,
      staffId: reader.staff.staffId,
      duty: "senders",
    });
    await bookRegisterAct(trx, reader, "breach_released", id);
  });
}

/**
 * The entry is kept for five years from today (R19). Errors: forbidden `staff_role_missing`, `staff_not_fresh`; not_found
 * `breach_unknown`; conflict `breach_closed`, `breach_duties_open`; bad_request `breach_invalid` with the field `report`.
 */
export async function closeBreach(
  ctx: Context,
  reader: StaffReader,
  asked: { readonly id: string; readonly report: string },
): Promise<void> {
  requireFreshOfficer(reader, "privacy_officer");
  const report = parseWords("report", asked.report, { min: 10, max: BREACH_REPORT_LONGEST });
  if (!report.ok) throw new AppError("bad_request", "breach_invalid", { fields: report.errors });
  await transact(ctx.db, {}, async (trx) => {
    await lockBreach(trx, asked.id);
    const open = await trx
      .selectFrom("breach_duty")
      .select("duty")
      .where("breach_id", "=", asked.id)
      .where("state", "=", "open")
      .limit(1)
      .executeTakeFirst();
    if (open) throw new AppError("conflict", "breach_duties_open");
    const at = await clockNow(trx);
    const staffId = reader.staff.staffId;
    await trx
      .updateTable("breach")
      .set({ closed_at: at, closed_by: staffId, report: report.value, changed_at: at })
      .where("id", "=", asked.id)
      .execute();
    await writeBreachEvent(trx, { breachId: asked.id, event: "closed", at, staffId, words: report.value });
    await bookRegisterAct(trx, reader, "breach_closed", asked.id);
  });
}

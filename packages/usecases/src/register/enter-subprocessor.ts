// Enters and ends a subprocessor: account holders are owed a mail ahead, and everybody reads the register (GDPR art. 28(2)).

import { clockNow, transact } from "@posthorn/db";
import { AppError, brusselsDay, parseDate, parseSubprocessor, type RawSubprocessor } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { bookRegisterAct } from "./book-act.ts";

/**
 * Entry, log and the mails to account holders stand when this returns; the worker owes them to each account. `noticeDays` is how far
 * ahead they are told. Returns its id. Errors: forbidden `staff_role_missing`, `staff_not_fresh`; bad_request `subprocessor_invalid` with
 * the fields of `parseSubprocessor`.
 */
export async function enterSubprocessor(
  ctx: Context,
  reader: StaffReader,
  raw: RawSubprocessor,
  noticeDays: number,
): Promise<string> {
  requireFreshOfficer(reader, "privacy_officer");
  return transact(ctx.db, {}, async (trx) => {
    const now = await clockNow(trx);
    const parsed = parseSubprocessor(raw, { today: brusselsDay(now), noticeDays });
    if (!parsed.ok) throw new AppError("bad_request", "subprocessor_invalid", { fields: parsed.errors });
    const { value } = parsed;
    const id = ctx.newId("sub", now);
    await trx
      .insertInto("subprocessor")
      .values({
        id,
        name: value.name,
        address: value.address,
        purpose: JSON.stringify(value.purpose),
        country: value.country,
        parent_name: value.parentName,
        parent_country: value.parentCountry,
        terms_url: value.termsUrl,
        hosts: [...value.hosts],
        roles: [...value.roles],
        effective_on: value.effectiveOn,
        override_reason: value.override,
        short_notice_reason: value.shortNotice,
        entered_by: reader.staff.staffId,
        entered_at: now,
      })
      .execute();
    await trx
      .insertInto("circular")
      .values({
        id: ctx.newId("cir", now),
        kind: "subprocessor",
        subject_id: id,
        account_ids: null,
        asked_at: now,
      })
      .execute();
    await bookRegisterAct(trx, reader, "subprocessor_entered", id, value.override);
    return id;
  });
}

/**
 * `lastDay` is the last on which it is handed anything, Brussels. Errors: forbidden `staff_role_missing`, `staff_not_fresh`; not_found
 * `subprocessor_unknown`; conflict `subprocessor_ended`; bad_request `subprocessor_invalid` with the field `ended_on`: `required`,
 * `not_a_date`, `ends_before_it_begins`.
 */
export async function endSubprocessor(
  ctx: Context,
  reader: StaffReader,
  asked: { readonly id: string; readonly lastDay: string },
): Promise<void> {
  requireFreshOfficer(reader, "privacy_officer");
  const day = parseDate("ended_on", asked.lastDay);
  if (!day.ok) throw new AppError("bad_request", "subprocessor_invalid", { fields: day.errors });
  const lastDay = day.value;
  if (lastDay === null) throw refuse("required");
  await transact(ctx.db, {}, async (trx) => {
    const row = await trx
      .selectFrom("subprocessor")
      .select(["effective_on", "ended_on"])
      .where("id", "=", asked.id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw new AppError("not_found", "subprocessor_unknown");
    if (row.ended_on !== null) throw new AppError("conflict", "subprocessor_ended");
    if (Temporal.PlainDate.compare(lastDay, row.effective_on) < 0) throw refuse("ends_before_it_begins");
    await trx
      .updateTable("subprocessor")
      .set({ ended_on: lastDay, ended_by: reader.staff.staffId, ended_at: await clockNow(trx) })
      .where("id", "=", asked.id)
      .execute();
    await bookRegisterAct(trx, reader, "subprocessor_ended", asked.id);
  });
}

function refuse(code: string): AppError {
  return new AppError("bad_request", "subprocessor_invalid", { fields: [{ path: "ended_on", code }] });
}

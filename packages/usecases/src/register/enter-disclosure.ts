// Enters a disclosure to an authority, notes that those concerned were told, and ends the entry.

import { clockNow, transact, type Transaction } from "@posthorn/db";
import { AppError, brusselsDay, parseDisclosure, type RawDisclosure } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { bookRegisterAct } from "./book-act.ts";

/** Returns its id. Errors: forbidden `staff_role_missing`, `staff_not_fresh`; bad_request `disclosure_invalid` with the fields of `parseDisclosure`. */
export async function enterDisclosure(
  ctx: Context,
  reader: StaffReader,
  raw: RawDisclosure,
): Promise<string> {
  requireFreshOfficer(reader, "privacy_officer");
  return transact(ctx.db, {}, async (trx) => {
    const now = await clockNow(trx);
    const parsed = parseDisclosure(raw, brusselsDay(now));
    if (!parsed.ok) throw new AppError("bad_request", "disclosure_invalid", { fields: parsed.errors });
    const { value } = parsed;
    const id = ctx.newId("dis", now);
    await trx
      .insertInto("disclosure")
      .values({
        id,
        authority: value.authority,
        legal_basis: value.legalBasis,
        reference: value.reference,
        given: value.given,
        given_on: value.givenOn,
        decided_by: reader.staff.staffId,
        entered_at: now,
        telling: value.telling,
        telling_words: value.tellingWords,
        tell_from: value.tellFrom,
      })
      .execute();
    await trx
      .insertInto("disclosure_subject")
      .values(
        value.subjects.map((subject) => ({ disclosure_id: id, kind: subject.kind, subject_id: subject.id })),
      )
      .execute();
    await bookRegisterAct(trx, reader, "disclosure_entered", id);
    return id;
  });
}

/** Today. Errors: forbidden `staff_role_missing`, `staff_not_fresh`; those of the lock; conflict `disclosure_told`, `disclosure_silent`: nobody may be told, or not yet. */
export async function noteDisclosureTold(ctx: Context, reader: StaffReader, id: string): Promise<void> {
  requireFreshOfficer(reader, "privacy_officer");
  await transact(ctx.db, {}, async (trx) => {
    const row = await lockOpen(trx, id);
    const today = brusselsDay(await clockNow(trx));
    if (row.told_on !== null) throw new AppError("conflict", "disclosure_told");
    const early = row.tell_from !== null && Temporal.PlainDate.compare(today, row.tell_from) < 0;
    if (row.telling === "no" || early) throw new AppError("conflict", "disclosure_silent");
    await trx
      .updateTable("disclosure")
      .set({ told_on: today, told_by: reader.staff.staffId })
      .where("id", "=", id)
      .execute();
    await bookRegisterAct(trx, reader, "disclosure_told", id);
  });
}

/** Kept for five years from today (R19). Errors: forbidden `staff_role_missing`, `staff_not_fresh`; not_found `disclosure_unknown`; conflict `disclosure_closed`. */
export async function closeDisclosure(ctx: Context, reader: StaffReader, id: string): Promise<void> {
  requireFreshOfficer(reader, "privacy_officer");
  await transact(ctx.db, {}, async (trx) => {
    await lockOpen(trx, id);
    await trx
      .updateTable("disclosure")
      .set({ closed_at: await clockNow(trx), closed_by: reader.staff.staffId })
      .where("id", "=", id)
      .execute();
    await bookRegisterAct(trx, reader, "disclosure_closed", id);
  });
}

async function lockOpen(trx: Transaction, id: string) {
  const row = await trx
    .selectFrom("disclosure")
    .select(["telling", "tell_from", "told_on", "closed_at"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new AppError("not_found", "disclosure_unknown");
  if (row.closed_at !== null) throw new AppError("conflict", "disclosure_closed");
  return row;
}

// Ends a restriction of processing: the person is told first, and it is lifted no earlier than he was told (GDPR art. 18(3)).

import { clockNow, transact } from "@posthorn/db";
import { AppError, brusselsDay, RESTRICTION_NOTICE_DAYS } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { lockRequest, noteDeskAct } from "./desk-act.ts";
import { oweLetter } from "./owe-letter.ts";

/**
 * Tells the person that the restriction ends, with the last day on which it stands (GDPR art. 18(3)). Errors: forbidden
 * `staff_role_missing`, `staff_not_fresh`; not_found `rights_request_unknown`; conflict `rights_not_restricted`.
 */
export async function tellRestrictionEnds(
  ctx: Context,
  reader: StaffReader,
  asked: { readonly requestId: string },
): Promise<void> {
  requireFreshOfficer(reader, "privacy_officer");
  await transact(ctx.db, {}, async (trx) => {
    const row = await lockRequest(trx, asked.requestId, [
      "open",
      "waiting",
      "answered",
      "refused",
      "withdrawn",
    ]);
    const now = await clockNow(trx);
    const told = await trx
      .updateTable("processing_restriction")
      .set({ lift_told_at: now })
      .where("request_id", "=", row.id)
      .where("lifted_at", "is", null)
      .where("lift_told_at", "is", null)
      .returning("id")
      .execute();
    if (told.length === 0) throw new AppError("conflict", "rights_not_restricted");
    await noteDeskAct(trx, reader, { requestId: row.id, event: "restriction_told", at: now });
    const until = liftableFrom(now).subtract({ days: 1 }).toString();
    await oweLetter(trx, ctx, reader, row, { letter: "restriction_ends", until }, now);
  });
}

/** Not before the day that was told. Errors: as `tellRestrictionEnds`, and conflict `rights_lift_too_early`. */
export async function liftRestriction(
  ctx: Context,
  reader: StaffReader,
  asked: { readonly requestId: string },
): Promise<void> {
  requireFreshOfficer(reader, "privacy_officer");
  await transact(ctx.db, {}, async (trx) => {
    const now = await clockNow(trx);
    const standing = await trx
      .selectFrom("processing_restriction")
      .select(["id", "lift_told_at"])
      .where("request_id", "=", asked.requestId)
      .where("lifted_at", "is", null)
      .forUpdate()
      .execute();
    if (standing.length === 0) throw new AppError("conflict", "rights_not_restricted");
    const today = brusselsDay(now);
    for (const { lift_told_at: told } of standing)
      if (told === null || Temporal.PlainDate.compare(today, liftableFrom(told)) < 0)
        throw new AppError("conflict", "rights_lift_too_early");
    await trx
      .updateTable("processing_restriction")
      .set({ lifted_at: now, lifted_by: reader.staff.staffId })
      .where("request_id", "=", asked.requestId)
      .where("lifted_at", "is", null)
      .execute();
    await noteDeskAct(trx, reader, { requestId: asked.requestId, event: "restriction_lifted", at: now });
  });
}

/** The first day on which it may be lifted. */
export function liftableFrom(toldAt: Temporal.Instant): Temporal.PlainDate {
  return brusselsDay(toldAt).add({ days: RESTRICTION_NOTICE_DAYS });
}

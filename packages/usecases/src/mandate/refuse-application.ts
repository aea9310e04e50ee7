// Refuses a company for a reason that the applicant is told; he may mend it and apply again.

import { clockNow, transact } from "@posthorn/db";
import { AppError, parseRefusal } from "@posthorn/domain";
import { owePersonErrand } from "../account/owe-person-errand.ts";
import type { Context } from "../context.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { bookDecision } from "./book-decision.ts";
import { findPersonOf } from "./find-applicant.ts";
import { lockWaiting, type SeenApplication } from "./lock-application.ts";

export interface Refusal extends SeenApplication {
  readonly reason: string;
  /** What the applicant is told beside the reason, in his language. */
  readonly words: string;
}

/**
 * Application, log and the mail to the applicant stand when this returns. Errors: forbidden `staff_role_missing`,
 * `staff_not_fresh`; bad_request `decision_invalid` with fields; those of `lockWaiting`.
 */
export async function refuseApplication(ctx: Context, reader: StaffReader, asked: Refusal): Promise<void> {
  requireFreshOfficer(reader, "registration_officer");
  const parsed = parseRefusal(asked);
  if (!parsed.ok) throw new AppError("bad_request", "decision_invalid", { fields: parsed.errors });
  const { reason, words } = parsed.value;
  await transact(ctx.db, {}, async (trx) => {
    const row = await lockWaiting(trx, asked);
    const now = await clockNow(trx);
    const logged = words === null ? reason : `${reason}: ${words}`;
    await bookDecision(trx, reader, row, { outcome: "refused", reason, words, logged }, now);
    const facts = { company: row.company_name ?? "", reason, ...(words === null ? {} : { words }) };
    const personId = await findPersonOf(trx, row.applicant_member_id);
    if (personId !== null) await owePersonErrand(trx, ctx, personId, "application_refused", facts, now);
  });
}

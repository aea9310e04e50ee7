// Lets a company that was approved use national register numbers, once its authorisation was shown, or no longer (domain rules §3).

import { clockNow, transact } from "@posthorn/db";
import { AppError, type Language } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { oweMailTo } from "../mailed-link/owe-link.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";
import { parseReason } from "../staff/parse-reason.ts";

/**
 * The company is told at its own address. Errors: forbidden `staff_role_missing`, `staff_not_fresh`; bad_request
 * `reason_invalid`; not_found `application_unknown`; conflict `company_not_active`, `numbers_unchanged`: it is so already.
 */
export async function authoriseNumbers(
  ctx: Context,
  reader: StaffReader,
  asked: { readonly applicationId: string; readonly allowed: boolean; readonly reason: string },
): Promise<void> {
  requireFreshOfficer(reader, "registration_officer");
  const reason = parseReason(asked.reason);
  await transact(ctx.db, {}, async (trx) => {
    const application = await trx
      .selectFrom("company_application")
      .select("account_id")
      .where("id", "=", asked.applicationId)
      .executeTakeFirst();
    if (!application) throw new AppError("not_found", "application_unknown");
    const account = await trx
      .selectFrom("account")
      .select(["id", "name", "email", "language", "status", "register_number_authorised_at"])
      .where("id", "=", application.account_id)
      .forUpdate()
      .executeTakeFirst();
    if (account?.status !== "active") throw new AppError("conflict", "company_not_active");
    if ((account.register_number_authorised_at !== null) === asked.allowed)
      throw new AppError("conflict", "numbers_unchanged");
    const now = await clockNow(trx);
    await trx
      .updateTable("account")
      .set({ register_number_authorised_at: asked.allowed ? now : null })
      .where("id", "=", account.id)
      .execute();
    const act = asked.allowed ? "register_numbers_authorised" : "register_numbers_withdrawn";
    await logStaffAct(trx, {
      act,
      at: reader.arrivedAt,
      visitor: reader.visitor,
      staffId: reader.staff.staffId,
      subject: asked.applicationId,
      reason,
    });
    await oweMailTo(trx, ctx, {
      kind: act,
      to: { email: account.email, name: account.name, language: account.language as Language },
      facts: { company: account.name },
      at: now,
    });
  });
}

// Approves a company: from then on it may send, by the name and number that staff have compared with the register (domain rules, "Identification of the sender").

import { clockNow, isUniqueViolation, transact, type Transaction } from "@posthorn/db";
import { AppError, formatEnterpriseNumber, isEnterpriseNumber, parseApproval } from "@posthorn/domain";
import { findPersonOf } from "./find-applicant.ts";
import { owePersonErrand } from "../account/owe-person-errand.ts";
import type { Context } from "../context.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";
import { bookDecision } from "./book-decision.ts";
import { lockWaiting, type SeenApplication, type WaitingApplication } from "./lock-application.ts";
import { officeOf } from "./view-application.ts";

export interface Approval extends SeenApplication {
  /** As the register has it. */
  readonly name: string;
  /** What the officer has ticked. */
  readonly checks: readonly string[];
  /** Whether the company's authorisation to use national register numbers was shown. */
  readonly registerNumbers: boolean;
}

/**
 * Application, account, log and the mail to the applicant stand when this returns. Errors: forbidden `staff_role_missing`,
 * `staff_not_fresh`; bad_request `decision_invalid` with fields; those of `lockWaiting`; conflict `application_incomplete`,
 * `company_registered`: another account has this number already.
 */
export async function approveApplication(ctx: Context, reader: StaffReader, asked: Approval): Promise<void> {
  requireFreshOfficer(reader, "registration_officer");
  const parsed = parseApproval(asked);
  if (!parsed.ok) throw new AppError("bad_request", "decision_invalid", { fields: parsed.errors });
  const { name, checks } = parsed.value;
  try {
    await transact(ctx.db, {}, async (trx) => {
      const row = await lockWaiting(trx, asked);
      const now = await clockNow(trx);
      await openAccount(trx, row, { name, registerNumbers: asked.registerNumbers, at: now });
      await bookDecision(trx, reader, row, { outcome: "approved", checks, logged: checks.join(" ") }, now);
      if (asked.registerNumbers)
        await logStaffAct(trx, {
          act: "register_numbers_authorised",
          at: reader.arrivedAt,
          visitor: reader.visitor,
          staffId: reader.staff.staffId,
          subject: row.id,
        });
      const facts = { company: name, number: formatEnterpriseNumber(row.enterprise_number ?? "") };
      const personId = await findPersonOf(trx, row.applicant_member_id);
      if (personId !== null) await owePersonErrand(trx, ctx, personId, "application_approved", facts, now);
    });
  } catch (error) {
    if (isUniqueViolation(error, "account_enterprise"))
      throw new AppError("conflict", "company_registered", { cause: error });
    throw error;
  }
}

async function openAccount(
  trx: Transaction,
  row: WaitingApplication,
  seen: { readonly name: string; readonly registerNumbers: boolean; readonly at: Temporal.Instant },
): Promise<void> {
  const number = row.enterprise_number ?? "";
  const office = officeOf(row);
  if (!isEnterpriseNumber(number) || office === null)
    throw new AppError("conflict", "application_incomplete");
  await trx
    .updateTable("account")
    .set({
      status: "active",
      name: seen.name,
      enterprise_number: number,
      enterprise_verified_at: seen.at,
      vat_number: row.vat_liable === true ? `BE${number}` : null,
      ...office,
      country: "BE",
      register_number_authorised_at: seen.registerNumbers ? seen.at : null,
    })
    .where("id", "=", row.account_id)
    .execute();
}

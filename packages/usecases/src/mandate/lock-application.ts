// An application as it stands while one of the staff decides: locked, waiting, and as he saw it.

import type { CompanyApplicationTable, Selectable, Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";

export type WaitingApplication = Selectable<CompanyApplicationTable> & {
  readonly submitted_at: Temporal.Instant;
};

/** What every decision says it is about. */
export interface SeenApplication {
  readonly applicationId: string;
  /** `changedAt` of the view that was decided upon; null where the page did not say. */
  readonly seenAt: Temporal.Instant | null;
}

/**
 * Of two officers the second waits here for the first. Errors: not_found `application_unknown`; conflict
 * `application_decided`: it does not wait (any more); conflict `application_changed`: it is another than was seen.
 */
export async function lockWaiting(
  trx: Transaction,
  { applicationId, seenAt }: SeenApplication,
): Promise<WaitingApplication> {
  const row = await trx
    .selectFrom("company_application")
    .innerJoin("account", "account.id", "company_application.account_id")
    .selectAll("company_application")
    .select("account.status as account_status")
    .where("company_application.id", "=", applicationId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new AppError("not_found", "application_unknown");
  const { submitted_at, account_status, ...application } = row;
  // Its holder may have closed the account meanwhile.
  if (row.state !== "submitted" || submitted_at === null || account_status !== "applying")
    throw new AppError("conflict", "application_decided");
  if (seenAt === null || !row.changed_at.equals(seenAt))
    throw new AppError("conflict", "application_changed");
  return { ...application, submitted_at };
}

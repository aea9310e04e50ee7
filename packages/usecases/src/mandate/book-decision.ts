// What both decisions leave: the application's new state, the round as it was decided, and who did it in the staff log.

import type { Transaction } from "@posthorn/db";
import type { ApplicationRefusal, MandateCheck } from "@posthorn/domain";
import type { StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";
import type { WaitingApplication } from "./lock-application.ts";

export type Verdict =
  | { readonly outcome: "approved"; readonly checks: readonly MandateCheck[]; readonly logged: string }
  | {
      readonly outcome: "refused";
      readonly reason: ApplicationRefusal;
      readonly words: string | null;
      readonly logged: string;
    };

/** `row` is locked by this transaction. `logged` is the reason as the staff log keeps it. */
export async function bookDecision(
  trx: Transaction,
  reader: StaffReader,
  row: WaitingApplication,
  verdict: Verdict,
  decidedAt: Temporal.Instant,
): Promise<void> {
  const { staff, visitor, arrivedAt } = reader;
  const reason = verdict.outcome === "refused" ? verdict.reason : null;
  const words = verdict.outcome === "refused" ? verdict.words : null;
  await trx
    .updateTable("company_application")
    .set({
      state: verdict.outcome,
      decided_at: decidedAt,
      decided_by: staff.staffId,
      refusal_reason: reason,
      refusal_words: words,
    })
    .where("id", "=", row.id)
    .execute();
  await trx
    .insertInto("application_decision")
    .values({
      application_id: row.id,
      account_id: row.account_id,
      round: row.round,
      submitted_at: row.submitted_at,
      outcome: verdict.outcome,
      checks: verdict.outcome === "approved" ? [...verdict.checks] : [],
      reason,
      words,
      decided_by: staff.staffId,
      decided_at: decidedAt,
    })
    .execute();
  await logStaffAct(trx, {
    act: verdict.outcome === "approved" ? "application_approved" : "application_refused",
    at: arrivedAt,
    visitor,
    staffId: staff.staffId,
    subject: row.id,
    reason: verdict.logged,
  });
}

// Logs what the operator does to the staff, beside what the staff does: the auditor sees both.

import type { Transaction } from "@posthorn/db";
import type { StaffAct } from "@posthorn/domain";
import { logStaffAct } from "./log-staff-act.ts";

/** The operator acts on the machine: he comes from nowhere and has no browser. */
const AT_THE_MACHINE = { ip: "", userAgent: "", language: "" };

export async function logOperatorAct(
  trx: Transaction,
  entry: {
    readonly act: StaffAct;
    /** Whom it was about. */
    readonly subject: string;
    readonly reason?: string;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await logStaffAct(trx, { ...entry, visitor: AT_THE_MACHINE });
}

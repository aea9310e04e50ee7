// The line in the staff log that every act and every look at the registers leaves.

import type { Transaction } from "@posthorn/db";
import type { StaffAct } from "@posthorn/domain";
import type { StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";

/** `subject` is an id or what was asked for; `words` those of who acts. */
export async function bookRegisterAct(
  trx: Transaction,
  { staff, visitor, arrivedAt }: StaffReader,
  act: StaffAct,
  subject?: string,
  words?: string | null,
): Promise<void> {
  await logStaffAct(trx, {
    act,
    at: arrivedAt,
    visitor,
    staffId: staff.staffId,
    ...(subject === undefined ? {} : { subject }),
    ...(words ? { reason: words.slice(0, 500) } : {}),
  });
}

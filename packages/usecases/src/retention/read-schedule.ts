// The schedule at the desk: the rules with the periods in force, for looking at and for the record of processing (GDPR art. 30, 5(2)).

import { transact } from "@posthorn/db";
import type { StaffAct } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireReader, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";
import { type ScheduleLine, viewSchedule } from "./view-schedule.ts";

/** Of the privacy officer and the auditor. The look is logged. Errors: forbidden `staff_role_missing`. */
export async function readSchedule(
  ctx: Context,
  reader: StaffReader,
  act: Extract<StaffAct, "schedule_viewed" | "processing_record_viewed" | "processing_record_saved">,
): Promise<readonly ScheduleLine[]> {
  requireReader(reader.staff, "privacy_officer");
  await transact(ctx.db, {}, (trx) =>
    logStaffAct(trx, {
      act,
      at: reader.arrivedAt,
      visitor: reader.visitor,
      staffId: reader.staff.staffId,
    }),
  );
  return viewSchedule(ctx);
}

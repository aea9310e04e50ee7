// Somebody leaves the provider's staff: from that instant nothing opens for him (domain rules R19 count from here).

import { clockNow, transact } from "@posthorn/db";
import { endStaffAccess } from "./end-staff-access.ts";
import { lockStaff } from "./invite-staff.ts";
import { logOperatorAct } from "./log-operator-act.ts";
import type { StaffOperator } from "./operator.ts";

/** As the owner role. Errors: not_found `staff_unknown`, also who has left before. */
export async function letStaffLeave(ctx: StaffOperator, staffId: string): Promise<void> {
  await transact(ctx.db, {}, async (trx) => {
    const now = await clockNow(trx);
    await lockStaff(trx, staffId);
    await trx.updateTable("staff").set({ left_at: now }).where("id", "=", staffId).execute();
    await endStaffAccess(trx, staffId, "left", now);
    await logOperatorAct(trx, { act: "left", subject: staffId, at: now });
  });
}

// Changes what one of the staff may do; a session under way follows with its next page.

import { clockNow, transact } from "@posthorn/db";
import { lockStaff, parseRoles } from "./invite-staff.ts";
import { logOperatorAct } from "./log-operator-act.ts";
import type { StaffOperator } from "./operator.ts";

/** As the owner role. Errors: bad_request `staff_invalid`; not_found `staff_unknown`. */
export async function changeStaffRoles(
  ctx: StaffOperator,
  staffId: string,
  given: readonly string[],
): Promise<void> {
  const roles = parseRoles(given);
  await transact(ctx.db, {}, async (trx) => {
    const now = await clockNow(trx);
    await lockStaff(trx, staffId);
    await trx
      .updateTable("staff")
      .set({ roles: [...roles] })
      .where("id", "=", staffId)
      .execute();
    await logOperatorAct(trx, { act: "roles_changed", subject: staffId, reason: roles.join(" "), at: now });
  });
}

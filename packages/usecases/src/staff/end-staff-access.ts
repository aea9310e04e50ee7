// Ends every way in of one of the staff: sessions, passkeys, addresses not used yet.

import type { StaffSessionEnd, Transaction } from "@posthorn/db";

/** In the caller's transaction, as the owner role. Each may be ended already. */
export async function endStaffAccess(
  trx: Transaction,
  staffId: string,
  because: StaffSessionEnd,
  at: Temporal.Instant,
): Promise<void> {
  // In the order in which one leads to the next: what is under way is waited for, and then ended with the rest.
  await trx
    .updateTable("staff_invitation")
    .set({ expires_at: at })
    .where("staff_id", "=", staffId)
    .where("used_at", "is", null)
    .where("expires_at", ">", at)
    .execute();
  await trx
    .updateTable("passkey")
    .set({ removed_at: at })
    .where("holder_kind", "=", "staff")
    .where("holder_id", "=", staffId)
    .where("removed_at", "is", null)
    .execute();
  await trx
    .updateTable("staff_session")
    .set({ ended_at: at, ended_because: because })
    .where("staff_id", "=", staffId)
    .where("ended_at", "is", null)
    .execute();
}

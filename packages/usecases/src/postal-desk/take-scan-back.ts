// "This scan was a mistake": the envelope is damaged, or not in this tray; it stays here until it is scanned again.

import { transact } from "@posthorn/db";
import { AppError, readScan } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";
import { lockBatch, refuseSecondAsking } from "./lock-batch.ts";

/**
 * Until it is handed over. Errors: forbidden `staff_role_missing`; not_found `batch_unknown`; conflict `act_waiting`: the
 * hand-over was asked for already, `scan_not_there`: no printed letter of this batch with that number is scanned.
 */
export async function takeScanBack(
  ctx: Context,
  reader: StaffReader,
  asked: { readonly batchId: string; readonly barcode: string },
): Promise<void> {
  requireOfficer(reader.staff, "postal_operator");
  const { staff, visitor, arrivedAt: at } = reader;
  await transact(ctx.db, {}, async (trx) => {
    const batch = await lockBatch(trx, asked.batchId);
    await refuseSecondAsking(trx, batch.id, "handed_over");
    const barcode = readScan(asked.barcode);
    const taken = await trx
      .updateTable("print_job")
      .set({ scanned_at: null, scanned_by: null, scan_taken_back_at: at })
      .where("barcode", "=", barcode)
      .where("batch_id", "=", batch.id)
      .where("state", "=", "printed")
      .where("scanned_at", "is not", null)
      .returning("id")
      .executeTakeFirst();
    if (!taken) throw new AppError("conflict", "scan_not_there");
    await logStaffAct(trx, {
      act: "scan_taken_back",
      at,
      visitor,
      staffId: staff.staffId,
      subject: `${batch.id} ${barcode}`,
    });
  });
}

// Asks that the files of a batch be brought to the print partner.

import { transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import { enqueue } from "@posthorn/jobs";
import type { Context } from "../context.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";
import { lockBatch } from "./lock-batch.ts";

/**
 * `partners`: keys of the printers that have a place for files. Errors: forbidden `staff_role_missing`, `staff_not_fresh`;
 * not_found `batch_unknown`; conflict `batch_not_ready`, `printer_takes_no_files`, `pushed_before`, `act_waiting`.
 */
export async function askPush(
  ctx: Context,
  reader: StaffReader,
  asked: { readonly batchId: string; readonly partners: readonly string[] },
): Promise<void> {
  requireFreshOfficer(reader, "postal_operator");
  const { staff, visitor, arrivedAt: at } = reader;
  await transact(ctx.db, {}, async (trx) => {
    const batch = await lockBatch(trx, asked.batchId);
    if (batch.state !== "ready" && batch.state !== "printed")
      throw new AppError("conflict", "batch_not_ready");
    if (!asked.partners.includes(batch.printer)) throw new AppError("conflict", "printer_takes_no_files");
    if (batch.pushed_at !== null) throw new AppError("conflict", "pushed_before");
    if (batch.push_next_at !== null) throw new AppError("conflict", "act_waiting");
    await trx
      .updateTable("print_batch")
      .set({ push_asked_at: at, push_next_at: at, push_error: null })
      .where("id", "=", batch.id)
      .execute();
    await enqueue(trx, "push-batch", { batchId: batch.id });
    await logStaffAct(trx, { act: "batch_pushed", at, visitor, staffId: staff.staffId, subject: batch.id });
  });
}

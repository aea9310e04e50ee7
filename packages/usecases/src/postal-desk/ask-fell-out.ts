// "This letter fell out": misprinted, damaged, or wrong; it goes back to the queue and keeps its term.

import { transact, type Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";
import { oneAtTheDesk } from "./lock-batch.ts";
import { parseDeskReason, type TypedReason } from "./parse-words.ts";
import { writeAct } from "./write-act.ts";

export const FALL_OUT_REASONS = ["misprint", "damaged", "wrong_count", "wrong_letter", "other"] as const;
export type FallOutReason = (typeof FALL_OUT_REASONS)[number];

const MAY_FALL_OUT = new Set(["released", "numbered", "made", "printed"]);

/** Errors: forbidden `staff_role_missing`; bad_request `reason_invalid`; not_found `job_unknown`; conflict `job_not_open`, `act_waiting`. */
export async function askFellOut(
  ctx: Context,
  reader: StaffReader,
  asked: TypedReason & { readonly jobId: string },
): Promise<void> {
  requireOfficer(reader.staff, "postal_operator");
  const { reason, words } = parseDeskReason(asked, FALL_OUT_REASONS);
  await transact(ctx.db, {}, async (trx) => {
    await oneAtTheDesk(trx, asked.jobId);
    const job = await trx
      .selectFrom("print_job")
      .select(["id", "batch_id", "delivery_id", "state"])
      .where("id", "=", asked.jobId)
      .executeTakeFirst();
    if (!job) throw new AppError("not_found", "job_unknown");
    if (!MAY_FALL_OUT.has(job.state)) throw new AppError("conflict", "job_not_open");
    await refuseOpenAct(trx, job.delivery_id, "fell_out");
    await writeAct(trx, ctx, reader, {
      kind: "fell_out",
      batchId: job.batch_id,
      jobId: job.id,
      deliveryId: job.delivery_id,
      reason,
      ...(words === null ? {} : { details: { words } }),
    });
    const { staff, visitor, arrivedAt: at } = reader;
    await logStaffAct(trx, {
      act: "letter_fell_out",
      at,
      visitor,
      staffId: staff.staffId,
      subject: job.id,
      reason: words === null ? reason : `${reason}: ${words}`,
    });
  });
}

/** Errors: conflict `act_waiting`. */
export async function refuseOpenAct(
  trx: Transaction,
  deliveryId: string,
  kind: "fell_out" | "not_postable",
): Promise<void> {
  const open = await trx
    .selectFrom("postal_act")
    .select("id")
    .where("delivery_id", "=", deliveryId)
    .where("kind", "=", kind)
    .where("done_at", "is", null)
    .executeTakeFirst();
  if (open) throw new AppError("conflict", "act_waiting");
}

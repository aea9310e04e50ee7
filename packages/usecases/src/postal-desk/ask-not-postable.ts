// "This letter cannot be posted": the sender is asked for another address, or the letter fails for good.

import { transact } from "@posthorn/db";
import { ADDRESS_PROBLEMS, AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";
import { refuseOpenAct } from "./ask-fell-out.ts";
import { oneAtTheDesk } from "./lock-batch.ts";
import { parseDeskReason, type TypedReason } from "./parse-words.ts";
import { writeAct } from "./write-act.ts";

/** `final`: no address will help; the delivery ends, and the postage goes back. */
const NOT_POSTABLE_REASONS = [
  ...ADDRESS_PROBLEMS.filter((problem) => problem !== "missing"),
  "final",
] as const;
export type NotPostableReason = (typeof NOT_POSTABLE_REASONS)[number];

/** Once released nobody can mend the address: what is left is to try again, or to end it. */
export function notPostableReasons(released: boolean): readonly NotPostableReason[] {
  return released ? ["final"] : NOT_POSTABLE_REASONS;
}

/**
 * Errors: forbidden `staff_role_missing`, `staff_not_fresh`; bad_request `reason_invalid`; not_found `letter_unknown`;
 * conflict `letter_not_waiting`: it is printed, posted or over, `act_waiting`.
 */
export async function askNotPostable(
  ctx: Context,
  reader: StaffReader,
  asked: TypedReason & { readonly deliveryId: string },
): Promise<void> {
  requireFreshOfficer(reader, "postal_operator");
  await transact(ctx.db, {}, async (trx) => {
    await oneAtTheDesk(trx, asked.deliveryId);
    const delivery = await trx
      .selectFrom("delivery")
      .select(["id", "state", "print_released_at"])
      .where("id", "=", asked.deliveryId)
      .executeTakeFirst();
    if (!delivery) throw new AppError("not_found", "letter_unknown");
    if (delivery.state !== "to_print") throw new AppError("conflict", "letter_not_waiting");
    const reasons = notPostableReasons(delivery.print_released_at !== null);
    const { reason, words } = parseDeskReason(asked, reasons);
    await refuseOpenAct(trx, delivery.id, "not_postable");
    const job = await trx
      .selectFrom("print_job")
      .select(["id", "batch_id"])
      .where("delivery_id", "=", delivery.id)
      .where("state", "not in", ["dropped", "fallen_out"])
      .executeTakeFirst();
    await writeAct(trx, ctx, reader, {
      kind: "not_postable",
      batchId: job?.batch_id ?? null,
      jobId: job?.id ?? null,
      deliveryId: delivery.id,
      reason,
      ...(words === null ? {} : { details: { words } }),
    });
    const { staff, visitor, arrivedAt: at } = reader;
    await logStaffAct(trx, {
      act: "letter_not_postable",
      at,
      visitor,
      staffId: staff.staffId,
      subject: delivery.id,
      reason: words === null ? reason : `${reason}: ${words}`,
    });
  });
}

// Writes down what somebody at the desk did or asked; the worker carries it out, once.

import { type PostalActDetails, type PostalActKind, sql, type Transaction } from "@posthorn/db";
import { enqueue } from "@posthorn/jobs";
import type { Context } from "../context.ts";
import type { StaffReader } from "../staff/authorise-staff.ts";

export interface NewPostalAct {
  readonly kind: PostalActKind;
  readonly batchId?: string | null;
  readonly jobId?: string | null;
  readonly deliveryId?: string | null;
  readonly reason?: string;
  readonly details?: PostalActDetails;
  /** Nothing happens before another of the staff has agreed. */
  readonly needsSecond?: boolean;
  /** When it was done, where that is not when it was asked for; acts on one batch are carried out in this order. */
  readonly at?: Temporal.Instant;
}

/** Dated when it was asked for, unless it says otherwise. Returns its id. */
export async function writeAct(
  trx: Transaction,
  ctx: Context,
  { staff, arrivedAt }: StaffReader,
  act: NewPostalAct,
): Promise<string> {
  const id = ctx.newId("pac", arrivedAt);
  const needsSecond = act.needsSecond === true;
  const deliveryId = act.deliveryId ?? null;
  // The row takes hold of all that it names: of the delivery first, as the worker does.
  if (deliveryId !== null) await sql`SELECT hold_letter(${deliveryId})`.execute(trx);
  await trx
    .insertInto("postal_act")
    .values({
      id,
      kind: act.kind,
      batch_id: act.batchId ?? null,
      job_id: act.jobId ?? null,
      delivery_id: deliveryId,
      staff_id: staff.staffId,
      acted_at: act.at ?? arrivedAt,
      reason: act.reason ?? null,
      details: act.details === undefined ? null : JSON.stringify(act.details),
      needs_second: needsSecond,
    })
    .execute();
  if (!needsSecond) await enqueue(trx, "carry-out-postal-act", { actId: id });
  return id;
}

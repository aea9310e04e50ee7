// Hands a batch to the carrier: what was scanned of it, or all that is printed; where two persons must agree, not before both have.

import { sql, transact, type Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import { enqueue } from "@posthorn/jobs";
import type { Context } from "../context.ts";
import { latestReceipt } from "../letter/latest-receipt.ts";
import { requireFreshOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";
import { lockBatch, refuseSecondAsking } from "./lock-batch.ts";
import { mistakeInWords, tidyWords } from "./parse-words.ts";
import { writeAct } from "./write-act.ts";

export interface HandOverAsked {
  readonly batchId: string;
  /** How many letters the page said would be handed over. */
  readonly count: number;
  /** Another of the staff must agree. */
  readonly twoPersons: boolean;
}

/**
 * Letters are posted once the worker has booked them, each with its evidence. Errors: forbidden `staff_role_missing`,
 * `staff_not_fresh`; not_found `batch_unknown`; conflict `nothing_to_hand_over`, `hand_over_changed`: another number than
 * was shown, `act_waiting`.
 */
export async function askHandOver(ctx: Context, reader: StaffReader, asked: HandOverAsked): Promise<void> {
  requireFreshOfficer(reader, "postal_operator");
  const { staff, visitor, arrivedAt: at } = reader;
  await transact(ctx.db, {}, async (trx) => {
    const batch = await lockBatch(trx, asked.batchId);
    await refuseSecondAsking(trx, batch.id, "handed_over");
    const { going: count } = await countToHandOver(trx, batch.id);
    if (count === 0) throw new AppError("conflict", "nothing_to_hand_over");
    if (count !== asked.count) throw new AppError("conflict", "hand_over_changed");
    const receipt = await latestReceipt(trx, { batchId: batch.id, handOverId: null });
    const handOverId = await writeAct(trx, ctx, reader, {
      kind: "handed_over",
      batchId: batch.id,
      needsSecond: asked.twoPersons,
      ...(receipt === null ? {} : { details: { receipt_sha256: receipt } }),
    });
    await trx
      .updateTable("posting_receipt")
      .set({ hand_over_id: handOverId })
      .where("batch_id", "=", batch.id)
      .where("hand_over_id", "is", null)
      .execute();
    await logStaffAct(trx, {
      act: "hand_over_asked",
      at,
      visitor,
      staffId: staff.staffId,
      subject: `${batch.id} ${count}`,
    });
  });
}

export interface ToHandOver {
  /** Letters that are printed and still here. */
  readonly printed: number;
  /** Of these. */
  readonly scanned: number;
  /** What a hand-over takes: whoever has scanned one letter of a batch scans all that go. */
  readonly going: number;
}

export async function countToHandOver(trx: Transaction, batchId: string): Promise<ToHandOver> {
  const { printed, scanned, ever } = await trx
    .selectFrom("print_job")
    .select([
      sql<number>`(count(*) FILTER (WHERE state = 'printed'))::int`.as("printed"),
      sql<number>`(count(scanned_at) FILTER (WHERE state = 'printed'))::int`.as("scanned"),
      sql<number>`count(coalesce(scanned_at, scan_taken_back_at))::int`.as("ever"),
    ])
    .where("batch_id", "=", batchId)
    .executeTakeFirstOrThrow();
  return { printed, scanned, going: ever > 0 ? scanned : printed };
}

/**
 * The other person agrees. `count`: letters that his page said would be handed over. Errors: forbidden `staff_role_missing`,
 * `staff_not_fresh`; not_found `batch_unknown`; conflict `own_hand_over`: he asked for it himself, `no_hand_over_waits`,
 * `hand_over_changed`: a letter fell out since, so that another number than was shown would go.
 */
export async function secondHandOver(
  ctx: Context,
  reader: StaffReader,
  asked: { readonly batchId: string; readonly count: number },
): Promise<void> {
  requireFreshOfficer(reader, "postal_operator");
  const { staff, visitor, arrivedAt: at } = reader;
  await transact(ctx.db, {}, async (trx) => {
    const act = await lockWaiting(trx, asked.batchId);
    if (act.staff_id === staff.staffId) throw new AppError("conflict", "own_hand_over");
    const { going } = await countToHandOver(trx, asked.batchId);
    if (going !== asked.count) throw new AppError("conflict", "hand_over_changed");
    await trx
      .updateTable("postal_act")
      .set({ seconded_by: staff.staffId, seconded_at: at })
      .where("id", "=", act.id)
      .execute();
    await enqueue(trx, "carry-out-postal-act", { actId: act.id });
    await logStaffAct(trx, {
      act: "hand_over_seconded",
      at,
      visitor,
      staffId: staff.staffId,
      subject: asked.batchId,
    });
  });
}

/**
 * Withdrawn by whoever asked for it, or declined by another of the desk, who says why. Receipts that were for it are for the
 * next one. Errors: forbidden `staff_role_missing`, `staff_not_fresh`; bad_request `reason_invalid` with the field `words`;
 * not_found `batch_unknown`; conflict `no_hand_over_waits`.
 */
export async function withdrawHandOver(
  ctx: Context,
  reader: StaffReader,
  asked: { readonly batchId: string; readonly words: string },
): Promise<void> {
  requireFreshOfficer(reader, "postal_operator");
  const { staff, visitor, arrivedAt: at } = reader;
  await transact(ctx.db, {}, async (trx) => {
    const act = await lockWaiting(trx, asked.batchId);
    const words = tidyWords(asked.words);
    const fields = mistakeInWords("words", words, act.staff_id !== staff.staffId);
    if (fields.length > 0) throw new AppError("bad_request", "reason_invalid", { fields });
    await trx
      .updateTable("postal_act")
      .set({ withdrawn_at: at, withdrawn_by: staff.staffId, withdrawn_words: words === "" ? null : words })
      .where("id", "=", act.id)
      .execute();
    await trx
      .updateTable("posting_receipt")
      .set({ hand_over_id: null })
      .where("hand_over_id", "=", act.id)
      .execute();
    await logStaffAct(trx, {
      act: "hand_over_withdrawn",
      at,
      visitor,
      staffId: staff.staffId,
      subject: asked.batchId,
      ...(words === "" ? {} : { reason: words }),
    });
  });
}

async function lockWaiting(
  trx: Transaction,
  batchId: string,
): Promise<{ readonly id: string; readonly staff_id: string }> {
  await lockBatch(trx, batchId);
  const act = await trx
    .selectFrom("postal_act")
    .select(["id", "staff_id"])
    .where("batch_id", "=", batchId)
    .where("kind", "=", "handed_over")
    .where("needs_second", "=", true)
    .where("seconded_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("done_at", "is", null)
    .executeTakeFirst();
  if (!act) throw new AppError("conflict", "no_hand_over_waits");
  return act;
}

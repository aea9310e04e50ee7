// "This batch is printed": all its letters, but those that fell out at the printer's (domain rules, "Postal").

import { transact, type Transaction } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { requireOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";
import { BATCH_LETTERS_MAX } from "./make-batch.ts";
import { FALL_OUT_REASONS } from "./ask-fell-out.ts";
import { lockBatch, refuseSecondAsking } from "./lock-batch.ts";
import { parseDeskReason } from "./parse-words.ts";
import { writeAct } from "./write-act.ts";

export interface PrintedAsked {
  readonly batchId: string;
  /** Numbers within the batch of letters that fell out: "3, 17-19"; empty for none. */
  readonly fallenOut: string;
  /** Why, where there are any. */
  readonly reason: string;
  readonly words: string;
}

/**
 * Written down when this returns; the worker books each letter. Errors: forbidden `staff_role_missing`; bad_request
 * `numbers_invalid` with the field `fallen_out`, `reason_invalid`; not_found `batch_unknown`; conflict `batch_not_ready`,
 * `act_waiting`.
 */
export async function askPrinted(ctx: Context, reader: StaffReader, asked: PrintedAsked): Promise<void> {
  requireOfficer(reader.staff, "postal_operator");
  const numbers = readNumbers(asked.fallenOut);
  const because = numbers.length === 0 ? null : parseDeskReason(asked, FALL_OUT_REASONS);
  await transact(ctx.db, {}, async (trx) => {
    const batch = await lockBatch(trx, asked.batchId);
    if (batch.state !== "ready") throw new AppError("conflict", "batch_not_ready");
    await refuseSecondAsking(trx, batch.id, "printed");
    // Before the printing it came from is confirmed: what fell out is never booked as printed.
    const before = reader.arrivedAt.subtract({ milliseconds: 1 });
    for (const job of await findMade(trx, batch.id, numbers)) {
      await writeAct(trx, ctx, reader, {
        kind: "fell_out",
        at: before,
        batchId: batch.id,
        jobId: job.id,
        deliveryId: job.delivery_id,
        ...(because === null ? {} : { reason: because.reason }),
        ...(because === null || because.words === null ? {} : { details: { words: because.words } }),
      });
    }
    await writeAct(trx, ctx, reader, { kind: "printed", batchId: batch.id });
    const { staff, visitor, arrivedAt: at } = reader;
    await logStaffAct(trx, {
      act: "letters_printed",
      at,
      visitor,
      staffId: staff.staffId,
      subject: batch.id,
    });
  });
}

/** Errors: bad_request `numbers_invalid` where one of them is no letter of the batch that is made. */
async function findMade(trx: Transaction, batchId: string, numbers: readonly number[]) {
  if (numbers.length === 0) return [];
  const jobs = await trx
    .selectFrom("print_job")
    .select(["id", "delivery_id", "ordinal"])
    .where("batch_id", "=", batchId)
    .where("state", "=", "made")
    .where("ordinal", "in", numbers)
    .orderBy("ordinal")
    .execute();
  const found = new Set(jobs.map(({ ordinal }) => ordinal));
  const strange = numbers.find((number) => !found.has(number));
  if (strange !== undefined) throw invalid("number_not_in_batch", { number: strange });
  return jobs;
}

/** "3, 17-19" → 3, 17, 18, 19. */
function readNumbers(text: string): readonly number[] {
  const numbers = new Set<number>();
  for (const piece of text.split(/[\s,;]+/u)) {
    if (piece === "") continue;
    const [, first, last] = /^(\d{1,4})(?:[-–](\d{1,4}))?$/.exec(piece) ?? [];
    const [from, to] = [Number(first), Number(last ?? first)];
    if (first === undefined || from < 1 || to < from || to > BATCH_LETTERS_MAX)
      throw invalid("numbers_invalid", {});
    for (let number = from; number <= to; number += 1) numbers.add(number);
  }
  return [...numbers].sort((a, b) => a - b);
}

function invalid(code: string, params: Readonly<Record<string, number>>): AppError {
  return new AppError("bad_request", "numbers_invalid", { fields: [{ path: "fallen_out", code, params }] });
}

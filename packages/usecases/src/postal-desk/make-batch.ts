// Puts letters that wait into a batch: from then on the worker closes the electronic route of each (domain rules, "Postal").

import { sql, transact, type Transaction } from "@posthorn/db";
import { AppError, type FieldError } from "@posthorn/domain";
import { enqueue } from "@posthorn/jobs";
import type { Context } from "../context.ts";
import { requireOfficer, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";
import { HAS_PROBLEM, RELEASED, WAITS } from "./waiting-letters.ts";

export const BATCH_LETTERS_MAX = 1000;

export interface BatchAsked {
  /** Key of its profile. */
  readonly printer: string;
  /** Keys of the printers there are. */
  readonly printers: readonly string[];
  /** Ids of deliveries, or the most urgent ones, as many as a batch takes. */
  readonly letters: readonly string[] | "all";
}

export interface BatchMade {
  readonly batchId: string;
  readonly letters: number;
  /** Of those that were chosen by name: how many did not wait any more. */
  readonly missed: number;
}

/**
 * Batch and jobs stand when this returns, and nothing is closed yet: a letter that is collected before the worker comes to
 * it drops out. Whoever makes a batch at the same time waits, and gets the rest. Letters whose address has a problem are
 * left, but for those that are chosen by name and were released before. Errors: forbidden `staff_role_missing`; bad_request `batch_invalid` with fields `printer`, `letter`; conflict
 * `batch_empty`: none of them waits (any more).
 */
export async function makeBatch(ctx: Context, reader: StaffReader, asked: BatchAsked): Promise<BatchMade> {
  requireOfficer(reader.staff, "postal_operator");
  const chosen = asked.letters === "all" ? null : [...new Set(asked.letters)];
  const fields = mistakesOf(asked, chosen);
  if (fields.length > 0) throw new AppError("bad_request", "batch_invalid", { fields });
  return transact(ctx.db, {}, async (trx) => {
    // How many there are must be known before the first is written; one batch is made after the other.
    await sql`SELECT pg_advisory_xact_lock(hashtext('posthorn.print_batch'))`.execute(trx);
    const rows = await findWaiting(trx, chosen);
    if (rows.length === 0) throw new AppError("conflict", "batch_empty");
    const batchId = await writeBatch(trx, ctx, reader, asked.printer, rows);
    await enqueue(trx, "release-batch", { batchId });
    return {
      batchId,
      letters: rows.length,
      missed: chosen === null ? 0 : chosen.length - rows.length,
    };
  });
}

function mistakesOf(asked: BatchAsked, chosen: readonly string[] | null): readonly FieldError[] {
  return [
    ...(asked.printers.includes(asked.printer) ? [] : [{ path: "printer", code: "not_a_choice" }]),
    ...(chosen?.length === 0 ? [{ path: "letter", code: "choose" }] : []),
    ...((chosen?.length ?? 0) > BATCH_LETTERS_MAX
      ? [{ path: "letter", code: "out_of_range", params: { min: 1, max: BATCH_LETTERS_MAX } }]
      : []),
  ];
}

function findWaiting(trx: Transaction, chosen: readonly string[] | null) {
  return trx
    .selectFrom("delivery")
    .select(["delivery.id", "delivery.account_id"])
    .where(WAITS)
    .$if(chosen === null, (some) => some.where(sql<boolean>`NOT ${HAS_PROBLEM}`))
    .$if(chosen !== null, (some) =>
      some
        .where(sql<boolean>`(${RELEASED} OR NOT ${HAS_PROBLEM})`)
        .where(sql<boolean>`delivery.id = ANY(${chosen ?? []}::text[])`),
    )
    .orderBy("delivery.first_to_print_at")
    .orderBy("delivery.id")
    .limit(sql.lit(BATCH_LETTERS_MAX))
    .execute();
}

async function writeBatch(
  trx: Transaction,
  ctx: Context,
  { staff, visitor, arrivedAt: at }: StaffReader,
  printer: string,
  rows: readonly { readonly id: string; readonly account_id: string }[],
): Promise<string> {
  const batchId = ctx.newId("bat", at);
  await trx
    .insertInto("print_batch")
    .values({
      id: batchId,
      printer,
      state: "making",
      made_by: staff.staffId,
      made_at: at,
      letters: rows.length,
    })
    .execute();
  await trx
    .insertInto("print_job")
    .values(
      rows.map((row, index) => ({
        id: ctx.newId("job", at),
        batch_id: batchId,
        ordinal: index + 1,
        delivery_id: row.id,
        account_id: row.account_id,
        state: "chosen" as const,
      })),
    )
    .execute();
  await logStaffAct(trx, { act: "batch_made", at, visitor, staffId: staff.staffId, subject: batchId });
  return batchId;
}

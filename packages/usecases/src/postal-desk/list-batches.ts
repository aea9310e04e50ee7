// Batches of letters, the newest first.

import { type PrintBatchTable, sql, transact } from "@posthorn/db";
import type { Context } from "../context.ts";
import { requireReader, type StaffReader } from "../staff/authorise-staff.ts";
import { logStaffAct } from "../staff/log-staff-act.ts";
import { numberedPage, readNumberCursor } from "./number-cursor.ts";

export type BatchState = PrintBatchTable["state"];

export interface BatchLine {
  readonly id: string;
  readonly number: number;
  /** Key of its profile. */
  readonly printer: string;
  readonly state: BatchState;
  /** Chosen at making. */
  readonly letters: number;
  /** Of these, how many are posted. */
  readonly posted: number;
  readonly madeBy: string;
  readonly madeAt: Temporal.Instant;
  readonly hasProblem: boolean;
}

export interface BatchPage {
  readonly lines: readonly BatchLine[];
  readonly previous: string | null;
  readonly next: string | null;
}

const PAGE = 50;

/** The look is logged. Errors: forbidden `staff_role_missing`; bad_request `cursor_invalid`. */
export async function listBatches(
  ctx: Context,
  reader: StaffReader,
  query: { readonly cursor?: string },
): Promise<BatchPage> {
  requireReader(reader.staff, "postal_operator");
  const cursor = query.cursor === undefined ? null : readNumberCursor(query.cursor);
  return transact(ctx.db, {}, async (trx) => {
    await logStaffAct(trx, {
      act: "batches_listed",
      at: reader.arrivedAt,
      visitor: reader.visitor,
      staffId: reader.staff.staffId,
    });
    const back = cursor?.backwards === true;
    const rows = await trx
      .selectFrom("print_batch as b")
      .innerJoin("staff", "staff.id", "b.made_by")
      .select([
        "b.id",
        "b.number",
        "b.printer",
        "b.state",
        "b.letters",
        "b.made_at",
        "b.problem",
        "b.push_error",
      ])
      .select([
        "staff.first_names",
        "staff.family_name",
        sql<number>`(SELECT count(*)::int FROM print_job j WHERE j.batch_id = b.id AND j.state = 'posted')`.as(
          "posted",
        ),
      ])
      .$if(cursor !== null, (some) => some.where("b.number", back ? ">" : "<", cursor?.number ?? 0))
      .orderBy("b.number", back ? "asc" : "desc")
      .limit(sql.lit(PAGE + 1))
      .execute();
    const { page, previous, next } = numberedPage(rows, PAGE, cursor, ({ number }) => number);
    return {
      lines: page.map((row) => ({
        id: row.id,
        number: row.number,
        printer: row.printer,
        state: row.state,
        letters: row.letters,
        posted: row.posted,
        madeBy: `${row.first_names} ${row.family_name}`,
        madeAt: row.made_at,
        hasProblem: row.problem !== null || row.push_error !== null,
      })),
      previous,
      next,
    };
  });
}

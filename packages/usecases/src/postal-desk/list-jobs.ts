// The letters of a batch in its order: to whom, by which barcode, and how far each is.

import { type PrintJobState, sql, transact } from "@posthorn/db";
import type { Context } from "../context.ts";
import { requireReader, type StaffReader } from "../staff/authorise-staff.ts";
import { ADDRESSEE_COLUMNS, addressedTo } from "./name-addressee.ts";
import { numberedPage, readNumberCursor } from "./number-cursor.ts";

export const JOB_VIEWS = ["all", "out", "unscanned"] as const;
export type JobView = (typeof JOB_VIEWS)[number];

export interface JobLine {
  readonly id: string;
  readonly deliveryId: string;
  /** Within the batch, from 1. */
  readonly ordinal: number;
  readonly state: PrintJobState;
  readonly endedReason: string | null;
  readonly barcode: string | null;
  /** Empty once it is erased (R7), as are the lines. */
  readonly name: string;
  /** As printed, or as it would be printed now. */
  readonly lines: readonly string[];
  readonly sheets: number | null;
  readonly scannedAt: Temporal.Instant | null;
  /** It can be opened; nobody prints again what fell out. */
  readonly hasFile: boolean;
}

export interface JobPage {
  readonly lines: readonly JobLine[];
  readonly previous: string | null;
  readonly next: string | null;
}

const PAGE = 50;

/** The caller's look at the batch is the one that is logged. Errors: forbidden `staff_role_missing`; bad_request `cursor_invalid`. */
export async function listJobs(
  ctx: Context,
  reader: StaffReader,
  query: { readonly batchId: string; readonly view: JobView; readonly cursor?: string },
): Promise<JobPage> {
  requireReader(reader.staff, "postal_operator");
  const cursor = query.cursor === undefined ? null : readNumberCursor(query.cursor);
  return transact(ctx.db, {}, async (trx) => {
    const back = cursor?.backwards === true;
    const rows = await trx
      .selectFrom("print_job as j")
      .innerJoin("delivery", "delivery.id", "j.delivery_id")
      .select(["j.id", "j.delivery_id", "j.ordinal", "j.state", "j.ended_reason", "j.barcode", "j.address"])
      .select(["j.sheets", "j.scanned_at", "j.blob_id", ...ADDRESSEE_COLUMNS])
      .where("j.batch_id", "=", query.batchId)
      .$if(query.view === "out", (some) => some.where("j.state", "in", ["dropped", "fallen_out"]))
      .$if(query.view === "unscanned", (some) =>
        some.where("j.state", "=", "printed").where("j.scanned_at", "is", null),
      )
      .$if(cursor !== null, (some) => some.where("j.ordinal", back ? "<" : ">", cursor?.number ?? 0))
      .orderBy("j.ordinal", back ? "desc" : "asc")
      .limit(sql.lit(PAGE + 1))
      .execute();
    const { page, previous, next } = numberedPage(rows, PAGE, cursor, ({ ordinal }) => ordinal);
    return {
      lines: page.map((row) => {
        const { name, lines } = addressedTo(row);
        return {
          id: row.id,
          deliveryId: row.delivery_id,
          ordinal: row.ordinal,
          state: row.state,
          endedReason: row.ended_reason,
          barcode: row.barcode,
          name,
          lines: row.address ?? lines ?? [],
          sheets: row.sheets,
          scannedAt: row.scanned_at,
          hasFile: row.blob_id !== null && row.state !== "fallen_out",
        };
      }),
      previous,
      next,
    };
  });
}

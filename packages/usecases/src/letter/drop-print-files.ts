// Print files go 30 days after posting, or after that failed (R16), and with the last one the key of an addressee who did not collect (R8).

import { clockNow, sql, transact } from "@posthorn/db";
import type { ContentPort, Context } from "../context.ts";
import { holdJob } from "./hold-job.ts";

/** Files in one pass. */
const BATCH = 500;

/** The row goes after the file: a crash between them removes what is gone already. Returns how many. Throws AggregateError. */
export async function dropPrintFiles(ctx: Context, content: Pick<ContentPort, "remove">): Promise<number> {
  const now = await clockNow(ctx.db);
  const due = await ctx.db
    .selectFrom("print_job")
    .select(["id", "blob_id"])
    .where("blob_id", "is not", null)
    .where("file_falls_at", "<=", now)
    .orderBy("file_falls_at")
    .limit(BATCH)
    .execute();
  const failures: unknown[] = [];
  for (const { id, blob_id: blobId } of due) {
    if (blobId === null) continue;
    try {
      await content.remove(blobId);
      await forget(ctx, id, blobId);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "print files could not be removed");
  return due.length;
}

async function forget(ctx: Context, jobId: string, blobId: string): Promise<void> {
  await transact(ctx.db, {}, async (trx) => {
    const { row } = await holdJob(trx, jobId);
    await trx
      .updateTable("print_job")
      .set({ blob_id: null, wrapped_key: null })
      .where("id", "=", jobId)
      .where("blob_id", "=", blobId)
      .execute();
    await sql`SELECT end_letter_access(${row.id})`.execute(trx);
  });
}

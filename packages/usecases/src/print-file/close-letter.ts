// Encrypts a letter that was made and books it; or books that it cannot be made. Each letter is a transaction of its own.

import { clockNow, transact, type Transaction } from "@posthorn/db";
import type { Context } from "../context.ts";
import { type ComposedLetter, type PrintFileClosing, printFileContext } from "../letter/ports.ts";
import { inOnePiece } from "../part/in-one-piece.ts";
import type { PressReason } from "./press-ports.ts";

/**
 * On return the file survives a power cut. False where the letter does not wait to be made any more: then nothing of it is
 * stored. What a try left that was interrupted before its commit is named by no row and has no key; the eraser removes it after a
 * day. Each try has a name of its own, so that what it removes is never the file of a later one.
 */
export async function closeLetter(
  ctx: Context,
  files: PrintFileClosing,
  job: { readonly id: string; readonly address: readonly string[] },
  letter: ComposedLetter,
): Promise<boolean> {
  return transact(ctx.db, {}, async (trx) => {
    if (!(await lockNumbered(trx, job.id))) return false;
    const now = await clockNow(trx);
    const blobId = ctx.newId("prf", now);
    const key = files.newContentKey();
    const stored = await files.content.put(blobId, key, inOnePiece(letter.pdf));
    await trx
      .updateTable("print_job")
      .set({
        state: "made",
        blob_id: blobId,
        wrapped_key: files.wrapping.wrap(key, printFileContext(job.id)),
        size: stored.size,
        sha256: stored.sha256,
        pages: letter.pages,
        sheets: letter.sheets,
        colour: letter.colour,
        address: [...job.address],
        made_at: now,
      })
      .where("id", "=", job.id)
      .execute();
    return true;
  });
}

/** It goes back to the queue of the desk, which reads why. */
export async function dropLetter(ctx: Context, jobId: string, reason: PressReason): Promise<void> {
  await transact(ctx.db, {}, (trx) =>
    trx
      .updateTable("print_job")
      .set({ state: "fallen_out", ended_reason: reason })
      .where("id", "=", jobId)
      .where("state", "=", "numbered")
      .execute(),
  );
}

/** Whoever ends a delivery or takes a letter out changes this row too: one of the two comes first. */
async function lockNumbered(trx: Transaction, jobId: string): Promise<boolean> {
  const job = await trx
    .selectFrom("print_job")
    .select("delivery_id")
    .where("id", "=", jobId)
    .where("state", "=", "numbered")
    .forUpdate()
    .executeTakeFirst();
  if (!job) return false;
  const delivery = await trx
    .selectFrom("delivery")
    .select("id")
    .where("id", "=", job.delivery_id)
    .executeTakeFirst();
  return delivery !== undefined;
}

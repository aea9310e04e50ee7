// A part that was refused for a reason that may pass is tried again now and then, by one caller at a time.

import { transact } from "@posthorn/db";
import { type Instant, RENDITION_RETRY_SECONDS } from "@posthorn/domain";
import { scopeOf } from "../account/account-reader.ts";
import type { Context } from "../context.ts";
import { type DraftOwner, lockDraft, type RenditionRow } from "../draft/keep-draft.ts";

/** Dates the refusal anew, so that nobody else tries it meanwhile; false where it is too early, or somebody does. Errors: those of `lockDraft`. */
export async function claimRetry(
  ctx: Context,
  owner: DraftOwner,
  { id, draft_id: draftId }: RenditionRow,
  at: Instant,
): Promise<boolean> {
  return transact(ctx.db, scopeOf(owner), async (trx) => {
    await lockDraft(trx, draftId);
    const row = await trx
      .deleteFrom("draft_rendition")
      .where("id", "=", id)
      .where("made_at", "<=", at.subtract({ seconds: RENDITION_RETRY_SECONDS }))
      .returningAll()
      .executeTakeFirst();
    if (!row) return false;
    const params = row.refusal_params && JSON.stringify(row.refusal_params);
    await trx
      .insertInto("draft_rendition")
      .values({ ...row, refusal_params: params, made_at: at })
      .execute();
    return true;
  });
}

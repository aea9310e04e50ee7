// Takes one attachment into a draft: streamed to the content store, looked at on the way, compared with the browser's digest.

import { clockNow, transact } from "@posthorn/db";
import { scopeOf } from "../account/account-reader.ts";
import { AppError } from "@posthorn/domain";
import type { ContentPort, Context } from "../context.ts";
import { storeAttachment } from "../part/store-part.ts";
import { dropRenditions } from "../rendition/drop-renditions.ts";
import { type DraftOwner, type DraftPorts, readDraft, touchDraft, type UploadRow } from "./keep-draft.ts";
import type { UploadInspection } from "./ports.ts";

export interface UploadPorts extends DraftPorts {
  readonly content: ContentPort;
  readonly inspection: UploadInspection;
}

/**
 * Errors: bad_request `part_<reason>` where the content is refused; too_large `file_too_large`, `message_too_large`;
 * conflict `too_many_files`, `digest_mismatch`; and those of `loadDraft`. Nothing stays of a refused file.
 */
export async function addUpload(
  ctx: Context,
  ports: UploadPorts,
  owner: DraftOwner,
  input: {
    readonly draftId: string;
    readonly name: string;
    readonly source: AsyncIterable<Uint8Array>;
    /** Lower-case hex, as computed in the browser; absent for plain forms. */
    readonly sha256?: string;
  },
): Promise<UploadRow> {
  const { limits } = ctx.settings;
  const scope = scopeOf(owner);
  const before = await transact(ctx.db, scope, async (trx) => {
    const draft = await readDraft(trx, ctx, ports, input.draftId);
    const now = await clockNow(trx);
    return { draft, now, blobId: ctx.newId("blb", now), uploadId: ctx.newId("upl", now) };
  });
  const used = before.draft.uploads.reduce((sum, upload) => sum + upload.size, 0);
  if (before.draft.uploads.length >= limits.files)
    throw new AppError("conflict", "too_many_files", { detail: String(limits.files) });
  const stored = await storeAttachment(ctx, ports, {
    blobId: before.blobId,
    contentKey: before.draft.contentKey,
    name: input.name,
    taken: before.draft.uploads.map((upload) => upload.name),
    source: input.source,
    used,
  });
  try {
    if (input.sha256 && input.sha256.toLowerCase() !== stored.sha256)
      throw new AppError("conflict", "digest_mismatch");
    return await transact(ctx.db, scope, async (trx) => {
      const draft = await readDraft(trx, ctx, ports, input.draftId);
      // Others may have arrived meanwhile: the limits hold for what is there now.
      if (draft.uploads.length >= limits.files)
        throw new AppError("conflict", "too_many_files", { detail: String(limits.files) });
      const sum = draft.uploads.reduce((total, upload) => total + upload.size, stored.size);
      if (sum > limits.messageBytes) throw new AppError("too_large", "message_too_large");
      await touchDraft(trx, input.draftId);
      return trx
        .insertInto("upload")
        .values({
          id: before.uploadId,
          account_id: owner.accountId,
          draft_id: input.draftId,
          blob_id: before.blobId,
          name: ports.inspection.nameFor(
            input.name,
            draft.uploads.map((upload) => upload.name),
          ),
          media_type: stored.type,
          size: stored.size,
          sha256: stored.sha256,
          created_at: await clockNow(trx),
        })
        .returningAll()
        .executeTakeFirstOrThrow();
    });
  } catch (error) {
    await ports.content.remove(before.blobId);
    throw error;
  }
}

/** Takes an attachment out again. Errors: not_found `upload_not_found` and those of `loadDraft`. */
export async function removeUpload(
  ctx: Context,
  ports: UploadPorts,
  owner: DraftOwner,
  input: { readonly draftId: string; readonly uploadId: string },
): Promise<void> {
  const blob = await transact(ctx.db, scopeOf(owner), async (trx) => {
    await readDraft(trx, ctx, ports, input.draftId);
    const { draftId, uploadId } = input;
    await dropRenditions(trx, { draftId, uploadId }, { at: await clockNow(trx) });
    const removed = await trx
      .deleteFrom("upload")
      .where("id", "=", uploadId)
      .where("draft_id", "=", draftId)
      .returning("blob_id")
      .executeTakeFirst();
    if (!removed) throw new AppError("not_found", "upload_not_found");
    await touchDraft(trx, draftId);
    return removed.blob_id;
  });
  await ports.content.remove(blob);
}

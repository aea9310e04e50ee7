// Gives the writer of a draft the print rendition of one of its parts, to look at before it is sent.

import { transact } from "@posthorn/db";
import { AppError } from "@posthorn/domain";
import { scopeOf } from "../account/account-reader.ts";
import type { ContentPort, Context } from "../context.ts";
import { type DraftOwner, type DraftPorts, readDraft } from "../draft/keep-draft.ts";

export interface OpenedRendition {
  /** In octets; of a PDF. */
  readonly size: number;
  stream(): AsyncIterable<Uint8Array>;
}

/** `uploadId`: null for the text. Errors: not_found `rendition_not_found` where there is none yet; those of `loadDraft` and of the store. */
export async function openDraftRendition(
  ctx: Context,
  ports: DraftPorts & { readonly content: ContentPort },
  owner: DraftOwner,
  { draftId, uploadId }: { readonly draftId: string; readonly uploadId: string | null },
): Promise<OpenedRendition> {
  const draft = await transact(ctx.db, scopeOf(owner), (trx) => readDraft(trx, ctx, ports, draftId));
  const blobId = draft.renditions.find((row) => row.upload_id === uploadId)?.blob_id;
  if (!blobId) throw new AppError("not_found", "rendition_not_found");
  return ports.content.open(blobId, draft.contentKey);
}

// Makes what is missing of a draft's print renditions; what was made once is not made again while its part stays the same.

import { clockNow, transact, type Transaction } from "@posthorn/db";
import { AppError, refusalMayPass } from "@posthorn/domain";
import { scopeOf } from "../account/account-reader.ts";
import type { Context } from "../context.ts";
import {
  type DraftOwner,
  type DraftPorts,
  type LoadedDraft,
  loadDraft,
  lockDraft,
  type RenditionRow,
  type UploadRow,
} from "../draft/keep-draft.ts";
import type { RenditionRefused } from "../letter/ports.ts";
import { claimRetry } from "./claim-retry.ts";
import { dropRenditions } from "./drop-renditions.ts";
import { asksForLetter, currentRendition, textToRender } from "./judge-draft.ts";
import {
  type RenditionPorts,
  storeRendition,
  type StoredRendition,
  type ToRender,
} from "./store-rendition.ts";

interface Missing {
  /** Null: of the text. */
  readonly uploadId: string | null;
  readonly sourceSha256: string;
  readonly wanted: ToRender;
  /** The refusal that is tried again; absent where there is no row yet, or one of another text. */
  readonly refused?: RenditionRow;
}

/**
 * Nothing where no letter is asked for. `text: false` leaves the text alone, which changes with every word. What cannot be
 * printed is kept as such, and tried again a minute later at the earliest where the reason may pass. Returns the draft as
 * it stands afterwards. Errors: those of `loadDraft` and of the content store.
 */
export async function renderDraft(
  ctx: Context,
  ports: DraftPorts & RenditionPorts,
  owner: DraftOwner,
  { draftId, text = true }: { readonly draftId: string; readonly text?: boolean },
): Promise<LoadedDraft> {
  const draft = await loadDraft(ctx, ports, owner, draftId);
  if (!asksForLetter(ctx, draft.form)) return draft;
  const missing = [
    ...(text ? missingText(draft) : []),
    ...draft.uploads.flatMap((upload) => missingUpload(draft, upload)),
  ];
  if (missing.length === 0) return draft;
  for (const each of missing) {
    const at = await clockNow(ctx.db);
    if (each.refused && !(await claimRetry(ctx, owner, each.refused, at))) continue;
    const key = { contentKey: draft.contentKey, at, account: owner.accountId };
    const made = await storeRendition(ctx, ports, key, each.wanted).catch(leftPending);
    if (made === "busy") break;
    if (made !== null) await keep(ctx, ports, owner, draftId, each, made);
  }
  return loadDraft(ctx, ports, owner, draftId);
}

function missingText(draft: LoadedDraft): readonly Missing[] {
  const text = textToRender(draft.form);
  if (text === null) return [];
  const { sha256, subject, body } = text;
  const wanted = { kind: "text", subject, body } as const;
  return missingOf({ uploadId: null, sourceSha256: sha256, wanted }, currentRendition(draft, text));
}

function missingUpload(draft: LoadedDraft, upload: UploadRow): readonly Missing[] {
  const { id, name, media_type: type, size, sha256, blob_id: blobId } = upload;
  const wanted = { kind: "part", part: { name, type, size, blobId } } as const;
  const row = draft.renditions.find((each) => each.upload_id === id);
  return missingOf({ uploadId: id, sourceSha256: sha256, wanted }, row);
}

function missingOf(missing: Missing, row: RenditionRow | undefined): readonly Missing[] {
  if (!row) return [missing];
  return row.refusal !== null && refusalMayPass(row.refusal) ? [{ ...missing, refused: row }] : [];
}

/** An attachment that was taken out while its turn came; or so much of the account waits that the next look makes it. */
function leftPending(error: unknown): null | "busy" {
  if (error instanceof AppError && error.code === "content_missing") return null;
  if (error instanceof AppError && error.code === "renditions_busy") return "busy";
  throw error;
}

/** The first to come keeps its row; what others made of the same part goes again. */
async function keep(
  ctx: Context,
  ports: RenditionPorts,
  owner: DraftOwner,
  draftId: string,
  missing: Missing,
  made: StoredRendition | RenditionRefused,
): Promise<void> {
  const { uploadId, sourceSha256 } = missing;
  const remove = async () => {
    if (made.kind === "stored") await ports.content.remove(made.blobId);
  };
  try {
    const kept = await transact(ctx.db, scopeOf(owner), async (trx) => {
      await lockDraft(trx, draftId);
      if (!(await isStillWanted(trx, draftId, missing))) return false;
      const at = await clockNow(trx);
      await dropRenditions(trx, { draftId, uploadId }, { at });
      await trx
        .insertInto("draft_rendition")
        .values({
          id: ctx.newId("rnd", at),
          account_id: owner.accountId,
          draft_id: draftId,
          upload_id: uploadId,
          source_sha256: sourceSha256,
          made_at: at,
          ...columnsOf(made),
        })
        .execute();
      return true;
    });
    if (!kept) await remove();
  } catch (error) {
    // The connection may have broken after the commit: then the row stands and needs its blob.
    if (!(error instanceof AppError) || error.code !== "database_unavailable") await remove();
    throw error;
  }
}

/** Not where somebody else was first, or the attachment was taken out meanwhile. */
async function isStillWanted(
  trx: Transaction,
  draftId: string,
  { uploadId, sourceSha256, refused }: Missing,
): Promise<boolean> {
  const stands = await trx
    .selectFrom("draft_rendition")
    .select(["id", "source_sha256"])
    .where("draft_id", "=", draftId)
    .where("upload_id", "is not distinct from", uploadId)
    .executeTakeFirst();
  if (stands?.source_sha256 === sourceSha256 && stands.id !== refused?.id) return false;
  if (uploadId === null) return true;
  const upload = await trx.selectFrom("upload").select("id").where("id", "=", uploadId).executeTakeFirst();
  return upload !== undefined;
}

function columnsOf(made: StoredRendition | RenditionRefused) {
  if (made.kind === "refused") {
    const none = { blob_id: null, size: null, sha256: null, pages: null, colour: null, converter: null };
    return {
      ...none,
      refusal: made.reason,
      refusal_params: made.params ? JSON.stringify(made.params) : null,
    };
  }
  return { blob_id: made.blobId, colour: made.colour, ...made.print, refusal: null, refusal_params: null };
}
